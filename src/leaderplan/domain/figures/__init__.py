"""Charts as plain values, so that the window and every document draw the same figure.

The origin is the top left corner, y grows downwards; lengths are in the unit of the text size that a builder is given
(points on paper, logical pixels on a screen). The painter looks a role up in its own palette.
"""

from leaderplan.domain.figures.bars import Period, bars, columns
from leaderplan.domain.figures.lines import Goal, Series, Value, line, spark
from leaderplan.domain.figures.radar import RADAR_AXES, Axis, radar
from leaderplan.domain.figures.shapes import NOTE, Area, Figure, Line, Mark, MarkShape, Point, Role, Shape, Words
from leaderplan.domain.figures.signs import MODE_SHAPES, level_strip, mode_mark

__all__ = [
    "MODE_SHAPES",
    "NOTE",
    "RADAR_AXES",
    "Area",
    "Axis",
    "Figure",
    "Goal",
    "Line",
    "Mark",
    "MarkShape",
    "Period",
    "Point",
    "Role",
    "Series",
    "Shape",
    "Value",
    "Words",
    "bars",
    "columns",
    "level_strip",
    "line",
    "mode_mark",
    "radar",
    "spark",
]
