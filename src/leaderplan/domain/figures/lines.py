"""A value over time: the small chart of a case study, and the spark in a row of measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from leaderplan.domain.figures.shapes import NOTE, Figure, Line, Mark, Point, Shape, Words, broken
from leaderplan.domain.language import Language
from leaderplan.domain.messages import _

_TITLE_LINE = 11


@dataclass(frozen=True, slots=True)
class Value:
    """One reading: when, as it is written; the value; and the value as it is written; ``at`` orders it in time.

    ``at`` is any growing number, such as the ordinal of the day.
    """

    when: str
    at: float
    value: float
    written: str


@dataclass(frozen=True, slots=True)
class Goal:
    """The value aimed at, and how it is written."""

    value: float
    written: str


@dataclass(frozen=True, slots=True)
class Series:
    """What is measured, in what unit, its readings in the order of time, and the goal.

    ``remark`` is what the line does not say itself, such as that the target was missed.
    """

    title: str
    unit: str
    values: Sequence[Value]
    target: Goal | None = None
    remark: str = ""

    def __post_init__(self) -> None:
        if len(self.values) < 2:
            raise ValueError("a line needs two values")

    def said(self, language: Language) -> str:
        """All of it in one sentence."""
        points = ", ".join(f"{each.when} {each.written}" for each in self.values)
        name = ", ".join(filter(None, (self.title, self.unit))) or language.say(_("Line over time"))
        return f"{'; '.join((f'{name}: {points}', *self.goal(language)))}."

    def goal(self, language: Language) -> tuple[str, ...]:
        """The target and the remark, where there are such."""
        target = language.say(_("target {target}", target=self.target.written)) if self.target else ""
        return tuple(filter(None, (target, self.remark)))

    def title_lines(self, width: float, text: float = NOTE) -> list[str]:
        """The title on one or two lines, as a chart of ``width`` shows it."""
        return broken(self.title, width, text, bold=True)

    def rows(self, language: Language) -> tuple[tuple[str, ...], ...]:
        """The readings as a table with a head."""
        head = (language.say(_("When")), language.say(_("Value")))
        return (head, *((each.when, each.written) for each in self.values))


def line(
    series: Series,
    size: Point,
    language: Language,
    *,
    event: float | None = None,
    text: float = NOTE,
    title_lines: int = 1,
) -> Figure:
    """A line from zero with its title above it, first and last value and date named, no axis.

    Charts side by side are given the same number of ``title_lines``, so that they stand on one line.
    ``event`` is a moment (on the scale of ``Value.at``) marked by a thin upright.
    """
    values, target = series.values, series.target
    width, height = size
    scale = text / NOTE
    title = series.title_lines(width, text)
    below_title = (10 + _TITLE_LINE * max(1, len(title))) * scale
    top, base = (23 + _TITLE_LINE * max(title_lines, len(title))) * scale, height - 16 * scale
    x = _along([each.at for each in values], 6 * scale, width - 8 * scale)
    levels = [each.value for each in values] + ([target.value] if target else [])
    low, high = min(0.0, *levels), max(0.0, *levels) * 1.08 or 1.0

    def y(value: float) -> float:
        return base - (value - low) / (high - low or 1.0) * (base - top)

    says = "; ".join(filter(None, (series.unit, *series.goal(language))))
    shapes: list[Shape] = [
        *(Words(0, (10 + _TITLE_LINE * place) * scale, part, bold=True, size=text) for place, part in enumerate(title)),
        Words(0, below_title, says, "muted", size=text),
        Line(((0, y(0)), (width, y(0))), "line", 0.5 * scale),
    ]
    if event is not None:
        shapes.append(Line(((x(event), base), (x(event), top - 4 * scale)), "line", 0.7 * scale))
    if target:
        shapes.append(
            Line(((0, y(target.value)), (width, y(target.value))), "muted", 0.7 * scale, (2 * scale, 2 * scale))
        )
    points = tuple((x(each.at), y(each.value)) for each in values)
    shapes.append(Line(points, "accent", 1.4 * scale))
    shapes += _dots(points, scale)
    shapes += _ends(values, points, width, height, text)
    return Figure(width, height, tuple(shapes), series.said(language), series.rows(language))


def spark(series: Series, size: Point, language: Language, text: float = NOTE) -> Figure:
    """A line on its own scale without axis or text, for a row that names the values."""
    values, target = series.values, series.target
    width, height = size
    scale = text / NOTE
    levels = [each.value for each in values] + ([target.value] if target else [])
    low, high = min(levels), max(levels)
    x = _along([each.at for each in values], 4 * scale, width - 4 * scale)

    def y(value: float) -> float:
        return height - 4 * scale - (value - low) / (high - low or 1.0) * (height - 8 * scale)

    shapes: list[Shape] = []
    if target:
        dashed = ((0.0, y(target.value)), (width, y(target.value)))
        shapes.append(Line(dashed, "muted", 0.7 * scale, (2 * scale, 2 * scale)))
    points = tuple((x(each.at), y(each.value)) for each in values)
    shapes.append(Line(points, "ink", 1.1 * scale))
    shapes.append(Mark(*points[0], "circle", "ink", 4.8 * scale, hollow=True, width=scale))
    shapes.append(Mark(*points[-1], "circle", "ink", 6.2 * scale))
    return Figure(width, height, tuple(shapes), series.said(language), series.rows(language))


def _along(moments: Sequence[float], left: float, right: float) -> Callable[[float], float]:
    """Moments in time to places between ``left`` and ``right``."""
    first, last = min(moments), max(moments)
    return lambda at: left + (min(max(at, first), last) - first) / (last - first or 1.0) * (right - left)


def _dots(points: tuple[Point, ...], scale: float) -> list[Shape]:
    first, last = points[0], points[-1]
    return [
        *(Mark(*point, "circle", "accent", 2.8 * scale) for point in points[1:-1]),
        Mark(*first, "circle", "accent", 5.2 * scale, hollow=True, width=scale),
        Mark(*last, "circle", "accent", 6.2 * scale),
    ]


def _ends(values: Sequence[Value], points: tuple[Point, ...], width: float, height: float, text: float) -> list[Shape]:
    """First and last value beside their dots, first and last date at the foot."""
    scale = text / NOTE
    rises = values[-1].value > values[0].value
    below = points[0][1] + 10 * scale
    # Below a line that rises, unless the dates stand there.
    start = below if rises and below <= height - 14 * scale else points[0][1] - 3 * scale
    end = points[-1][1] - 6 * scale
    return [
        Words(points[0][0] + 6 * scale, start, values[0].written, size=text),
        Words(width, end, values[-1].written, "ink", "end", True, text),
        Words(0, height - 3 * scale, values[0].when, "muted", size=text),
        Words(width, height - 3 * scale, values[-1].when, "muted", "end", size=text),
    ]
