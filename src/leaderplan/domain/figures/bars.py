"""RUN, CHANGE and TRANSFORM by period: stacked bars, lying in documents and standing in the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from leaderplan.domain.figures.shapes import NOTE, Area, Figure, Line, Role, Shape, Words, rectangle, room
from leaderplan.domain.figures.signs import Mode, mode_mark
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _

# TRANSFORM comes first, so that it grows from the common edge.
_ORDER: Final[tuple[tuple[Mode, Role, Message], ...]] = (
    ("transform", "on_transform", _("Transform")),
    ("change", "on_change", _("Change")),
    ("run", "on_run", _("Run")),
)
_WORDED, _NUMBERED = 9, 6  # from how many per cent a segment holds "9 %", and the number alone


@dataclass(frozen=True, slots=True)
class Period:
    """The shares of one period in per cent; they add up to 100, or to 0 where nothing was done."""

    label: str
    run: int
    change: int
    transform: int

    def share(self, mode: Mode) -> int:
        """The share of ``mode``."""
        return {"run": self.run, "change": self.change, "transform": self.transform}[mode]


def bars(
    periods: Sequence[Period],
    target: int | None,
    width: float,
    left: float,
    language: Language,
    text: float = NOTE,
) -> Figure:
    """One lying bar for each period, from ``left`` to ``width``; labels end a little before ``left``.

    ``target`` is the share of TRANSFORM aimed at, drawn behind the bars.
    """
    unit, span = text / NOTE, width - left
    pitch, thick, top = 21 * unit, 14 * unit, 22 * unit
    height = top + pitch * len(periods) + 9 * unit
    shapes: list[Shape] = list(_legend(left, 8 * unit, text, language))
    if target is not None:
        x = left + span * target / 100
        shapes.append(Line(((x, top - 4 * unit), (x, height)), "ink", 1.1 * unit))
        note = _("upright line: my target, {share} % transform", share=target)
        shapes.append(Words(width, 11 * unit, language.say(note), "muted", "end", size=text))
    for row, period in enumerate(periods):
        y = top + pitch * row + 3.5 * unit
        last = row == len(periods) - 1
        shapes.append(Words(left - 17 * unit, y + 10 * unit, period.label, "ink", "end", last, text))
        x = left
        for mode, on, _word in _ORDER:
            share = period.share(mode)
            long = span * share / 100
            if share:
                shapes.append(Area(rectangle(x, y, max(long - unit, 0.4), thick), mode))
            if share >= _NUMBERED:
                said = f"{share} %" if share >= _WORDED else str(share)
                shapes.append(Words(x + 4 * unit, y + 10 * unit, said, on, size=text))
            x += long
    return Figure(width, height, tuple(shapes), _said(periods, target, language), _rows(periods, language))


def columns(
    periods: Sequence[Period],
    target: int | None,
    width: float,
    height: float,
    language: Language,
    text: float = NOTE,
) -> Figure:
    """One standing column for each period, TRANSFORM at the foot; the target is dashed from the base line."""
    unit = text / NOTE
    base, right = height - 2 * text, width - (8 * text if target is not None else 0)
    pitch = right / max(len(periods), 1)
    shapes: list[Shape] = []
    if target is not None:
        y = base - base * target / 100
        shapes.append(Line(((0, y), (right, y)), "ink", unit, (3 * unit, 2.2 * unit)))
        note = language.say(_("target {share} %", share=target))
        shapes.append(Words(right + 6 * unit, y + text * 0.36, note, "muted", size=text))
    for place, period in enumerate(periods):
        x, wide, y = place * pitch, pitch * 0.64, base
        for mode, on, _word in _ORDER:
            share = period.share(mode)
            tall = base * share / 100
            if share:
                shapes.append(Area(rectangle(x, y - tall, wide, max(tall - unit, 0.4)), mode))
            if tall >= 1.3 * text:
                shapes.append(Words(x + wide / 2, y - tall / 2 + text * 0.36, str(share), on, "middle", True, text))
            y -= tall
        last = place == len(periods) - 1
        shapes.append(Words(x + wide / 2, height - 0.3 * text, period.label, "muted", "middle", last, text))
    return Figure(width, height, tuple(shapes), _said(periods, target, language), _rows(periods, language))


def _legend(x: float, y: float, text: float, language: Language) -> list[Shape]:
    """The shape and the word of each mode in one line around ``y``."""
    unit, shapes = text / NOTE, list[Shape]()
    for mode, _on, message in _ORDER:
        word = language.say(message)
        shapes.append(mode_mark(mode, x + 4 * unit, y, text))
        shapes.append(Words(x + 11 * unit, y + 3 * unit, word, size=text))
        x += 11 * unit + room(word, text) + 14 * unit
    return shapes


def _said(periods: Sequence[Period], target: int | None, language: Language) -> str:
    rows = "; ".join(
        language.say(
            _(
                "{period}: transform {transform}, change {change}, run {run}",
                period=period.label,
                transform=period.transform,
                change=period.change,
                run=period.run,
            )
        )
        for period in periods
    )
    said = f"{language.say(_('Shares of transform, change and run in per cent'))}. {rows}."
    return said if target is None else f"{said} {language.say(_('Target: {share} transform.', share=target))}"


def _rows(periods: Sequence[Period], language: Language) -> tuple[tuple[str, ...], ...]:
    head = tuple(language.say(word) for word in (_("Period"), *(word for _m, _o, word in _ORDER)))
    return (head, *((each.label, *(f"{each.share(mode)} %" for mode, _o, _w in _ORDER)) for each in periods))
