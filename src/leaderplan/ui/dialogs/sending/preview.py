"""The right side: what leaves, field by field, and what stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from leaderplan.domain.messages import _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Evidence
from leaderplan.domain.review.sending import Wish
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.sending.leaving import letter
from leaderplan.ui.dialogs.sending.linelist import LineList
from leaderplan.ui.dialogs.sending.lines import Line
from leaderplan.ui.dialogs.sending.workingout import Outcome
from leaderplan.ui.pages.settings.segments import Segments
from leaderplan.ui.size import size_words
from leaderplan.ui.widgets.text import Paragraph


class Preview(QWidget):
    """Shows an outcome; the letter is of the words that stand there now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say, self._desk = desk.say, desk
        self._leaves: Sequence[Line] = ()
        self.views = Segments([say(_("This is what leaves")), say(_("What stays"))], say(_("Leaves or stays")))
        self.summary = Paragraph("", "small", "muted")
        self.leaves = LineList(say(_("This is what leaves")))
        self.stays = LineList(say(_("What stays")))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.leaves)
        self._stack.addWidget(self.stays)
        self.views.show_choice(0)
        self.views.chosen.connect(self._stack.setCurrentIndex)
        top = QVBoxLayout()
        top.setContentsMargins(16, 4, 16, 8)
        top.setSpacing(6)
        top.addWidget(self.views)
        top.addWidget(self.summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def show_outcome(self, outcome: Outcome, plan: Plan, wish: Wish) -> None:
        """Show what a wish comes to."""
        self._leaves = outcome.leaves
        self.show_letter(plan, wish)
        self.stays.show_lines(outcome.stays)
        self.summary.setText(self._summary(outcome))

    def show_letter(self, plan: Plan, wish: Wish) -> None:
        """Show other words at the head of what leaves."""
        self.leaves.show_lines([*letter(plan, wish, self._desk.language), *self._leaves])

    def _summary(self, outcome: Outcome) -> str:
        say, language = self._desk.say, self._desk.language
        parts = [say(_n("{count} record leaves", "{count} records leave", len(outcome.goes.plan)))]
        files = {piece.attachment.sha256: piece.attachment for piece in outcome.goes.plan.all(Evidence)
                 if piece.attachment}  # fmt: skip
        if files:
            size = size_words(sum(file.size for file in files.values()), language)
            parts.append(say(_n("with {count} file ({size})", "with {count} files ({size})", len(files), size=size)))
        stays = say(_n("{count} record stays", "{count} records stay", len(outcome.goes.left_out)))
        return say(_("{leaves}. {stays}.", leaves=" ".join(parts), stays=stays))
