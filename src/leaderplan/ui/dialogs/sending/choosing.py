"""The left side: whom it is for, what is asked, what goes, and what keeps it closed on its way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.checks import LONGEST_TEXT
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Evidence, Person, Tier
from leaderplan.domain.review.sending import Wish
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.sending.asking import Asking
from leaderplan.ui.dialogs.sending.mentorfield import MentorField
from leaderplan.ui.dialogs.sending.picklist import PickList
from leaderplan.ui.dialogs.sending.picks import Pick
from leaderplan.ui.dialogs.sending.sealing import Sealing
from leaderplan.ui.dialogs.sending.what import What
from leaderplan.ui.reviewing import Reviewing
from leaderplan.ui.size import size_words
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph


class Choosing(QWidget):
    """``changed`` tells that something else goes, ``worded`` that something else is asked, ``sealed`` anything else."""

    changed = Signal()
    worded = Signal()
    sealed = Signal()

    def __init__(self, desk: Desk, reviews: Reviewing, chosen: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say, self._desk = desk.say, desk
        self._nobody = Person(id=new_id(), name="", tier=Tier.MENTOR)
        self.mentor = MentorField(desk)
        self.asking = Asking(desk)
        self.what = What(desk, chosen)
        self.files = PickList(say(_("Files to send")), say(_("Search the files")))
        self.sealing = Sealing(desk, reviews)
        self.choose_files = Link(small=True)
        self.choose_files.clicked.connect(self._open_files)
        self._told = Paragraph("", "small", "muted")
        self._files = QWidget()
        files = QVBoxLayout(self._files)
        files.setContentsMargins(0, 12, 0, 0)
        files.setSpacing(6)
        head = SectionRow(say(_("Files of the evidence")))
        head.add(self.choose_files)
        files.addWidget(head)
        files.addWidget(self._told)
        files.addWidget(self.files)
        self.files.hide()
        self._files.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 16, 20)
        self._column.setSpacing(8)
        self._part(_("To"), self.mentor)
        self._part(_("What to ask"), self.asking)
        self._part(_("What goes"), self.what)
        self._column.addWidget(self._files)
        self._part(_("Passphrase"), self.sealing)
        self._column.addStretch()
        self.mentor.changed.connect(self._meet)
        self.mentor.line.entered.connect(self.asking.field.editor.setFocus)
        self.what.changed.connect(self.changed)
        self.files.changed.connect(self._tick)
        self.asking.changed.connect(self.worded)
        self.sealing.changed.connect(self.sealed)

    @property
    def wish(self) -> Wish:
        """What is chosen; for nobody where no mentor is named yet."""
        wanted = self.what.wanted(self.files.picks.ticked)
        return Wish(wanted, self.mentor.mentor or self._nobody, self.asking.message)

    @property
    def hindrance(self) -> Message | None:
        """Why it cannot be sent so, as far as that shows here."""
        if self.mentor.mentor is None:
            return _("Say whom it is for.")
        if len(self.asking.message) > LONGEST_TEXT:
            return _("What you ask is longer than {most} characters.", most=LONGEST_TEXT)
        return self.sealing.hindrance

    def look_again(self) -> None:
        """The plan was changed."""
        self.mentor.offer()
        self.what.look_again(self.mentor.mentor)

    def offer_files(self, found: Sequence[Evidence]) -> None:
        """Offer the files of what goes."""
        held = [(piece.id, piece.attachment) for piece in found if piece.attachment]
        held.sort(key=lambda each: (each[1].name.casefold(), each[0]))
        self.files.offer([Pick(id, file.name, size_words(file.size, self._desk.language)) for id, file in held])
        self._files.setVisible(bool(found))
        self._tell_files()

    def _part(self, title: Message, part: QWidget) -> None:
        if self._column.count():
            self._column.addSpacing(12)
        self._column.addWidget(SectionRow(self._desk.say(title)))
        self._column.addWidget(part)

    def _open_files(self) -> None:
        self.files.setVisible(self.files.isHidden())
        self._tell_files()

    def _tick(self) -> None:
        self._tell_files()
        self.changed.emit()

    def _tell_files(self) -> None:
        say, of = self._desk.say, self.files.picks.offered
        count = len(self.files.picks.chosen)
        none = _n("The one file stays unless you tick it.", "None of the {count} files goes unless you tick it.", of)
        some = _n("{count} of {of} goes.", "{count} of {of} go.", count, of=of)
        self._told.setText(say(some if count else none))
        self.choose_files.set_words(say(_("Choose files") if self.files.isHidden() else _("Hide the files")))

    def _meet(self) -> None:
        self.what.meet(self.mentor.mentor)
        self.changed.emit()
