"""The head above the text of a licence: what the work is, by whom, for what, and where its source is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.licences import Work
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.settings.facts import PathLine
from leaderplan.ui.widgets.text import Paragraph


class WorkHead(QWidget):
    """Of one work after the other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.name = Paragraph("", "heading")
        self.said = Paragraph("", "body", "muted")
        self.source = PathLine(desk, "", desk.say(_("Address of the source")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.name, self.said, self.source):
            column.addWidget(part)

    def show_work(self, work: Work) -> None:
        """Show another one."""
        self.name.setText(work.title)
        lines = [work.by, " · ".join(each for each in (work.licence, work.purpose) if each)]
        if work.inside:
            lines.append(self._desk.say(_("Inside it: {licences}", licences=work.inside)))
        self.said.setText("\n".join(line for line in lines if line))
        self.said.setVisible(bool(self.said.text()))
        self.source.line.setText(work.source)
        self.source.line.setCursorPosition(0)
        self.source.setVisible(bool(work.source))
