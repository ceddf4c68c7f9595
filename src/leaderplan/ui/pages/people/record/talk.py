"""One conversation as it is read: when and what kind at the left, what it was about and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.domain.records import Conversation
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.people.record.labelled import LABEL
from leaderplan.ui.widgets.editable import OUTSET
from leaderplan.ui.widgets.pressed import PressedArea
from leaderplan.ui.widgets.text import paint_lines, wrapped

_PAD = 6


@dataclass(frozen=True, slots=True)
class TalkWords:
    """A conversation in words."""

    id: str
    when: str
    kind: str
    about: str
    outcome: str
    next_step: str


def talk_words(talk: Conversation, language: Language) -> TalkWords:
    """What the row of a conversation says."""
    step = talk.next_step.strip()
    return TalkWords(
        talk.id,
        language.day(talk.on) if talk.on else "",
        language.say(talk.kind.label) if talk.kind else "",
        talk.about,
        talk.outcome,
        language.say(_("Next step: {step}", step=step)) if step else "",
    )


class TalkRow(PressedArea):
    """As high as its words; pressed to edit."""

    edits = True

    def __init__(self, words: TalkWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        parts = (words.when, words.kind, words.about, words.outcome, words.next_step)
        self.setAccessibleName(", ".join(part for part in parts if part))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        type_ = current_theme().type
        about, outcome, step = self._lines(width)
        right = (len(about) + len(outcome)) * type_.line + len(step) * type_.small_line
        left = (type_.line + type_.small_line) if self.words.kind else type_.line
        return max(left, right) + 2 * _PAD

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, current_theme().type.line + 2 * _PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        type_ = theme.type
        self.paint_ground(painter)
        paint_lines(painter, [self.words.when], OUTSET, _PAD, type_.line, type_.small, theme.muted)
        if self.words.kind:
            top = _PAD + type_.line
            paint_lines(painter, [self.words.kind], OUTSET, top, type_.small_line, type_.small, theme.muted)
        about, outcome, step = self._lines(self.width())
        x, y = self._left(), _PAD
        paint_lines(painter, about, x, y, type_.line, type_.strong, theme.text)
        y += len(about) * type_.line
        paint_lines(painter, outcome, x, y, type_.line, type_.body, theme.text)
        y += len(outcome) * type_.line
        paint_lines(painter, step, x, y, type_.small_line, type_.small, theme.muted)

    def _left(self) -> int:
        return OUTSET + current_theme().type.px(LABEL) + 8 + OUTSET

    def _lines(self, width: int) -> tuple[list[str], list[str], list[str]]:
        type_, room = current_theme().type, max(width - self._left() - OUTSET, 60)
        words = self.words
        return (
            wrapped(words.about, type_.strong, room) if words.about else [],
            wrapped(words.outcome, type_.body, room) if words.outcome else [],
            wrapped(words.next_step, type_.small, room) if words.next_step else [],
        )
