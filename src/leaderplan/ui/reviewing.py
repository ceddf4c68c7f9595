"""Reviews as the window calls them on the planner's side; the composition root says what stands behind it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:  # what reads and writes files is slow to import, and the window paints before it is needed
    from leaderplan.domain.plan import Plan
    from leaderplan.domain.records import Round, StrayAnswer
    from leaderplan.domain.review.merging import Answer, Merge, Offered
    from leaderplan.domain.review.sending import Wish
    from leaderplan.domain.selection import Selection

Progress: TypeAlias = Callable[[int, int], None]
"""Called with (steps done, steps in all)."""


class Reviewing(Protocol):
    """Of one open plan. What takes a ``progress`` is slow and belongs into a task. All may raise UserError."""

    def goes(self, wish: Wish) -> Selection:
        """Exactly what would leave."""

    def words(self) -> str:
        """A new passphrase of six words."""

    def send(
        self, wish: Wish, target: Path, passphrase: str | None, form: Path | None, progress: Progress
    ) -> tuple[str, Path | None]:
        """Write the review file, sealed where there is a passphrase, and the form for a browser where it has a place;
        note the round. Its id, and where the form lies; None also where that could not be written in the end.
        """

    def save_again(self, round: Round, target: Path, passphrase: str | None, progress: Progress) -> None:
        """Write the file of a round once more."""

    def as_sent(self, round: Round) -> Plan | None:
        """What the mentor read; None where it was erased."""

    def report(self, round: Round, target: Path, progress: Progress, cancelled: Callable[[], bool]) -> int:
        """Write the report on a round as a PDF; how many pages it has. Raises Cancelled when it is told to stop."""

    def read_answer(self, file: Path) -> Offered:
        """What an answer would bring."""

    def pasted(self, text: str) -> Offered:
        """What an answer that was pasted as text would bring."""

    def take_in(self, offer: Offered) -> Merge:
        """Store what it brings as one step; what was rejected is kept aside with the file."""

    def stray(self, stray: StrayAnswer) -> Answer | None:
        """What an answer that was kept aside says; None where it cannot be read."""
