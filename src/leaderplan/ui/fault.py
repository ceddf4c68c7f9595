"""What is shown when something failed that is nobody's fault but ours: it says so, with a report to copy."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from leaderplan import __version__
from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.text import Paragraph, PlainLabel


class FaultDialog(QDialog):
    """Says that the program failed and what that means for the plan; the report stays on this machine."""

    def __init__(self, report: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = language.say
        self.setWindowTitle("LeaderPlan")
        self.report = f"LeaderPlan {__version__}\n{report}"
        title = PlainLabel(say(_("LeaderPlan made a mistake")), "heading")
        sentence = _("What you stored before is safe. If it happens again, this report helps whoever looks into it.")
        words = QPlainTextEdit(self.report)
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setAccessibleName(say(_("Report")))
        copy = Button(say(_("Copy the report")), Kind.PLAIN, "copy")
        close = Button(say(_("Close")), Kind.PRIMARY)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.report))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(Paragraph(say(sentence), "body", "muted"))
        column.addWidget(words, 1)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)
        self.resize(560, 400)
