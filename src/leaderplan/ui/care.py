"""What keeps a plan safe, as the window calls it; the composition root says what stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:  # the store is slow to import, and the window paints before it is needed
    from leaderplan.store.snapshot import Snapshot
    from leaderplan.store.surroundings import Surroundings

Progress: TypeAlias = Callable[[int, int], None]
"""Called with (steps done, steps in all)."""


@dataclass(frozen=True, slots=True)
class ArchiveCopy:
    """An archive of a plan that lies in a folder; ``size`` in bytes."""

    file: Path
    at: datetime
    size: int


class Care(Protocol):
    """Of one plan. What takes a ``progress`` is slow, belongs into a task, and raises UserError."""

    folder: Path
    """The folder of the plan."""

    def backups(self) -> Sequence[Snapshot]:
        """The snapshots, newest first."""

    def back_up(self, progress: Progress) -> Snapshot:
        """Take a snapshot now."""

    def second_place(self) -> Path | None:
        """The folder into which archives go; None where none was chosen."""

    def places(self) -> Sequence[Path]:
        """Folders on this machine that would do as a second place."""

    def words(self) -> str:
        """A new passphrase of six words."""

    def choose_place(self, folder: Path, passphrase: str, progress: Progress) -> None:
        """Let archives under ``passphrase`` go to ``folder``, and write the first of them."""

    def forget_place(self) -> None:
        """Write no more archives there."""

    def copies(self) -> Sequence[ArchiveCopy]:
        """The archives of this plan in its second place, newest first."""

    def write_copy(self, progress: Progress) -> None:
        """Write an archive into the second place now."""

    def save_archive(self, target: Path, passphrase: str | None, progress: Progress) -> int:
        """Write the plan into one file, sealed where there is a passphrase; how many attachments could not be had."""

    def surroundings(self) -> Surroundings | None:
        """What is wrong with the place of the plan."""

    def usual_folder(self) -> Path:
        """Where a plan lies that starts without being told where."""
