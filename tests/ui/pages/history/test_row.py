"""What happened is read without opening it: its words take a second line where one is too short."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from leaderplan.store.steps import now
from leaderplan.ui.pages.history.model import Event
from tests.ui.pages.history.conftest import change, titles

LONG = "Claims decided in four days for everybody who applies at the counter"


def heights(page) -> dict[str, int]:
    """The height of each row in view by its words."""
    QApplication.processEvents()
    view, model = page.listing.steps.view, page.listing.steps.model
    return {event.title: view.visualRect(model.index(model.row_of(event.id))).height() for event in model.events}


def test_long_words_take_two_lines_and_no_more(desk, page) -> None:
    change(desk, "claims", title=LONG)
    long, very_long = titles(page)[0], LONG * 4
    page.listing.steps.model.put_first(Event("other", now(), very_long, "pencil", ("Achievement",)))
    found = heights(page)
    assert found["Change Dev Rao"] < found[long] == found[very_long]


def test_with_more_room_the_same_words_take_one_line(page) -> None:
    words = "Change Action of Claims decided in four days"
    narrow = heights(page)[words]
    split = page.listing.parentWidget()
    split.setSizes([700, 300])
    assert heights(page)[words] < narrow


def test_the_first_step_takes_no_line_for_small_words_that_it_does_not_have(page) -> None:
    first = page.listing.steps.model.events[-1]
    assert first.title == "New plan" and not first.icon
    found = heights(page)
    assert first.words or found["New plan"] < found["Change Dev Rao"]
