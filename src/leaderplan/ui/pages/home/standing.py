"""The right side of Home: the radar, the oldest untold win, and whom one is losing touch with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.figures import RADAR_AXES, Axis, Figure, radar
from leaderplan.domain.messages import _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Profile
from leaderplan.domain.rules.chosen_framework import levels
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.home.lines import fill
from leaderplan.ui.pages.home.overview import Overview
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.drawing import FigureView
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.row import LineWords
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph

_LOSING = 4


class RadarPart(QWidget):
    """Expected against shown competencies, with the widest gap in words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._gap = ""
        self._title = SectionRow("")
        self._figure = FigureView(lambda width: Figure(width, 1, (), ""))
        self._words = Paragraph("")
        self._link = Link(desk.say(_("Find evidence")))
        self._link.clicked.connect(lambda: desk.go(Place("competencies", self._gap)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._title, self._figure):
            column.addLayout(inset(widget))
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(inset(row))

    def show_overview(self, plan: Plan, found: Overview) -> None:
        """Draw it anew; hidden while nothing is expected or shown."""
        desk, stands = self._desk, found.standings
        ranks = max((level.rank or 0 for level in levels(plan)), default=0)
        known = any(s.expected or s.shown for s in stands)
        self.setVisible(known)
        if not known:
            return
        role = plan.all(Profile)[0].target_role
        self._title.set_title(desk.say(_("For {role}", role=role) if role else _("Expected and shown")))
        axes = [Axis(s.competency.title, s.expected or 0, s.shown or 0) for s in stands]
        drawn = len(axes) in RADAR_AXES and ranks > 0
        self._figure.setVisible(drawn)
        if drawn:
            self._figure.set_drawing(lambda width: self._radar(axes, ranks, width))
        self._say_gap(found)

    def _radar(self, axes: list[Axis], ranks: int, width: float) -> Figure:
        key = (_("expected"), _("shown by your record"))
        size, text = (width, width * 0.8), current_theme().type.px(12)
        return radar(axes, ranks, size, self._desk.language, text=text, key=key, numbered=False)

    def _say_gap(self, found: Overview) -> None:
        widest, desk = found.widest, self._desk
        self._link.setVisible(widest is not None)
        if widest is None:
            self._words.setText(desk.say(_("Your record shows all that is expected.")))
            return
        self._gap = widest.competency.id
        said = _n("Widest gap: {name}, one level.", "Widest gap: {name}, {count} levels.",
                  widest.gap, name=widest.competency.title)  # fmt: skip
        self._words.setText(desk.say(said))


class UntoldPart(QWidget):
    """The oldest win that nobody has heard of, with a way to tell it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, ""
        self._title = SectionRow(desk.say(_("Oldest untold win")))
        self._win = QVBoxLayout()
        self._when = Paragraph("", "body", "muted")
        tell = Button(desk.say(_("Note a telling")), Kind.PLAIN)
        tell.clicked.connect(lambda: desk.go(Place("achievements", self._id, "+telling")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(inset(Hairline()))
        column.addSpacing(8)
        column.addLayout(inset(self._title))
        column.addLayout(self._win)
        column.addLayout(inset(self._when))
        row = QHBoxLayout()
        row.addWidget(tell)
        row.addStretch()
        column.addLayout(inset(row))

    def show_overview(self, _plan: Plan, found: Overview) -> None:
        """Show the oldest; hidden where everything was told."""
        self.setVisible(bool(found.untold))
        if not found.untold:
            return
        win, desk = found.untold[0], self._desk
        self._id = win.id
        self._title.set_aside(desk.say(_("1 of {count}", count=len(found.untold))) if len(found.untold) > 1 else "")
        words = LineWords(win.title, mark=win.mode.value if win.mode else "trophy")
        fill(self._win, [(words, Place("achievements", win.id))], desk)
        done = desk.say(_("Done in {date}.", date=win.ended)) + " " if win.ended else ""
        self._when.setText(done + desk.say(_("Nobody has heard of this yet.")))


class LosingPart(QWidget):
    """People whom one meant to speak to before now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(inset(Hairline()))
        column.addSpacing(8)
        column.addLayout(inset(SectionRow(desk.say(_("Losing touch with")))))
        column.addLayout(self._rows)

    def show_overview(self, _plan: Plan, found: Overview) -> None:
        """Show the longest overdue; hidden where every promise is kept."""
        self.setVisible(bool(found.losing))
        rows = [
            (
                LineWords(
                    touch.person.name,
                    touch.person.service_area or touch.person.role,
                    self._desk.say(_n("{count} day, promised {promised}", "{count} days, promised {promised}",
                                      touch.days or 0, promised=touch.promised or 0)),
                ),
                Place("people", touch.person.id),
            )
            for touch in found.losing[:_LOSING]
        ]  # fmt: skip
        fill(self._rows, rows, self._desk)
