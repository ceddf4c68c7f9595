"""The left side of a comment: where it is, the text as it is now, and as it was when the mentor read it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews.about import About, Text
from leaderplan.ui.pages.reviews.excerpt import LITTLE, MOST, excerpt, is_cut
from leaderplan.ui.pages.reviews.parts import Behind, RankLine
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.markedtext import MarkedText
from leaderplan.ui.widgets.placelink import PlaceLink
from leaderplan.ui.widgets.text import Paragraph, PlainLabel


class LongText(QWidget):
    """A text with the words that are meant; a long one around them only, until all of it is asked for."""

    def __init__(
        self, desk: Desk, text: Text, token: str = "text", most: int = MOST, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._token = text, token
        self._current = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.shown = MarkedText(excerpt(text.words, text.span, most), token=token)
        self._column.addWidget(self.shown)
        if is_cut(text.words, most):
            self.all = Link(desk.say(_("Show all of it")), small=True)
            self.all.clicked.connect(self._show_all)
            self._column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    def set_current(self, current: bool) -> None:
        """Whether it is the one that is dealt with now."""
        self._current = current
        self.shown.set_current(current)

    def _show_all(self) -> None:
        before = self.shown
        self.shown = MarkedText(excerpt(self._text.words, self._text.span, len(self._text.words)), token=self._token)
        self.shown.set_current(self._current)
        self._column.replaceWidget(before, self.shown)
        for gone in (before, self.all):
            gone.hide()
            gone.deleteLater()


class Left(QWidget):
    """``link`` is the place; pressing it leads there."""

    def __init__(self, desk: Desk, about: About, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self.link = PlaceLink(about.words, about.mark, leads=about.leads is not None)
        if about.leads is not None:
            place = about.leads
            self.link.clicked.connect(lambda: desk.go(place))
        self.now = LongText(desk, about.now) if about.now else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.link)
        if self.now is not None:
            column.addWidget(self.now)
        if about.rates:
            column.addWidget(_own(desk, about))
        if about.note is not None:
            column.addWidget(Paragraph(say(about.note), "small", "muted"))
        if about.was is not None:
            then = Behind(12)
            then.column.addWidget(PlainLabel(say(_("As it was when they read it")), "small", "muted"))
            then.column.addWidget(LongText(desk, about.was, "muted", LITTLE))
            column.addSpacing(2)
            column.addWidget(then)
        column.addStretch()

    def set_current(self, current: bool) -> None:
        """Whether it is the one that is dealt with now."""
        if self.now is not None:
            self.now.set_current(current)


def _own(desk: Desk, about: About) -> QWidget:
    if about.rank is None:
        return Paragraph(desk.say(_("You have not rated yourself here.")))
    return RankLine(desk.say(_("You say {level}", level=about.rank.title)), about.rank, strong=False)
