"""Asking where a file goes: nothing is written over that the person was not asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from leaderplan.ui.asking import ask_target, ended


class Person:
    """Types one name after the other into the dialog; what it offered each time."""

    def __init__(self, *names: Path | str) -> None:
        self._names = list(names)
        self.offered: list[str] = []
        self.kinds = ""

    def __call__(self, _parent: QWidget, _title: str, offered: str, kinds: str) -> tuple[str, str]:
        self.offered.append(offered)
        self.kinds = kinds
        return str(self._names.pop(0)), kinds


def asked(monkeypatch: pytest.MonkeyPatch, qtbot, person: Person) -> Path | None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", person)
    return ask_target(parent, "Save", "mine.pdf", "PDF", ".pdf")


def test_the_ending_is_added_to_what_was_typed(monkeypatch, qtbot, tmp_path: Path) -> None:
    person = Person(tmp_path / "mine")
    assert asked(monkeypatch, qtbot, person) == tmp_path / "mine.pdf"
    assert person.offered == [str(Path.home() / "mine.pdf")]
    assert person.kinds == "PDF (*.pdf)"


def test_where_the_name_with_its_ending_is_taken_the_dialog_asks_about_that_one(monkeypatch, qtbot, tmp_path) -> None:
    taken = tmp_path / "mine.pdf"
    taken.write_text("of somebody")
    person = Person(tmp_path / "mine", taken)
    assert asked(monkeypatch, qtbot, person) == taken
    assert person.offered[1] == str(taken)


def test_who_thinks_better_of_it_writes_nothing(monkeypatch, qtbot, tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").write_text("of somebody")
    assert asked(monkeypatch, qtbot, Person(tmp_path / "mine", "")) is None


def test_a_name_that_the_dialog_asked_about_itself_is_not_asked_about_again(monkeypatch, qtbot, tmp_path) -> None:
    (tmp_path / "mine.PDF").write_text("of somebody")
    assert asked(monkeypatch, qtbot, Person(tmp_path / "mine.PDF")) == tmp_path / "mine.PDF"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a/b", "a/b.leaderplan-review"),
        ("a/b.2", "a/b.2.leaderplan-review"),
        ("a/b.leaderplan-review", "a/b.leaderplan-review"),
        ("a/b.Leaderplan-Review", "a/b.Leaderplan-Review"),
    ],
)
def test_the_ending_is_there_once(typed: str, meant: str) -> None:
    assert ended(Path(typed), ".leaderplan-review") == Path(meant)
