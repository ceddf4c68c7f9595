"""Measures as rows: before, after, what changed, and the way there as a small line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from leaderplan.domain.figures import Figure, Goal, Series, Value, line, spark
from leaderplan.domain.messages import Message, _
from leaderplan.domain.trend import Count, Trend, change_in_words, parted, verdict, written
from leaderplan.report.blocks.source import Source
from leaderplan.report.tree import MeasureRow, Measures, Reading

_SPARK = (88.0, 30.0)  # 31 parts of the grid at the size of notes
_CHART = (148.0, 112.0)
_TITLE_LINE = 11.0


def measures(source: Source, trends: Iterable[Trend]) -> Measures | None:
    """The table of some measures; None where there is none."""
    rows = tuple(_row(source, found) for found in trends)
    heads = (_("Measure"), _("Before"), _("After"), _("Change"), _("Over time"))
    name, before, after, change, over_time = (source.say(head) for head in heads)
    return Measures((name, before, after, change, over_time), rows) if rows else None


def _row(source: Source, found: Trend) -> MeasureRow:
    judged, seen_by = verdict(found, source.language), found.measure.seen_by
    series = series_of(source, found) if len(found.counts) > 1 else None
    return MeasureRow(
        name=name_of(found),
        seen_by=source.say(seen_by.label) if seen_by else "",
        before=_reading(source, found, found.before),
        after=_reading(source, found, found.after),
        change=change_in_words(beside(found), source.language),
        verdict=source.say(judged) if judged else _target(source, found),
        worse=found.improved is False,
        over_time=spark(series, _SPARK, source.language) if series else None,
    )


def name_of(found: Trend) -> str:
    """The name; with as much of the unit behind it as is too long to stand beside a value."""
    return ", ".join(filter(None, (found.measure.name, parted(found.measure.unit)[1])))


def beside(found: Trend) -> Trend:
    """The measure with only as much of its unit as stands beside a value."""
    return replace(found, measure=replace(found.measure, unit=parted(found.measure.unit)[0]))


def _reading(source: Source, found: Trend, count: Count | None) -> Reading | None:
    if count is None:
        return None
    when = source.language.day(count.on) if count.on else ""
    return Reading(written(count.value, beside(found).measure.unit, source.language), when)


def _target(source: Source, found: Trend) -> str:
    """Before anything was counted again there is only the target to name."""
    target = found.measure.target
    if target is None or found.after is not None:
        return ""
    return source.say(_("target {target}", target=written(target, beside(found).measure.unit, source.language)))


def series_of(source: Source, found: Trend) -> Series:
    """A measure as what a chart draws; values without a date stand where they were counted, evenly."""
    language, measure = source.language, found.measure
    values = [
        Value(language.day(c.on) if c.on else "", _at(found.counts, place), c.value, language.number(c.value))
        for place, c in enumerate(found.counts)
    ]
    goal = None if measure.target is None else Goal(measure.target, language.number(measure.target))
    return Series(measure.name, measure.unit, values, goal, source.say(remark) if (remark := _remark(found)) else "")


def _remark(found: Trend) -> Message | None:
    """What must be said beside a chart because its line does not say it clearly."""
    missed, worse = found.target_met is False, found.improved is False
    if worse:
        return _("worse, missed") if missed else _("worse")
    return _("missed") if missed else None


def _at(counts: tuple[Count, ...], place: int) -> float:
    if any(count.on is None for count in counts):
        return float(place)
    on = counts[place].on
    assert on is not None
    return float(on.last.toordinal())


def charts(source: Source, trends: Sequence[Trend]) -> tuple[Figure, ...]:
    """Measures of at least two counts as small charts that stand side by side."""
    drawn = [series_of(source, found) for found in trends]
    titles = max((len(series.title_lines(_CHART[0])) for series in drawn), default=1)
    size = (_CHART[0], _CHART[1] + (titles - 1) * _TITLE_LINE)
    return tuple(line(series, size, source.language, title_lines=titles) for series in drawn)
