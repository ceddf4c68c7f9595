"""What a person relies on when they look at the map of people and move them about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from leaderplan.domain.edits import add, alter
from leaderplan.domain.records import Person
from leaderplan.ui.pages.people.map.cells import Cells
from leaderplan.ui.pages.people.map.dots import Dot, radius_of
from leaderplan.ui.pages.people.map.field import Field
from leaderplan.ui.pages.people.map.spread import spread
from leaderplan.ui.pages.people.side import View
from tests.ui.pages.people.conftest import person

LINE = 16.0


def drag(plot, start: QPointF, end: QPointF) -> None:
    """Press, move in two steps, let go."""
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=start.toPoint())
    for part in (0.5, 1.0):
        QTest.mouseMove(plot, (start + (end - start) * part).toPoint())
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=end.toPoint())


def test_everybody_stands_at_their_influence_and_interest(page) -> None:
    laid = page.side.map.plot.laid
    assert {point.dot.id for point in laid.placed} == {"ann", "dev", "ruth", "helen"}
    dev, ruth = laid.point("dev"), laid.point("ruth")
    assert dev.centre == laid.field.point(4, 4)
    assert ruth.dot.losing and not dev.dot.losing
    assert dev.radius > ruth.radius


def test_a_point_that_is_dragged_snaps_to_whole_steps_and_is_stored_as_one_step(page, desk) -> None:
    plot = page.side.map.plot
    field = plot.laid.field
    drag(plot, field.point(4, 4), field.point(2, 2) + QPointF(20, -12))
    assert (person(desk, "dev").interest, person(desk, "dev").influence) == (2, 2)
    assert plot.laid.point("dev").centre == field.point(2, 2)
    desk.undo()
    assert (person(desk, "dev").interest, person(desk, "dev").influence) == (4, 4)
    assert plot.laid.point("dev").centre == field.point(4, 4)


def test_a_drag_that_is_broken_off_by_escape_changes_nothing(page, desk) -> None:
    plot = page.side.map.plot
    before, field = desk.plan, plot.laid.field
    plot.setFocus()
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=field.point(4, 4).toPoint())
    QTest.mouseMove(plot, field.point(2, 2).toPoint())
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=field.point(2, 2).toPoint())
    assert desk.plan == before


def test_a_click_on_a_point_or_a_name_chooses_the_person_everywhere(page) -> None:
    plot = page.side.map.plot
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.laid.point("helen").centre.toPoint())
    assert page.place.record == "helen"
    assert page.listing.view.currentIndex().data() == "Helen Marsh"
    name = next(name for name in plot.laid.names if name.id == "ruth")
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=name.rect.center().toPoint())
    assert page.place.record == "ruth"


def test_tab_goes_from_person_to_person_and_then_out_of_the_map(page) -> None:
    plot = page.side.map.plot
    order = plot.laid.order
    page.listing.view.chosen.emit(order[0])
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [page.place.record]
    for _person in order[1:]:
        assert plot.hasFocus()
        QTest.keyClick(plot, Qt.Key.Key_Tab)
        seen.append(page.place.record)
    assert seen == order == ["helen", "ruth", "dev", "ann"]
    QTest.keyClick(plot, Qt.Key.Key_Tab)
    assert not plot.hasFocus()


def test_arrow_keys_move_by_one_step_and_moves_in_a_row_are_taken_back_together(page, desk) -> None:
    plot = page.side.map.plot
    page.listing.view.chosen.emit("dev")
    plot.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Down):
        QTest.keyClick(plot, key)
    assert (person(desk, "dev").interest, person(desk, "dev").influence) == (2, 3)
    desk.undo()
    assert (person(desk, "dev").interest, person(desk, "dev").influence) == (4, 4)


def test_nobody_is_moved_out_of_the_map_by_keys(page, desk) -> None:
    plot, before = page.side.map.plot, desk.plan
    page.listing.view.chosen.emit("helen")
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Up)
    assert desk.plan == before


def test_who_has_no_place_is_put_on_the_map_by_a_key_and_moved_on_by_arrows(page, desk) -> None:
    strip, plot = page.side.map.strip, page.side.map.plot
    assert [chip.text() for chip in strip.chips] == ["Idris Vane"]
    strip.chips[0].setFocus()
    QTest.keyClick(strip.chips[0], Qt.Key.Key_Return)
    assert (person(desk, "idris").interest, person(desk, "idris").influence) == (3, 3)
    assert plot.hasFocus() and not strip.isVisible()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert person(desk, "idris").interest == 4


def test_who_has_no_place_can_be_dragged_onto_the_map(page, desk) -> None:
    chip, plot = page.side.map.strip.chips[0], page.side.map.plot
    target = plot.mapToGlobal(plot.laid.field.point(5, 1).toPoint())
    QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(chip, chip.mapFromGlobal(target) + QPoint(0, -20))
    QTest.mouseMove(chip, chip.mapFromGlobal(target))
    QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=chip.mapFromGlobal(target))
    assert (person(desk, "idris").interest, person(desk, "idris").influence) == (5, 1)


def test_delete_takes_somebody_off_the_map_and_undo_puts_them_back(page, desk) -> None:
    plot = page.side.map.plot
    page.listing.view.chosen.emit("dev")
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Delete)
    assert person(desk, "dev").influence is None
    assert "Dev Rao" in [chip.text() for chip in page.side.map.strip.chips]
    desk.undo()
    assert plot.laid.point("dev") is not None


def test_enter_on_the_map_opens_the_page_of_the_person(page) -> None:
    plot = page.side.map.plot
    page.listing.view.chosen.emit("dev")
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Return)
    assert page.side.view is View.PAGE
    assert page.record.id == "dev"


def test_the_sentence_below_says_what_was_said_last_and_notes_what_comes_next(page) -> None:
    page.listing.view.chosen.emit("dev")
    foot = page.side.map.foot
    assert foot.sentence.text() == "Dev Rao runs Home care. Spoke 6 days ago: He would try two wards."
    assert foot.next_step.text() == "Next step: Ask the panel."
    foot.note.click()
    assert page.side.view is View.PAGE
    assert page.record.conversations.line.isVisible()


def test_the_map_says_who_is_chosen_and_where_they_stand(page) -> None:
    page.listing.view.chosen.emit("ruth")
    name = page.side.map.plot.accessibleName()
    assert name == ("Map of 4 people: Ruth Adeyemi, influence 4, interest 2, ready for risk: a little, "
                    "you are losing touch")  # fmt: skip


def test_the_table_says_the_same_as_the_map_and_a_digit_moves_a_person(page, desk) -> None:
    page.side.map.switch.click()
    view = page.side.map.table
    QAbstractItemModelTester(view.table)
    assert view.isVisible() and not page.side.map.plot.isVisible()
    rows = [[view.table.index(row, column).data() for column in range(5)] for row in range(view.table.rowCount())]
    assert rows[3] == ["Ruth Adeyemi", "4", "2", "a little", "losing touch"]
    view.setCurrentIndex(view.table.index(3, 1))
    assert page.place.record == "ruth"
    QTest.keyClick(view, Qt.Key.Key_2)
    assert person(desk, "ruth").influence == 2
    assert view.table.index(3, 1).data() == "2"
    QTest.keyClick(view, Qt.Key.Key_7)
    assert person(desk, "ruth").influence == 2


dots = st.lists(
    st.builds(Dot, id=st.uuids().map(str), name=st.sampled_from(["Ann", "Bo", "Cy"]), influence=st.integers(1, 5),
              interest=st.integers(1, 5), readiness=st.integers(0, 3), losing=st.booleans()),
    max_size=60,
)  # fmt: skip


@given(dots, st.sampled_from([(608, 456), (300, 220), (1200, 900)]))
def test_no_two_points_cover_each_other_and_nobody_is_forgotten(found, size) -> None:
    field = Field(QRectF(44, 0, *size))
    placed, rests = spread(Cells(found), field, LINE)
    assert len(placed) + sum(rest.count for rest in rests) == len(found)
    for one in placed:
        assert field.rect.contains(one.centre)
        for other in placed:
            together = (one.dot.influence, one.dot.interest) == (other.dot.influence, other.dot.interest)
            if one is not other and together:
                away = one.centre - other.centre
                assert (away.x() ** 2 + away.y() ** 2) ** 0.5 >= one.radius + other.radius - 0.01


@given(st.integers(1, 5), st.integers(1, 5), st.floats(-0.45, 0.45), st.floats(-0.45, 0.45))
def test_a_point_snaps_to_the_nearest_whole_step(interest, influence, right, up) -> None:
    field = Field(QRectF(44, 0, 608, 456))
    place = field.point(interest, influence) + QPointF(right * field.step_x, up * field.step_y)
    assert field.steps(place) == (interest, influence)


def test_whoever_is_chosen_is_shown_even_in_a_crowd() -> None:
    crowd = [Dot(f"p{n:03}", f"Person {n:03}", 3, 3, 3, False) for n in range(400)]
    field = Field(QRectF(44, 0, 608, 456))
    placed, rests = spread(Cells(crowd), field, LINE, "p399")
    assert "p399" in {point.dot.id for point in placed}
    assert rests[0].count == 400 - len(placed) > 0


@pytest.mark.parametrize("readiness", range(4))
def test_a_point_is_larger_the_readier_for_risk(readiness) -> None:
    assert radius_of(readiness) == 5 + 3.5 * readiness


def test_an_edit_elsewhere_moves_the_point_at_once(page, desk) -> None:
    desk.commit(alter(desk.plan, person(desk, "ann"), interest=1), None)
    plot = page.side.map.plot
    assert plot.laid.point("ann").centre == plot.laid.field.point(1, 3)
    desk.commit(add(Person(id="bo", name="Bo", influence=1, interest=1)), None)
    assert plot.laid.point("bo") is not None
