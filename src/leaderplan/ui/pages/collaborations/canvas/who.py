"""Who leads, who co-owns, and from when to when: one line that opens the fields behind it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Collaboration, Person, Profile
from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.forms.form import RecordForm
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import advance, paint_words

FIELDS = ("lead", "co_owner", "service", "starts", "due", "ambition")


class WhoLine(QAbstractButton):
    """A line of words with a pencil; pressed in while the fields are open."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Say who and when."""
        if words == self.text():
            return
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(advance(self.text(), type_.body) + type_.px(14) + 25, type_.line + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().type.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        if self.underMouse() or self.isChecked():
            paint_box(painter, self.rect(), theme.selected if self.isChecked() else theme.hover)
        size = theme.type.px(14)
        room = self.rect().adjusted(8, 0, -16 - size, 0)
        end = paint_words(painter, room, self.text(), theme.type.body, theme.muted)
        if self.underMouse() or self.isChecked() or self.hasFocus():
            corner = room.topLeft().toPointF()
            corner.setX(corner.x() + end + 8)
            corner.setY((self.height() - size) / 2)
            icons.paint(painter, "pencil", corner, theme.muted, size)


class WhoFields(QWidget):
    """The fields behind the line; made when they are first wanted."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._form: RecordForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 16)
        self.setMaximumWidth(current_theme().type.px(560))
        self.hide()

    @property
    def form(self) -> RecordForm:
        """The fields."""
        if self._form is None:
            self._form = RecordForm(self._sheet.desk, self._sheet.record, FIELDS, self)
            self._column.addWidget(self._form)
        return self._form

    def open(self, opened: bool) -> None:
        """Show them, or hide them again."""
        if opened:
            self.form.show()
        self.setVisible(opened)


def who(sheet: Sheet) -> str:
    """``Dev Rao leads, you co-own · Jan 2026 – Sep 2026``."""
    record, language = sheet.record, sheet.desk.language
    lead = sheet.plan.get(Person, record.lead)
    people = _people(sheet, record, lead.name if lead else "")
    span = language.span(record.starts, record.due)
    return " · ".join(filter(None, (sheet.say(people), span)))


def _people(sheet: Sheet, record: Collaboration, lead: str) -> Message:
    other = sheet.plan.find(record.co_owner)
    if other is None:
        return _("{lead} leads, nobody co-owns yet", lead=lead) if lead else _("No lead and no co-owner yet")
    if isinstance(other, Profile):
        return _("{lead} leads, you co-own", lead=lead) if lead else _("You co-own, nobody leads yet")
    if lead:
        return _("{lead} leads, {other} co-owns", lead=lead, other=other.heading)
    return _("{other} co-owns, nobody leads yet", other=other.heading)
