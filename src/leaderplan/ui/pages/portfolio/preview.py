"""The preview: the very pages that Export writes, turned one by one, with what could not be printed below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.portfolio.printing import Proof
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.pages import Pages, PageView, Thumbnails
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_SENTENCES = 3


class Preview(QWidget):
    """Shows a Proof."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: Pages | None = None
        self.view = PageView()
        self._back = Button("", Kind.ICON, "chevron-left", name=desk.say(_("Previous page")))
        self._on = Button("", Kind.ICON, "chevron-right", name=desk.say(_("Next page")))
        self._where = PlainLabel(desk.say(_("Setting the pages…")))
        self._thumbnails = Thumbnails()
        self._thumbnails.setAccessibleName(desk.say(_("Pages")))
        self._problems = Paragraph("", "small", "warn")
        self._problems.hide()
        self._back.clicked.connect(lambda: self.view.turn(self.view.page - 1))
        self._on.clicked.connect(lambda: self.view.turn(self.view.page + 1))
        self._thumbnails.chosen.connect(self.view.turn)
        self.view.turned.connect(self._say_where)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._back)
        row.addWidget(self._where)
        row.addWidget(self._on)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.view, 1)
        column.addWidget(self._thumbnails)
        column.addWidget(self._problems)
        self._say_where(0)

    def show_proof(self, proof: Proof) -> None:
        """Show its pages, and say what is missing from them."""
        before, self._pages = self._pages, Pages(proof.printed.pdf)
        self.view.show_pages(self._pages)
        if before is not None:
            before.close()
        said = [self._desk.say(message) for message in proof.left_out]
        shown = said[:_SENTENCES]
        if len(said) > _SENTENCES:
            shown.append(self._desk.say(_("{count} more stay out.", count=len(said) - _SENTENCES)))
        shown += [self._desk.say(message) for message in proof.troubles[:_SENTENCES]]
        if proof.printed.unprintable:
            letters = " ".join(proof.printed.unprintable)
            shown.append(self._desk.say(_("No font here prints these characters: {letters}", letters=letters)))
        self._problems.setText("\n".join(shown))
        self._problems.setVisible(bool(shown))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().sunken)

    def _say_where(self, page: int) -> None:
        count = len(self._pages) if self._pages else 0
        self._back.setEnabled(page > 0)
        self._on.setEnabled(page + 1 < count)
        self._thumbnails.show_pages(self._pages, page)
        if not count:
            return
        where = self._desk.say(_("Page {page} of {count}", page=page + 1, count=count))
        self._where.setText(where)
        self._where.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.view.name_it(where)
