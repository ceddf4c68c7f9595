"""Files of ours that are dropped on a window: reviews and answers are opened, and nothing else is taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from leaderplan.domain.review import suffixes


def is_review(path: str) -> bool:
    """Whether a file is called like a review."""
    return path.lower().endswith(suffixes.REVIEW)


def is_answer(path: str) -> bool:
    """Whether a file is called like an answer to one."""
    return path.lower().endswith(suffixes.ANSWER)


def arriving(data: QMimeData) -> list[str]:
    """The reviews and answers among what is dragged."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if is_review(path) or is_answer(path)]


class Arriving(QObject):
    """Make one for a window: ``Arriving(window).arrived.connect(…)``; it tells each path by itself."""

    arrived = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return False
        if not isinstance(event, QDropEvent):
            return False
        found = arriving(event.mimeData())
        if not found:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            for path in found:
                self.arrived.emit(path)
        return True
