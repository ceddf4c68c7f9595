"""What the parts of the window tell one another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from leaderplan.domain.messages import Message


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence that the window shows for a while; ``undo`` offers to take the last step back."""

    message: Message
    undo: bool = False
    trouble: bool = False


class Signals(QObject):
    """One for each window."""

    changed = Signal(object, object)
    """(edit, by): a ChangeSet was stored, and who made it; ``by`` is None for another process."""
    asked = Signal(object)
    """A Place to go to."""
    noticed = Signal(object)
    """A Notice to show."""
    replaced = Signal()
    """Another program put another file in the place of the plan: it is to be opened again."""
    archive_wanted = Signal(object)
    """The Path of an archive that was chosen to be brought in: it would be the whole plan."""
    restore_wanted = Signal(object)
    """The Path of a backup that is to be the plan from now on."""
    look_wanted = Signal(object)
    """The Path of a backup to be looked at in a window of its own."""
    move_wanted = Signal(object)
    """The Path of the folder to which the plan is to move."""
    place_wanted = Signal()
    """A second place is to be chosen."""
    copied = Signal()
    """An archive was written into the second place, or another place was chosen."""
    erased = Signal()
    """Records are gone for good, also from where no page looks for changes: the bin and the history."""
    backed_up = Signal(object)
    """The datetime of the newest verified backup."""
    capture_wanted = Signal()
    import_wanted = Signal()
    example_wanted = Signal(str)
    """The key of the page to show of it."""
    palette_wanted = Signal(str)
    """The words to begin with."""
