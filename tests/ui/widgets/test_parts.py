"""The small parts: named, readable at any size, and telling what the person did."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from leaderplan.domain.figures import Area, Figure, Line, Mark, MarkShape, Role, Shape, Words
from leaderplan.domain.figures.shapes import Anchor
from leaderplan.ui import theme
from leaderplan.ui.dress import current_theme, dress
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.chip import Chip, Level
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.drawing import FigureView, paint_figure
from leaderplan.ui.widgets.empty import EmptyRow, EmptyState, EmptyWords
from leaderplan.ui.widgets.finding import FindingRow, FindingsTray, FindingWords
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.measure import MeasureRow, MeasureView, MeasureWords
from leaderplan.ui.widgets.row import LineRow, LineWords
from leaderplan.ui.widgets.rows import RECORD, ROW, RecordList, RowWords
from leaderplan.ui.widgets.text import Paragraph, PlainLabel, as_tip, font_of, wrapped
from leaderplan.ui.widgets.toast import Toast
from tests.ui.finding import the
from tests.ui.gallery import LABELS, gallery

HOSTILE = "<b>R&D</b> <img src='/etc/hostname'> & <a href=x>y</a>"


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_part_stands_in_every_theme_at_any_text_size(dressed: QApplication, qtbot, name, scale: float) -> None:
    dress(dressed, name, scale)
    parts = gallery(name)
    qtbot.addWidget(parts)
    parts.resize(int(460 * scale), int(1180 * scale))
    parts.show()
    clipped: list[QWidget] = [w for w in parts.findChildren(Button) if w.size() != w.sizeHint()]
    clipped += [w for w in parts.findChildren(Paragraph) if w.isVisible() and w.height() < w.heightForWidth(w.width())]
    assert not clipped
    nameless: list[QWidget] = [
        b for b in parts.findChildren(QAbstractButton) if b.isVisible() and not b.accessibleName()
    ]
    nameless += [menu for menu in parts.findChildren(QMenu) if not menu.accessibleName()]
    assert not nameless
    assert not parts.grab().isNull()


def test_markup_is_shown_as_typed(dressed: QApplication, qtbot) -> None:
    label, words = PlainLabel(HOSTILE), Paragraph(HOSTILE)
    qtbot.addWidget(label)
    qtbot.addWidget(words)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert (label.text(), words.text()) == (HOSTILE, HOSTILE)


@pytest.mark.parametrize("text", [HOSTILE, "<b>x</b>", "&lt;b>", "plain & simple", "a < b", "<?xml ?><b>"])
def test_a_tool_tip_cannot_be_taken_for_rich_text(text: str, dressed: QApplication) -> None:
    tip = as_tip(text)
    assert not GuiQt.mightBeRichText(tip)
    assert tip.replace("\u2060", "") == text


def test_words_that_do_not_fit_are_shortened_and_whole_in_the_tip(dressed: QApplication, qtbot) -> None:
    label = PlainLabel("Claims decided in four days", shortens=True)
    qtbot.addWidget(label)
    label.resize(60, 21)
    label.grab()
    assert label.toolTip() == "Claims decided in four days"
    label.resize(400, 21)
    label.grab()
    assert label.toolTip() == ""


@pytest.mark.parametrize("text", ["", "\n", "a\n\nb", "x" * 500, "🎉" * 60, "one two three four five six seven"])
def test_wrapped_lines_hold_every_character(text: str, dressed: QApplication) -> None:
    lines = wrapped(text, font_of("body", current_theme().type), 120)
    assert "".join(lines) == text.replace("\n", "")
    assert len(lines) >= text.count("\n") + 1


def test_a_chip_tells_presses_and_removals_apart(dressed: QApplication, qtbot) -> None:
    chip = Chip("March 2025", "calendar", ground="selected", removable=True, name="Date: March 2025")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    heard: list[str] = []
    chip.clicked.connect(lambda: heard.append("pressed"))
    chip.removed.connect(lambda: heard.append("removed"))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 14))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 15, 14))
    QTest.keyClick(chip, Qt.Key.Key_Return)
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert heard == ["pressed", "removed", "pressed", "removed"]
    assert chip.accessibleName() == "Date: March 2025"


def test_level_dots_make_room_for_themselves(dressed: QApplication, qtbot) -> None:
    four, five = Chip("Vision", level=Level(3, 4)), Chip("Vision", level=Level(3, 5))
    qtbot.addWidget(four)
    qtbot.addWidget(five)
    assert five.sizeHint().width() == four.sizeHint().width() + 10


def test_what_flows_goes_on_below_and_never_beyond_the_edge(dressed: QApplication, qtbot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    flow = FlowLayout(frame)
    chips = [Chip(f"Competency number {number}") for number in range(8)]
    for chip in chips:
        flow.addWidget(chip)
    frame.resize(400, 200)
    frame.show()
    assert flow.heightForWidth(400) > chips[0].height()
    assert all(frame.rect().contains(chip.geometry()) for chip in chips)
    boxes = [chip.geometry() for chip in chips]
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


def test_a_choice_is_shown_told_and_taken_back(dressed: QApplication, qtbot) -> None:
    button = ChoiceButton("Mode", [("run", "RUN"), ("change", "CHANGE & more")], none="Any mode")
    qtbot.addWidget(button)
    chosen: list[object] = []
    button.chosen.connect(chosen.append)
    entries = button.menu().actions()
    assert button.menu().accessibleName() == "Mode"
    entries[2].trigger()
    assert (button.value, button.text()) == ("change", "CHANGE & more")
    entries[0].trigger()
    assert (button.value, button.text()) == (None, "Mode")
    button.set_value("run")
    assert chosen == ["change", None]
    assert button.accessibleName() == "Mode: RUN"


def test_a_finding_gives_its_reason_its_fix_and_its_dismissal(dressed: QApplication, qtbot) -> None:
    row = FindingRow(FindingWords("key", "Nobody has heard of this yet.", "Wins are told.", "Note a telling"), LABELS)
    qtbot.addWidget(row)
    row.show()
    heard: list[tuple[str, object]] = []
    row.acted.connect(lambda key: heard.append(("acted", key)))
    row.dismissed.connect(lambda key: heard.append(("dismissed", key)))
    press = {button.accessibleName(): button for button in row.findChildren(QAbstractButton)}
    reason = next(words for words in row.findChildren(Paragraph) if words.text() == "Wins are told.")
    press["Why"].click()
    assert reason.isVisible()
    press["Why"].click()
    assert not reason.isVisible()
    press["Note a telling"].click()
    press["Not for this one"].click()
    assert heard == [("acted", "key"), ("dismissed", "key")]


def test_a_tray_of_findings_folds_to_one_line_and_hides_without_any(dressed: QApplication, qtbot) -> None:
    tray = FindingsTray(LABELS)
    qtbot.addWidget(tray)
    tray.show_findings("Two things", [FindingWords(1, "One."), FindingWords(2, "Two.")])
    tray.show()
    high = tray.sizeHint().height()
    tray.fold(True)
    assert tray.sizeHint().height() == 40
    assert tray.sizeHint().height() < high
    tray.toggle()
    assert tray.is_open
    tray.show_findings("Nothing", [])
    assert tray.isHidden()


def test_a_toast_goes_by_itself_but_trouble_stays(dressed: QApplication, qtbot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(800, 600)
    frame.show()
    toast = Toast("Undo", "Close", frame)
    elsewhere = Button("Elsewhere", parent=frame)
    elsewhere.show()
    elsewhere.setFocus()
    toast.say("Moved 3 achievements to the bin.", undo=True)
    assert toast.text()
    assert frame.rect().contains(toast.geometry())
    with qtbot.waitSignal(toast.closed):
        toast._timer.start(1)
    assert not toast.text()
    toast.say("The disk is full. " * 20, trouble=True)
    assert not toast._timer.isActive()
    assert frame.rect().contains(toast.geometry())


def test_measures_stand_three_to_a_line_and_say_themselves(dressed: QApplication, qtbot) -> None:
    row = MeasureRow()
    qtbot.addWidget(row)
    one = MeasureWords(0, "Days to decide", "21", "4", "days", "−17 (81 %)", False, True, "citizens")
    words = [replace(one, key=number) for number in range(4)]
    row.show_measures(words)
    row.resize(720, 200)
    row.show()
    views = row.findChildren(MeasureView)
    assert views[0].accessibleName() == "Days to decide, 21 → 4 days, −17 (81 %), citizens"
    assert len({view.y() for view in views}) == 2
    pressed: list[object] = []
    row.pressed.connect(pressed.append)
    QTest.keyClick(views[3], Qt.Key.Key_Return)
    assert pressed == [3]
    row.show_measures(words[:1])
    qtbot.waitUntil(lambda: len([view for view in row.findChildren(MeasureView) if view.isVisible()]) == 1)


def test_an_empty_page_takes_a_first_line_and_offers_other_ways(dressed: QApplication, qtbot) -> None:
    opened: list[str] = []
    row = EmptyRow(
        "book-open", "See a filled page", "in a sample plan", "Open the example", lambda: opened.append("yes")
    )
    page = EmptyState(
        EmptyWords("trophy", "Write one thing down", "It pays.", "Cut claims", "One line.", "Enter"), [row]
    )
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    field = page.field
    assert field is not None
    entered: list[str] = []
    page.entered.connect(entered.append)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "Cut claims to 4 days")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert entered == ["Cut claims to 4 days"]
    the(Button, page).click()
    assert opened == ["yes"]


def test_a_row_says_all_of_itself_and_opens_by_enter(dressed: QApplication, qtbot) -> None:
    row = LineRow(LineWords("Call Ruth", "about risk", "tomorrow", "user", "13 Mar", True), leads=True)
    qtbot.addWidget(row)
    assert row.accessibleName() == "13 Mar, Call Ruth, about risk, tomorrow"
    with qtbot.waitSignal(row.clicked):
        QTest.keyClick(row, Qt.Key.Key_Return)


def test_a_row_shows_how_a_telling_was_taken_as_bars_before_its_words(dressed: QApplication, qtbot) -> None:
    pictures = []
    for bars in (None, 0, 3):
        row = LineRow(LineWords("Claims in four days", aside="supportive", bars=bars))
        qtbot.addWidget(row)
        row.resize(400, 36)
        pictures.append(row.grab().toImage())
    assert all(one != other for one, other in zip(pictures, [*pictures[1:], pictures[0]], strict=True))


def test_a_list_of_records_skips_its_years_and_opens_by_enter_and_click(dressed: QApplication, qtbot) -> None:
    model = QStandardItemModel()
    for text, words in (
        ("2026", None),
        ("a", RowWords("Claims", "change", "CHANGE", "ready", "ready", ("told",), "21 → 4")),
        ("2025", None),
        ("b", RowWords("Cards")),
    ):
        item = QStandardItem(text)
        if words is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            item.setData(words, ROW)
            item.setData(text, RECORD)
        model.appendRow(item)
    records = RecordList("Achievements")
    qtbot.addWidget(records)
    records.setModel(model)
    records.resize(600, 400)
    records.show()
    chosen: list[str] = []
    opened: list[str] = []
    records.chosen.connect(chosen.append)
    records.opened.connect(opened.append)
    records.setCurrentIndex(model.index(1, 0))
    QTest.keyClick(records, Qt.Key.Key_Down)
    QTest.keyClick(records, Qt.Key.Key_Return)
    where = records.visualRect(model.index(1, 0)).center()
    qtbot.mouseClick(records.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen == ["a", "b", "a"]
    assert opened == ["b", "a"]
    assert records.sizeHintForRow(1) == 57
    assert not records.grab().isNull()


def test_every_role_and_shape_of_a_figure_is_painted(dressed: QApplication) -> None:
    roles: tuple[Role, ...] = ("ink", "muted", "line", "accent", "worse", "run", "change", "transform")
    square = ((0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0))
    shapes: list[Shape] = [
        *(Area(square, role) for role in roles),
        *(Line(((0, 10), (20, 10)), role, 4, (3, 2)) for role in roles),
        *(Mark(10, 10, form, "accent", 10, hollow) for form in get_args(MarkShape) for hollow in (True, False)),
        *(Words(10, 14, "W", role, anchor, True, 12) for role in (*roles, "on_change") for anchor in get_args(Anchor)),
    ]
    for shape in shapes:
        image = QImage(QSize(40, 40), QImage.Format.Format_RGB32)
        image.fill(current_theme().surface)
        painter = QPainter(image)
        painter.translate(10, 10)
        paint_figure(painter, Figure(20, 20, (shape,), "x"), current_theme())
        painter.end()
        seen = {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}
        assert len(seen) > 1, shape


def test_a_figure_is_drawn_for_its_width_and_said_in_words(dressed: QApplication, qtbot) -> None:
    view = FigureView(lambda width: Figure(width, width / 2, (), "Two bars", (("quarter", "run"), ("Q1", "70"))))
    qtbot.addWidget(view)
    view.resize(300, 150)
    assert view.heightForWidth(200) == 100
    view.grab()
    assert view.figure.width == 300
    assert view.accessibleName() == "Two bars"
    assert view.accessibleDescription() == "quarter, run\nQ1, 70"


def test_a_button_without_words_has_a_name_and_a_tip(dressed: QApplication, qtbot) -> None:
    button = Button("", Kind.ICON, "ellipsis", name="More")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("More", "More")


def test_a_disabled_button_is_dashed_where_colours_cannot_tell(dressed: QApplication, qtbot) -> None:
    dress(dressed, "high-contrast")
    button = Button("Move to Agreed", Kind.PRIMARY)
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.resize(button.sizeHint())
    edge = button.grab(QRect(0, 0, button.width(), 1)).toImage()
    top = [edge.pixelColor(x, 0) for x in range(10, button.width() - 10)]
    assert QColor("#000000") in top
    assert any(colour.lightness() > 120 for colour in top)
