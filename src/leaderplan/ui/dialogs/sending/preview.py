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
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.settings.segments import Segments
from leaderplan.ui.size import size_words
from leaderplan.ui.widgets.field import SearchField
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.text import Paragraph


class Preview(QWidget):
    """Shows an outcome; the letter is of the words that stand there now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say, self._desk = desk.say, desk
        self._leaves: Sequence[Line] = ()
        self._counts = ""
        self.views = Segments([say(_("This is what leaves")), say(_("What stays"))], say(_("Leaves or stays")))
        self.summary = Paragraph("", "small", "muted")
        self.leaves = LineList(say(_("This is what leaves")))
        self.stays = LineList(say(_("What stays")))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.leaves)
        self._stack.addWidget(self.stays)
        self.views.show_choice(0)
        self.views.chosen.connect(self.view)
        self.search = SearchField(say(_("Find in this")))
        self.search.setFixedWidth(current_theme().type.px(160))
        self.search.sought.connect(self._seek)
        head = QWidget()
        row = FlowLayout(head)
        row.addWidget(self.views)
        row.addWidget(self.search)
        top = QVBoxLayout()
        top.setContentsMargins(16, 16, 16, 8)
        top.setSpacing(6)
        top.addWidget(head)
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
        self._counts = self._summary(outcome)
        self._say()

    def view(self, number: int) -> None:
        """Show what leaves (0) or what stays (1)."""
        self.views.show_choice(number)
        self._stack.setCurrentIndex(number)
        if self._list().lines.sought != self.search.text():
            self._list().seek(self.search.text())
        self._say()

    def show_letter(self, plan: Plan, wish: Wish) -> None:
        """Show other words at the head of what leaves."""
        self.leaves.show_lines([*letter(plan, wish, self._desk.language), *self._leaves])

    def _seek(self, text: str) -> None:
        self._list().seek(text)
        self._say()

    def _list(self) -> LineList:
        return self.stays if self.views.choice else self.leaves

    def _say(self) -> None:
        """What leaves in numbers; where something is sought, whether it is in there."""
        sought = " ".join(self.search.text().split())
        if not sought:
            self.summary.setText(self._counts)
            return
        leaves = self.views.choice == 0
        count = self._list().hits
        if count:
            said = _n("{words} stands in {count} line.", "{words} stands in {count} lines.", count, words=f"“{sought}”")
        else:
            said = _("{words} stands nowhere in what leaves.", words=f"“{sought}”")
            if not leaves:
                said = _("{words} stands nowhere here.", words=f"“{sought}”")
        self.summary.setText(self._desk.say(said))

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
