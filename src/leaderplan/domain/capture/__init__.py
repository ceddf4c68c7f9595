"""Quick capture: reads the date, people, mode, tags and measures from one typed line."""

from leaderplan.domain.capture.keeping import keep
from leaderplan.domain.capture.understanding import understand
from leaderplan.domain.capture.values import KnownPerson, MeasureFound, PersonFound, Piece, Understood, When

__all__ = ["KnownPerson", "MeasureFound", "PersonFound", "Piece", "Understood", "When", "keep", "understand"]
