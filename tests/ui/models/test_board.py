from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add, alter, remove
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Collaboration, Conversation, Measure, Person, Reading, Risk, Service, Stage
from leaderplan.ui.models.board import CARD, RECORD, Board, CardWords, column_of
from leaderplan.ui.models.touched import touched


class Screen:
    """A board on a plan, with every change of its rows."""

    def __init__(self, *records, tested: bool = True) -> None:
        self.plan = Plan.of(records)
        self.board = Board(lambda id: CardWords(self.plan.table(Collaboration)[id].title))
        self.board.show_plan(self.plan)
        self.testers = [
            QAbstractItemModelTester(column, QAbstractItemModelTester.FailureReportingMode.Fatal)
            for column in self.board.columns
            if tested
        ]
        self.heard: list[str] = []
        for column in self.board.columns:
            column.rowsInserted.connect(lambda *_: self.heard.append("in"))
            column.rowsRemoved.connect(lambda *_: self.heard.append("out"))
            column.dataChanged.connect(lambda *_: self.heard.append("changed"))
            column.modelReset.connect(lambda: self.heard.append("reset"))

    def commit(self, edit) -> list[str]:
        self.plan = self.plan.after(edit)
        self.heard.clear()
        self.board.take(self.plan, edit)
        return list(self.heard)

    def ids(self, column) -> list[str]:
        return self.board.columns[column].ids()


def joint(id, title, stage=Stage.SPOTTED, **fields) -> Collaboration:
    return Collaboration(id=id, title=title, stage=stage, **fields)


@pytest.fixture
def screen(dressed) -> Screen:
    return Screen(joint("a", "Alpha"), joint("b", "Beta"), joint("c", "Gamma", Stage.TOLD))


def test_told_shares_the_column_of_delivered() -> None:
    assert column_of(Stage.DELIVERED) == column_of(Stage.TOLD) == 5
    assert column_of(None) == column_of(Stage.SPOTTED) == 0


def test_what_is_due_first_stands_first_then_by_title(dressed) -> None:
    screen = Screen(joint("a", "zeta"), joint("b", "Eta"), joint("c", "Theta", due=PartialDate(2026, 5)))
    assert screen.ids(0) == ["c", "b", "a"]


def test_a_move_takes_one_row_out_and_puts_one_in(screen) -> None:
    assert screen.commit(alter(screen.plan, screen.plan.table(Collaboration)["a"], stage=Stage.TALKED)) == ["out", "in"]
    assert (screen.ids(0), screen.ids(1)) == (["b"], ["a"])
    assert screen.board.columns[1].index(0).data(RECORD) == "a"


def test_a_change_within_the_column_touches_its_row_alone(screen) -> None:
    assert screen.commit(alter(screen.plan, screen.plan.table(Collaboration)["a"], citizen_need="x")) == ["changed"]
    title = alter(screen.plan, screen.plan.table(Collaboration)["a"], title="Zulu")
    assert screen.commit(title) == ["out", "in"]
    assert screen.ids(0) == ["b", "a"]
    assert screen.board.columns[0].index(1).data(CARD).title == "Zulu"


def test_an_edit_and_its_inverse_leave_the_board_as_it_was(screen) -> None:
    edit = remove(screen.plan, screen.plan.table(Collaboration)["b"])
    assert screen.commit(edit) == ["out"]
    assert screen.commit(edit.inverse()) == ["in"]
    assert screen.ids(0) == ["a", "b"]


def test_a_filter_keeps_out_what_comes_later_too(screen) -> None:
    screen.board.filter(screen.plan, None, "alp")
    assert screen.ids(0) == ["a"]
    assert screen.commit(add(joint("d", "Delta"))) == []
    assert screen.commit(add(joint("e", "Alps"))) == ["in"]
    screen.board.filter(screen.plan, None, "")
    assert screen.ids(0) == ["a", "e", "b", "d"]


def test_an_edit_touches_the_cards_that_tell_of_it() -> None:
    plan = Plan.of([
        joint("a", "Alpha", lead="p", service="s"), joint("b", "Beta"), Person(id="p", name="P"),
        Service(id="s", name="S"), Measure(id="m", of="a", name="M"),
    ])  # fmt: skip
    records = (
        Risk(id="1", collaboration="a", title="R"),
        Reading(id="2", measure="m", value=1, on=PartialDate(2026)),
        Conversation(id="3", person="p", on=PartialDate(2026)),
    )
    for record in records:
        assert touched(plan.after(add(record)), add(record)) == {"a"}
    for named in (plan.table(Person)["p"], plan.table(Service)["s"]):
        edit = alter(plan, named, name="Other")
        assert touched(plan.after(edit), edit) == {"a"}


def test_one_move_among_ten_thousand_cards_resets_no_column(dressed) -> None:
    screen = Screen(*(joint(f"c{n:05}", f"Title {n}", list(Stage)[n % 7]) for n in range(10_000)), tested=False)
    edit = alter(screen.plan, screen.plan.table(Collaboration)["c05000"], stage=Stage.AGREED)
    plan = screen.plan.after(edit)
    resets: list[object] = []
    for column in screen.board.columns:
        column.modelReset.connect(lambda: resets.append(True))
    screen.board.take(plan, edit)
    assert not resets
