"""Every small part in every state, for pictures and for tests that look at all of them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.worddiff import changed_words
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.changedtext import ChangedText
from leaderplan.ui.widgets.chip import Chip, Level, mode_chip
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.dates import DateField
from leaderplan.ui.widgets.editable import EditableText
from leaderplan.ui.widgets.field import SearchField
from leaderplan.ui.widgets.finding import FindingLabels, FindingRow, FindingsTray, FindingWords
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.link import BackLink, Link
from leaderplan.ui.widgets.measure import MeasureRow, MeasureWords
from leaderplan.ui.widgets.row import LineRow, LineWords
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.shapes import paint_bars
from leaderplan.ui.widgets.surface import paint_card, paint_landing, paint_left_behind, paint_ring
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

LABELS = FindingLabels("Why", "Not for this one", "Show less", "Show all")
STORY = "I brought the four teams into one room and we struck out eleven of sixteen steps. I carried the risk."


def hovered(widget: QWidget) -> QWidget:
    """As if the pointer were over it."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    return widget


class Ringed(QWidget):
    """A widget inside the keyboard's ring, as the window draws it."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.addWidget(inner)

    def paintEvent(self, event) -> None:
        paint_ring(QPainter(self), self.rect(), current_theme())


class Painted(QWidget):
    """Cards and bars, which only delegates draw."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(60)

    def paintEvent(self, event) -> None:
        theme, painter = current_theme(), QPainter(self)
        for level in range(4):
            paint_bars(painter, level, 31 * level, 8, theme)
            paint_bars(painter, level, 160 + 31 * level, 8, theme, grey=True)
        paint_card(painter, QRect(0, 20, 86, 38), theme)
        paint_card(painter, QRect(96, 20, 86, 38), theme, lifted=True)
        paint_landing(painter, QRect(192, 20, 86, 38), theme)
        paint_left_behind(painter, QRect(288, 20, 86, 38), theme)


def row_of(*widgets: QWidget, flow: bool = False) -> QWidget:
    """Widgets side by side."""
    made = QWidget()
    row = FlowLayout(made) if flow else QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    if isinstance(row, QHBoxLayout):
        row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    if isinstance(row, QHBoxLayout) and not isinstance(widgets[0], QLineEdit | DateField):
        row.addStretch()
    return made


def disabled(widget: QWidget) -> QWidget:
    """That cannot be used now."""
    widget.setEnabled(False)
    return widget


def gallery(name: str) -> QWidget:
    """One column of parts; dress the application before."""
    made = Ground()
    column = QVBoxLayout(made)
    column.setContentsMargins(24, 14, 24, 14)
    column.setSpacing(6)
    chosen = ChoiceButton("Mode", [("run", "RUN"), ("change", "CHANGE")], none="Any mode")
    chosen.set_value("run")
    wrong = DateField(ENGLISH, "Ended")
    wrong.set_draft("32 Mar")
    checked = LineRow(LineWords("Claims decided in four days", aside="told 3 times", mark="transform"))
    checked.setCheckable(True)
    checked.setChecked(True)
    measures = MeasureRow()
    measures.show_measures(
        [
            MeasureWords(1, "Days to decide a claim", "21", "4", "days", "−17 (81 %)", False, True, "seen by citizens"),
            MeasureWords(2, "Cost of one decision", "£31", "£35", "", "+£4 (13 %)", True, False, "cost"),
        ]
    )
    tray = FindingsTray(LABELS)
    tray.show_findings(
        "One thing would make this stronger",
        [FindingWords(1, "“We struck out” does not say what you did.", "A panel reads for I.", "Show the words")],
    )
    story = EditableText(STORY, name="Action", label="Action")
    problem = EditableText("Words", name="Task", label="Task")
    problem.show_problem("This is too long: 10,000 characters at most.")
    parts: list[QWidget] = [
        PlainLabel(name, "heading"),
        row_of(
            Button("New", Kind.PRIMARY, "plus"),
            hovered(Button("New", Kind.PRIMARY)),
            Ringed(Button("New", Kind.PRIMARY)),
            disabled(Button("New", Kind.PRIMARY)),
        ),
        row_of(
            Button("Mode"),
            hovered(Button("Mode")),
            chosen,
            disabled(Button("Mode")),
            Button("", Kind.ICON, "ellipsis", name="More"),
        ),
        row_of(SearchField("Search"), DateField(ENGLISH, "Started", PartialDate(2026, 3)), wrong),
        LineRow(LineWords("Claims decided in four days", aside="told 3 times", mark="transform")),
        hovered(
            LineRow(
                LineWords("Nadia Khan sent her review back", "6 comments", "today", "message-square-text"), leads=True
            )
        ),
        checked,
        LineRow(LineWords("Call Ruth Adeyemi", "what she would risk", "tomorrow", "message-circle", "13 Mar", True)),
        row_of(
            mode_chip("run", "RUN"),
            mode_chip("change", "CHANGE"),
            mode_chip("transform", "TRANSFORM"),
            Chip("Ready", "circle-check"),
            flow=True,
        ),
        row_of(
            Chip("Leading change", level=Level(3, 4)),
            Chip("March 2025", "calendar", ground="selected", removable=True, name="Date: March 2025"),
            Button("Claim", Kind.ADD, "plus"),
            flow=True,
        ),
        Painted(),
        FindingRow(
            FindingWords(1, "No councillor has heard of this yet, as far as the plan knows.", "Why", "Note a telling"),
            LABELS,
        ),
        Hairline(),
        measures,
        hovered(story),
        problem,
        EditableText("", name="Result", label="Result", hint="What was different afterwards?"),
        SectionRow("Oldest untold win", "1 of 3"),
        ChangedText(
            changed_words(STORY, STORY.replace("eleven", "nine").replace(" I carried", "\nWe carried")), "Action"
        ),
        Paragraph(
            "Done in June 2025. Nobody on the executive team has heard of this yet, and it is almost a year ago now.",
            token="muted",
        ),
        row_of(
            Button("Note a telling", small=True, icon="megaphone"), Link("One-page briefing"), BackLink("Achievements")
        ),
        tray,
    ]
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return made


class Ground(QWidget):
    """The ground of the window."""

    def paintEvent(self, event) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().surface)
