"""Measures as rows: before, after, what changed, and the way there as a small line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from leaderplan.domain.figures import Figure, Goal, Series, Value, line, spark
from leaderplan.domain.messages import _
from leaderplan.domain.trend import CURRENCIES, Count, Trend, change_in_words, verdict, written
from leaderplan.report.blocks.source import Source
from leaderplan.report.tree import MeasureRow, Measures, Reading

_SHORT_UNIT = 6  # characters: "days", "points", "£"
_SPARK = (88.0, 30.0)  # 31 parts of the grid at the size of notes
_CHART = (148.0, 112.0)


def measures(source: Source, trends: Iterable[Trend]) -> Measures | None:
    """The table of some measures; None where there is none."""
    rows = tuple(_row(source, found) for found in trends)
    heads = (_("Measure"), _("Before"), _("After"), _("Change"), _("Over time"))
    name, before, after, change, over_time = (source.say(head) for head in heads)
    return Measures((name, before, after, change, over_time), rows) if rows else None


def _row(source: Source, found: Trend) -> MeasureRow:
    judged, seen_by = verdict(found), found.measure.seen_by
    series = series_of(source, found) if len(found.counts) > 1 else None
    return MeasureRow(
        name=_name(found),
        seen_by=source.say(seen_by.label) if seen_by else "",
        before=_reading(source, found, found.before),
        after=_reading(source, found, found.after),
        change=change_in_words(_beside(found), source.language),
        verdict=source.say(judged) if judged else _target(source, found),
        worse=found.improved is False,
        over_time=spark(series, _SPARK, source.language) if series else None,
    )


def _name(found: Trend) -> str:
    """The name; with the unit behind it where that is too long to stand beside a value."""
    unit = found.measure.unit
    return f"{found.measure.name}, {unit}" if _is_long(unit) else found.measure.name


def _is_long(unit: str) -> bool:
    return len(unit) > _SHORT_UNIT


def _beside(found: Trend) -> Trend:
    """The measure with only as much of its unit as stands beside a value."""
    unit = found.measure.unit
    if not _is_long(unit):
        return found
    kept = unit[0] if unit[0] in CURRENCIES else ""
    return replace(found, measure=replace(found.measure, unit=kept))


def _reading(source: Source, found: Trend, count: Count | None) -> Reading | None:
    if count is None:
        return None
    when = source.language.day(count.on) if count.on else ""
    return Reading(written(count.value, _beside(found).measure.unit, source.language), when)


def _target(source: Source, found: Trend) -> str:
    """Before anything was counted again there is only the target to name."""
    target = found.measure.target
    if target is None or found.after is not None:
        return ""
    return source.say(_("target {target}", target=written(target, _beside(found).measure.unit, source.language)))


def series_of(source: Source, found: Trend) -> Series:
    """A measure as what a chart draws; values without a date stand where they were counted, evenly."""
    language, measure = source.language, found.measure
    values = [
        Value(language.day(c.on) if c.on else "", _at(found.counts, place), c.value, language.number(c.value))
        for place, c in enumerate(found.counts)
    ]
    goal = None if measure.target is None else Goal(measure.target, language.number(measure.target))
    return Series(measure.name, measure.unit, values, goal)


def _at(counts: tuple[Count, ...], place: int) -> float:
    if any(count.on is None for count in counts):
        return float(place)
    on = counts[place].on
    assert on is not None
    return float(on.last.toordinal())


def chart(source: Source, found: Trend) -> Figure:
    """One measure as a small chart of a case study; needs two counts."""
    return line(series_of(source, found), _CHART, source.language)
