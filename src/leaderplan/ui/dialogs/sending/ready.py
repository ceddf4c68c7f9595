"""The last page: where the file lies, the words that open it, a text for the mail, and what happens next."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.wordsbox import WordsBox
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.settings.buttonrow import ButtonRow
from leaderplan.ui.pages.settings.facts import Facts, PathLine
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import Paragraph

_WIDEST = 768


@dataclass(frozen=True, slots=True)
class Ready:
    """A round that was sent: its files as they lie there, and what opens them. ``lacks_form`` where the page for a
    browser was wanted and could not be written.
    """

    round: str
    mentor: str
    file: Path
    form: Path | None
    passphrase: str | None
    lacks_form: bool = False


def mail_text(ready: Ready, language: Language) -> str:
    """A short text to send with the file; the words that open it are not in it."""
    say = language.say
    opens = _("Open {file} with LeaderPlan.", file=ready.file.name)
    if ready.form is not None:
        opens = _("Open {file} with LeaderPlan, or {form} in any browser.", file=ready.file.name, form=ready.form.name)
    answers = _("When you are done, save your answer there and send me that file.")
    sealed = [say(_("The file is sealed; I will tell you the passphrase another way."))] if ready.passphrase else []
    return "\n\n".join(
        (
            say(_("Dear {name},", name=ready.mentor)),
            " ".join(
                (say(_("I have sent you a part of my leadership plan, and would value your comments.")),
                 say(opens), *sealed)
            ),
            say(answers),
        )
    )  # fmt: skip


class Boxed(QWidget):
    """A text on a ground of its own: exactly what is copied."""

    def __init__(self, text: Paragraph, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        paint_box(QPainter(self), self.rect(), theme.sunken, theme.line)


class ReadyPage(QWidget):
    """Made anew for each file."""

    def __init__(self, desk: Desk, ready: Ready, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say, self._desk, self._ready = desk.say, desk, ready
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(8)
        self.setMaximumWidth(current_theme().type.px(_WIDEST))
        facts: list[tuple[str, str | QWidget]] = [
            (say(_("File")), PathLine(desk, str(ready.file), say(_("Where the file lies"))))
        ]
        if ready.form is not None:
            facts.append((say(_("Page")), PathLine(desk, str(ready.form), say(_("Where the page lies")))))
        if ready.lacks_form:
            facts.append(
                (say(_("Page")), say(_("The page for a browser could not be written. Send another round for it.")))
            )
        where = Facts()
        where.show_facts(facts)
        self.show_folder = Button(say(_("Show in folder")), icon="folder-open", small=True)
        self.show_folder.clicked.connect(self._open_folder)
        self._part(_("Where it lies"), where, ButtonRow(self.show_folder))
        self.words: WordsBox | None = None
        if ready.passphrase is not None:
            self.words = WordsBox(say(_("Passphrase")), ready.passphrase)
            self.copy_words = self._copying(_("Copy the passphrase"), ready.passphrase)
            note = Paragraph(
                say(_("Send it another way than the file. When you leave this page it is shown nowhere again.")),
                "small",
                "muted",
            )
            self._part(_("Passphrase"), self.words, note, ButtonRow(self.copy_words))
        text = mail_text(ready, desk.language)
        self.mail = Paragraph(text)
        box = Boxed(self.mail)
        self.copy_mail = self._copying(_("Copy the text"), text)
        self._part(_("A text for your mail"), box, ButtonRow(self.copy_mail))
        self._part(
            _("What happens next"), Paragraph(say(_("When the answer comes back, open it on the Reviews page.")))
        )
        self._column.addStretch()

    def _part(self, title: Message, *widgets: QWidget) -> None:
        if self._column.count():
            self._column.addSpacing(12)
        self._column.addWidget(SectionRow(self._desk.say(title)))
        for widget in widgets:
            self._column.addWidget(widget)

    def _copying(self, words: Message, text: str) -> Button:
        button = Button(self._desk.say(words), icon="copy", small=True)

        def copy() -> None:
            QGuiApplication.clipboard().setText(text)
            button.setText(self._desk.say(_("Copied")))
            button.updateGeometry()

        button.clicked.connect(copy)
        return button

    def _open_folder(self) -> None:
        folder = self._ready.file.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._desk.toast(_("The system has nothing to open {name} with.", name=str(folder)), undo=False)
