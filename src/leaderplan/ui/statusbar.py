"""The foot of the window: that all is saved, and what is under way."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.tasks import Task, Tasks
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.text import PlainLabel

_BAR: Final = QSize(96, 6)


class ProgressBar(QWidget):
    """A bar 96 × 6; the words beside it say the same for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._of = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_steps(self, done: int, of: int) -> None:
        """``done`` of ``of`` steps; without any steps it is empty."""
        self._done, self._of = done, of
        self.update()

    def sizeHint(self) -> QSize:
        return _BAR

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line)
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        if self._of:
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(QRectF(0, 0, self.width() * min(self._done / self._of, 1), self.height()), 3, 3)


class StatusBar(QWidget):
    """*Saved* with the last backup at the left; the newest task with its bar and Cancel at the right."""

    def __init__(self, language: Language, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._tasks = tasks
        self._task: Task | None = None
        self._under_way: list[Task] = []
        self._backup: datetime | None = None
        self._icon = "check"
        self._saved = PlainLabel("", "small", "muted")
        self._label = PlainLabel("", "small", "muted")
        self._bar = ProgressBar()
        self._cancel = Link(language.say(_("Cancel")), small=True)
        self._cancel.clicked.connect(self._stop)
        self._lay_out()
        self._show(None)
        tasks.started.connect(self._begin)

    def say(self, message: Message) -> None:
        """What stands at the left."""
        self._saved.setText(self._language.say(message))

    def only_looked_at(self) -> None:
        """That nothing is stored here: one only looks."""
        self._icon = "eye"
        self.say(_("Only to look at"))

    def saved(self, backup: datetime | None = None) -> None:
        """That everything is stored, and when the last backup was made; None keeps the one that was said before."""
        self._icon = "check"
        backup = self._backup = backup or self._backup
        if backup is None:
            self.say(_("Saved"))
        elif backup.astimezone().date() == datetime.now().astimezone().date():
            self.say(_("Saved · last backup {time}", time=f"{backup.astimezone():%H:%M}"))
        else:
            self.say(_("Saved · last backup {moment}", moment=backup))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(0, 0, self.width(), 1, theme.line)
        if self._saved.text():
            size = theme.type.px(14)
            icons.paint(painter, self._icon, QPointF(16, (self.height() - size) // 2 + 1), theme.muted, size)

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._fit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setSpacing(12)
        row.addWidget(self._saved)
        row.addStretch()
        for widget in (self._label, self._bar, self._cancel):
            row.addWidget(widget)
        self._fit()

    def _fit(self) -> None:
        type_ = current_theme().type
        self.setFixedHeight(type_.small_line + 12)
        if (row := self.layout()) is not None:
            row.setContentsMargins(22 + type_.px(14), 1, 16, 0)

    def _begin(self, task: Task) -> None:
        task.progressed.connect(lambda done, of: self._progress(task, done, of))
        task.ended.connect(lambda: self._end(task))
        self._under_way.append(task)
        self._show(task)

    def _progress(self, task: Task, done: int, of: int) -> None:
        if task is self._task:
            self._bar.show_steps(done, of)
            count = _("{what} {done} of {all}", what=task.label, done=done, all=of)
            self._label.setText(self._language.say(count if of else task.label))

    def _end(self, task: Task) -> None:
        self._under_way.remove(task)
        self._show(self._under_way[-1] if self._under_way else None)

    def _show(self, task: Task | None) -> None:
        self._task = task
        for widget in (self._label, self._bar, self._cancel):
            widget.setVisible(task is not None)
        if task is not None:
            self._label.setText(self._language.say(task.label))
            self._progress(task, *task.steps)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
