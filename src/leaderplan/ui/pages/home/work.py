"""The left side of Home below the steps: what is next, and what the time went into."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.figures import Figure, Period, columns
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Mode, Profile
from leaderplan.domain.rules.run_change_transform import Quarter
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.home.legend import ModeLegend
from leaderplan.ui.pages.home.lines import fill
from leaderplan.ui.pages.home.overview import Dated, Overview
from leaderplan.ui.pages.home.wording import away, day_in_column
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.drawing import FigureView
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.row import LineWords
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import PlainLabel

_COLUMNS_HIGH = 190


class NextPart(QWidget):
    """The next five dated things."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(inset(SectionRow(desk.say(_("Next")))))
        column.addLayout(self._rows)

    def show_overview(self, _plan: Plan, found: Overview) -> None:
        """Show them; hidden where nothing has a date."""
        self.setVisible(bool(found.ahead))
        fill(self._rows, [self._row(each) for each in found.ahead], self._desk)

    def _row(self, each: Dated) -> tuple[LineWords, Place]:
        desk, today = self._desk, self._desk.today()
        words, more = (part if isinstance(part, str) else desk.say(part) for part in (each.words, each.more))
        return (
            LineWords(
                words,
                more,
                desk.say(away(each.on.last, today)),
                each.icon,
                day_in_column(each.on, desk.language),
                urgent=(each.on.last - today).days <= 1,
            ),
            each.place,
        )


class TimePart(QWidget):
    """RUN, CHANGE and TRANSFORM by quarter, against the target."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._figure = FigureView(lambda width: Figure(width, 1, (), ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        title = SectionRow(desk.say(_("What your time went into")))
        title.add(ModeLegend(desk.language))
        column.addLayout(inset(title))
        sentence = desk.say(_("Share of achievements by quarter, in per cent"))
        column.addLayout(inset(PlainLabel(sentence, "small", "muted")))
        column.addSpacing(8)
        column.addLayout(inset(self._figure))

    def show_overview(self, plan: Plan, found: Overview) -> None:
        """Draw the columns anew; hidden before anything was done in these quarters."""
        self.setVisible(bool(found.quarters))
        if not found.quarters:
            return
        desk = self._desk
        periods = [Period(self._label(q), q.run, q.change, q.transform) for q in found.quarters]
        share = plan.all(Profile)[0].target_share
        target = share[list(Mode).index(Mode.TRANSFORM)] if share else None
        self._figure.set_drawing(
            lambda width: columns(
                periods,
                target,
                width,
                current_theme().type.px(_COLUMNS_HIGH),
                desk.language,
                current_theme().type.px(12),
            )
        )

    def _label(self, quarter: Quarter) -> str:
        year = str(quarter.year)[-2:]
        return self._desk.say(_("Q{quarter} {year}", quarter=str(quarter.quarter), year=year))
