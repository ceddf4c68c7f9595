"""What a panel could be shown: files, links and quotes, each as a small tile."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Comment, Evidence, EvidenceKind
from leaderplan.domain.review import working
from leaderplan.domain.review.threads import withdrew
from leaderplan.errors import UserError
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.pages.achievements.looking import Looking
from leaderplan.ui.pages.achievements.making import edit_record, make_record
from leaderplan.ui.pages.achievements.row import LabelledRow, exchange
from leaderplan.ui.pages.achievements.taking import Taking
from leaderplan.ui.pages.achievements.thumbnails import Thumbnails
from leaderplan.ui.pages.achievements.tile import Tile, TileWords
from leaderplan.ui.pages.achievements.words import evidence_icon, evidence_note
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.flow import FlowLayout

_FIELDS = {
    EvidenceKind.FILE: ("title", "on", "said_by", "private"),
    EvidenceKind.LINK: ("url", "title", "on", "said_by", "private"),
    EvidenceKind.QUOTE: ("quote", "said_by", "on", "title", "private"),
    EvidenceKind.BADGE: ("title", "url", "on", "said_by", "private"),
}


class EvidencePart(LabelledRow):
    """Pressing a tile opens its panel, from where a file or a link is looked at."""

    def __init__(self, desk: Desk, taking: Taking, parent: QWidget | None = None) -> None:
        flow = FlowLayout(gap=16)
        super().__init__(desk.say(_("Evidence")), flow, 6, parent)
        self._desk, self._flow, self._taking = desk, flow, taking
        self._looking = Looking(desk, self)
        self._thumbnails = Thumbnails(desk, self)
        self._thumbnails.came.connect(lambda _sha256: self.update_tiles())
        self._achievement: Achievement | None = None
        self._shown: list[TileWords] | None = None
        self._tiles: list[QWidget] = []
        self._button = Button(desk.say(_("Evidence")), Kind.ADD, "plus", name=desk.say(_("Add evidence")))
        self._button.clicked.connect(self.offer)
        self._flow.addWidget(self._button)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(desk.say(_("Add evidence")))
        for words, add in ((_("A file…"), self.ask_file), (_("A link"), self.add_link), (_("A quote"), self.add_quote)):
            self._menu.addAction(desk.say(words)).triggered.connect(lambda _checked=False, add=add: add())

    def show_record(self, plan: Plan, achievement: Achievement) -> None:
        """Show the evidence of this achievement, the newest first."""
        self._achievement = achievement
        found = sorted(plan.referring(Evidence, "supports", achievement), key=_when, reverse=True)
        for each in found:
            if each.attachment is not None:
                self._thumbnails.want(each.attachment)
        words = [self._words(plan, evidence) for evidence in found]
        if words == self._shown:
            return
        self._shown = words
        old, self._tiles = self._tiles, [widget for each in words for widget in self._widgets(each)]
        exchange(self._flow, self._flow.insert, old, self._tiles)

    def update_tiles(self) -> None:
        """Paint the tiles again: a picture has come."""
        for tile in self._tiles:
            tile.update()

    def offer(self) -> None:
        """Open the menu of kinds below the button."""
        self._menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 2)))

    def ask_file(self) -> None:
        """Choose files to keep as evidence."""
        if self._achievement is None:
            return
        id = self._achievement.id
        chooser = QFileDialog(self, self._desk.say(_("Add evidence")))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.filesSelected.connect(lambda files: self._taking.take_files(files, id))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def add_link(self) -> RecordDialog | None:
        """Add a link, and ask for its address."""
        return self._make(EvidenceKind.LINK, self._desk.say(_("New link")))

    def add_quote(self) -> RecordDialog | None:
        """Add what somebody said, and ask for the words."""
        return self._make(EvidenceKind.QUOTE, self._desk.say(_("New quote")))

    def edit(self, id: str, focus: str = "") -> RecordDialog | None:
        """Open the panel of a piece of evidence."""
        evidence = self._desk.plan.get(Evidence, id)
        if evidence is None:
            return None
        return edit_record(self._desk, evidence, fields_of(evidence), self, self._extra(evidence), focus)

    def _make(self, kind: EvidenceKind, title: str) -> RecordDialog | None:
        if self._achievement is None:
            return None
        made = Evidence(id=new_id(), title=title, kind=kind, supports=(self._achievement.id,))
        return make_record(self._desk, made, fields_of(made), self)

    def _extra(self, evidence: Evidence) -> QWidget | None:
        """What stands below the fields: how a file or a link is looked at, or where in a review words were said."""
        comment = self._desk.plan.get(Comment, evidence.comment)
        if comment is None:
            return self._looking.row_for(evidence)
        lead = Button(self._desk.say(_("Show the comment")), Kind.PLAIN, "message-square-text", small=True)
        lead.setAutoDefault(False)
        lead.clicked.connect(lambda: self._lead(lead, comment))
        return lead

    def _lead(self, button: QWidget, comment: Comment) -> None:
        button.window().close()
        self._desk.go(Place("reviews", comment.id))

    def _words(self, plan: Plan, evidence: Evidence) -> TileWords:
        title = f"“{evidence.quote}”" if evidence_icon(evidence) == "quote" and evidence.quote else evidence.title
        note = evidence_note(plan, evidence, self._desk.language)
        if withdrew(plan, evidence.comment):
            note = self._desk.say(_("Withdrawn by whoever said it; not printed"))
            return TileWords(evidence.id, evidence_icon(evidence), title, note)
        if working.is_out_of_date(plan, evidence):
            note = self._desk.say(_("Said about an earlier text; not printed"))
            return TileWords(evidence.id, evidence_icon(evidence), title, note, warns=True)
        if evidence.attachment is None:
            return TileWords(evidence.id, evidence_icon(evidence), title, note)
        trouble = self._desk.workspace.blobs.trouble(evidence.attachment)
        if trouble:
            return TileWords(evidence.id, "triangle-alert", title, self._desk.say(trouble))
        return TileWords(evidence.id, evidence_icon(evidence), title, note, evidence.attachment.sha256)

    def _widgets(self, words: TileWords) -> list[QWidget]:
        """The tile, and beside one whose words were said about an earlier text the way to let them stand."""
        if not words.warns or self._desk.workspace.read_only:
            return [self._tile(words)]
        again = Button(self._desk.say(_("Confirm again")), small=True)
        again.setAccessibleDescription(words.title)
        again.clicked.connect(lambda: self._confirm(words.id))
        return [self._tile(words), again]

    def _confirm(self, id: str) -> None:
        evidence = self._desk.plan.get(Evidence, id)
        if evidence is None:
            return
        try:
            edit = working.confirm_again(self._desk.plan, evidence)
        except UserError as error:
            self._desk.trouble(error)
            return
        if self._desk.commit(edit, self):
            self._desk.toast(_("It stands beside the text as it is now, and is printed again."))

    def _tile(self, words: TileWords) -> Tile:
        tile = Tile(words, self._thumbnails.of)
        tile.clicked.connect(lambda: self.edit(words.id))
        return tile


def fields_of(evidence: Evidence) -> tuple[str, ...]:
    """The fields of its panel."""
    kind = evidence.kind or (EvidenceKind.FILE if evidence.attachment else EvidenceKind.LINK)
    return _FIELDS[kind]


def _when(evidence: Evidence) -> tuple[str, str]:
    return str(evidence.on.last) if evidence.on else "", evidence.id
