"""Where one stands in a competency, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Level
from leaderplan.domain.rules.standing import Rating, Standing
from leaderplan.ui.pages.competencies.matrix import Cell, Row, short_names


class Wording:
    """Says it with the names of one framework's levels."""

    def __init__(self, language: Language, levels: Sequence[Level]) -> None:
        self._language = language
        self._titles = {level.rank: level.title for level in levels}

    def standing(self, stands: Standing) -> str:
        """``Expected at Expert. You say Practitioner; Nadia says Practitioner. Your record shows Working.``"""
        said = [self._expected(stands), self._ratings(stands), self._shown(stands)]
        return " ".join(self._language.say(each) for each in said)

    def cell(self, row: Row, cell: Cell) -> str:
        """A cell as a screen reader says it."""
        marks = [self._language.say(each) for each in _marks(cell)]
        words = ", ".join(marks) or self._language.say(_("nothing yet"))
        return f"{row.competency.title}, {cell.level.title}: {words}"

    def level(self, rank: int | None) -> str | Message:
        """The name of a level by its rank."""
        return self._titles.get(rank) or _("level {rank}", rank=rank or 0)

    def _expected(self, stands: Standing) -> Message:
        if stands.expected is None:
            return _("No level is expected here yet.")
        return _("Expected at {level}.", level=self.level(stands.expected))

    def _ratings(self, stands: Standing) -> Message:
        others = self._others(stands.mentors)
        if stands.self_rating is None:
            if not others:
                return _("You have not rated yourself.")
            return _("You have not rated yourself; {mentors}.", mentors=others)
        mine = self.level(stands.self_rating)
        if not others:
            return _("You say {level}.", level=mine)
        return _("You say {level}; {mentors}.", level=mine, mentors=others)

    def _others(self, ratings: Iterable[Rating]) -> tuple[Message, ...]:
        given = tuple(ratings)
        names = short_names([rating.mentor for rating in given])
        return tuple(
            _("{name} says {level}", name=names[rating.mentor.id], level=self.level(rating.rank)) for rating in given
        )

    def _shown(self, stands: Standing) -> Message:
        if stands.shown is None:
            return _("No story that is ready shows it.")
        return _("Your record shows {level}.", level=self.level(stands.shown))


def _marks(cell: Cell) -> Iterable[Message]:
    if cell.expected:
        yield _("expected")
    if cell.own:
        yield _("your rating")
    for mentor in cell.mentors:
        yield _("{name} says so", name=mentor.name)
    if cell.claims:
        yield _n("{count} claim", "{count} claims", len(cell.claims))
