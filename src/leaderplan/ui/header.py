"""The header of a page: its title, one sentence, its buttons, its search and the one primary action."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.ui.actions import VERSIONS
from leaderplan.ui.dress import current_theme
from leaderplan.ui.heading import Heading, PageAction
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.field import SearchField
from leaderplan.ui.widgets.link import BackLink
from leaderplan.ui.widgets.text import PlainLabel, advance, as_tip
from leaderplan.ui.widgets.titleline import TitleLine

_SEARCH, _NARROW_SEARCH = 200, 168


class Header(QWidget):
    """Shows what the page says about itself; the window connects it to the page in view."""

    sought = Signal(str)
    back_wanted = Signal()
    step_wanted = Signal(int)
    primary_pressed = Signal()
    versions_wanted = Signal()
    renamed = Signal(str)
    """Another title was typed for the record that fills the page."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = language.say
        self._back = BackLink()
        self._title = TitleLine()
        self._sentence = PlainLabel("", "body", "muted", shortens=True)
        self._search = SearchField("")
        self._search_button = Button("", Kind.ICON, "search", name=self._say(_("Search this page")))
        self._primary = Button("", Kind.PRIMARY, "plus")
        self._up = Button("", Kind.ICON, "chevron-up", name=self._say(_("Previous")))
        self._down = Button("", Kind.ICON, "chevron-down", name=self._say(_("Next")))
        self._versions = Button("", Kind.ICON, "history", name=self._say(VERSIONS.name))
        self._buttons: list[QWidget] = []
        self._record_shown = False
        self._searchable = True
        self._lay_out()
        self._back.clicked.connect(self.back_wanted)
        self._search.sought.connect(self.sought)
        self._search_button.clicked.connect(self.open_search)
        self._primary.clicked.connect(self.primary_pressed)
        self._title.renamed.connect(self.renamed)
        self._up.clicked.connect(lambda: self.step_wanted.emit(-1))
        self._down.clicked.connect(lambda: self.step_wanted.emit(1))
        self._versions.clicked.connect(self.versions_wanted)

    def show_heading(self, heading: Heading) -> None:
        """Say the title, and the way back where a record fills the page."""
        self._record_shown = bool(heading.back)
        self._title.setText(heading.title)
        self._title.let_rename(heading.rename)
        self._sentence.setText(heading.sentence)
        self._sentence.setVisible(bool(heading.sentence) and not heading.back)
        self._back.set_words(heading.back)
        self._back.setVisible(bool(heading.back))
        for arrow in (self._up, self._down):
            arrow.setVisible(heading.steps)
        self._show_search()

    def show_search(self, hint: str | None) -> None:
        """Say what the search field seeks; None hides it. Whatever was sought is forgotten."""
        self._searchable = hint is not None
        self._search.set_hint(hint or "")
        self._search.clear_quietly()
        self._show_search()

    def show_primary(self, action: PageAction | None) -> None:
        """Show the primary action; None hides it."""
        self._primary.setVisible(action is not None)
        if action is None:
            self._show_search()
            return
        self._primary.setText(self._say(action.text))
        self._primary.setAccessibleName(self._say(action.text))
        self._primary.set_icon(action.icon)
        self._primary.setEnabled(action.enabled)
        self._primary.setToolTip(as_tip(self._say(action.reason)) if action.reason and not action.enabled else "")
        self._show_search()

    def show_versions(self, offered: bool) -> None:
        """Whether there is a record in view whose versions can be looked at."""
        self._versions.setVisible(offered)
        self._show_search()

    def show_buttons(self, buttons: Sequence[QWidget]) -> None:
        """Show a page's own buttons before the search field; those of another page only hide."""
        for each in self._buttons:
            if each not in buttons:
                each.hide()
        row = self._row
        for place, each in enumerate(buttons):
            if each not in self._buttons:
                self._buttons.append(each)
                row.insertWidget(row.indexOf(self._up) if place == 0 else row.indexOf(buttons[place - 1]) + 1, each)
            each.show()
        self._show_search()

    def forget_buttons(self) -> None:
        """Let the buttons of all pages go."""
        for each in self._buttons:
            each.deleteLater()
        self._buttons.clear()

    def begin_rename(self) -> None:
        """Select the title of the record, ready to be typed over."""
        self._title.begin()

    def settle(self) -> None:
        """Store a title that is still being typed."""
        self._title.settle()

    def open_search(self) -> bool:
        """Put the keyboard into the search field; whether this page has one."""
        if not self._searchable:
            return False
        self._search_button.hide()
        self._search.show()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
        return True

    def narrow(self, narrow: bool) -> None:
        """Give the search field less room."""
        self._search.setFixedWidth(current_theme().type.px(_NARROW_SEARCH if narrow else _SEARCH))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_theme().line)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._show_search()

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._fit()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._back)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        words.addStretch()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(32, 1, 32, 1)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        for widget in (self._up, self._down, self._versions, self._search_button, self._search, self._primary):
            self._row.addWidget(widget)
            widget.hide()
        self._search.setClearButtonEnabled(False)
        self._back.hide()
        self._fit()

    def _fit(self) -> None:
        type_ = current_theme().type
        self.setFixedHeight(type_.title_line + type_.line + 27)
        self.narrow(False)

    def _show_search(self) -> None:
        folded = (self._record_shown or self._tight()) and not self._search.text() and not self._search.hasFocus()
        self._search.setVisible(self._searchable and not folded)
        self._search_button.setVisible(self._searchable and folded)

    def _tight(self) -> bool:
        """Whether the title would be cut short beside the search field, as with very large text."""
        beside = [self._search, self._primary, self._versions, *self._buttons]
        taken = sum(
            max(w.sizeHint().width(), w.minimumWidth()) + 12 for w in beside if w is self._search or w.isVisible()
        )
        return advance(self._title.text(), current_theme().type.title) > self.width() - 64 - taken
