"""What keeps the plan of one folder safe: joins store, archives and the second place for the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from leaderplan import assets
from leaderplan.domain.messages import _
from leaderplan.places import plan_folder
from leaderplan.store import backups, surroundings
from leaderplan.store.rows import Progress
from leaderplan.store.snapshot import Reason, Snapshot
from leaderplan.store.steps import now
from leaderplan.store.surroundings import Surroundings
from leaderplan.ui.care import ArchiveCopy
from leaderplan.ui.desk import Desk
from leaderplan.ui.keeper import Chore

if TYPE_CHECKING:
    from leaderplan.upkeep.archives import Saved

_MINUTE: Final = 60.0
_DAY: Final = 86_400.0


class Caring:
    """As ``ui/care.py`` describes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def backups(self) -> Sequence[Snapshot]:
        """The snapshots, newest first."""
        return backups.listed(self.folder)

    def back_up(self, progress: Progress) -> Snapshot:
        """Take a snapshot now."""
        from leaderplan.upkeep import keeping

        return keeping.back_up(self.folder, Reason.ASKED, progress)

    def second_place(self) -> Path | None:
        """The folder into which archives go; None where none was chosen."""
        from leaderplan.upkeep import secondplace

        place = secondplace.chosen(self.folder)
        return place.folder if place else None

    def places(self) -> Sequence[Path]:
        """Folders on this machine that a sync client copies."""
        return surroundings.synced_folders()

    def words(self) -> str:
        """A new passphrase of six words."""
        from leaderplan.exchange import passphrase

        return passphrase.generated(passphrase.words(assets.read_bytes))

    def choose_place(self, folder: Path, typed: str, progress: Progress) -> None:
        """Let archives under a passphrase go to ``folder``, and write the first of them."""
        from leaderplan.exchange import sealed
        from leaderplan.upkeep import secondplace
        from leaderplan.upkeep.apart import apart

        key = apart(sealed.new_key, _normal(typed))
        before = secondplace.chosen(self.folder)
        secondplace.choose(self.folder, folder, key)
        try:
            secondplace.write_copy(self.folder, now(), progress)
        except BaseException:  # a place into which nothing can be written was not chosen
            if before is None:
                secondplace.forget(self.folder)
            else:
                secondplace.choose(self.folder, before.folder, before.key)
            raise

    def forget_place(self) -> None:
        """Write no more archives there."""
        from leaderplan.upkeep import secondplace

        secondplace.forget(self.folder)

    def copies(self) -> Sequence[ArchiveCopy]:
        """The archives of this plan in its second place, newest first."""
        from leaderplan.upkeep import secondplace

        place = secondplace.chosen(self.folder)
        found = secondplace.copies_of(self.folder, place) if place else []
        return [ArchiveCopy(copy.file, copy.at, copy.size) for copy in found]

    def write_copy(self, progress: Progress) -> None:
        """Write an archive into the second place now."""
        from leaderplan.upkeep import secondplace

        secondplace.write_copy(self.folder, now(), progress)

    def save_archive(self, target: Path, typed: str | None, progress: Progress) -> int:
        """Write the plan into one file, sealed where there is a passphrase."""
        from leaderplan.exchange import sealed
        from leaderplan.upkeep import archives
        from leaderplan.upkeep.apart import apart

        key = apart(sealed.new_key, _normal(typed)) if typed is not None else None
        return archives.save(self.folder, target, key, now(), progress).missing

    def surroundings(self) -> Surroundings | None:
        """What is wrong with the place of the plan."""
        return surroundings.of(self.folder)

    def usual_folder(self) -> Path:
        """Where a plan lies that starts without being told where."""
        return plan_folder()


def chores(desk: Desk) -> list[Chore]:
    """What keeps the plan of ``desk`` safe while its window is open."""
    from leaderplan.upkeep import keeping

    workspace, signals = desk.workspace, desk.signals
    folder = workspace.folder

    def backed_up(made: Snapshot | None) -> None:
        if made is not None:
            signals.backed_up.emit(made.at)

    def copied(made: Saved | None) -> None:
        if made is not None:
            signals.copied.emit()

    def newest() -> Snapshot | None:
        found = backups.listed(folder)
        return found[0] if found else None

    return [
        Chore(_("Looking for the newest backup"), _DAY, lambda _progress: newest(), backed_up),
        Chore(
            _("Backing up"),
            _MINUTE,
            lambda progress: keeping.back_up_if_due(folder, workspace.newest_step, progress),
            backed_up,
        ),
        Chore(
            _("Copying to the second place"),
            10 * _MINUTE,
            lambda progress: keeping.copy_if_due(folder, progress),
            copied,
        ),
        Chore(_("Tidying the history"), _DAY, lambda _progress: keeping.tidy(workspace)),
    ]


def _normal(typed: str) -> str:
    from leaderplan.exchange import passphrase

    return passphrase.normal(typed, passphrase.words(assets.read_bytes))
