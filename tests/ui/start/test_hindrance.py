"""A plan that does not open: what is said, and what can be done about it, fit together."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaderplan.domain.language import ENGLISH
from leaderplan.store import failures
from leaderplan.store.waysout import Way, ways_out
from leaderplan.ui.start.hindrance import hindrance
from leaderplan.ui.start.mishaps import Mistake, Stopped
from leaderplan.ui.widgets.text import Paragraph

FILE = Path("plan") / "plan.db"


@pytest.mark.parametrize(("error", "words"), [
    (failures.locked(FILE), "After closing other programs"),
    (failures.unwritable(FILE), "Once it can be written"),
    (failures.unreadable(FILE), "Once it can be read"),
    (failures.full(FILE), "It may have gone by itself"),
    (Mistake(), "It may work the next time"),
    (Stopped(), "Whenever you like"),
])  # fmt: skip
def test_trying_again_is_named_so_that_it_fits(dressed, qtbot, error, words):
    ways = error.ways if isinstance(error, (Mistake, Stopped)) else ways_out(error)
    view = hindrance(error, ways, ENGLISH, dict.fromkeys(Way, print), None)
    qtbot.addWidget(view)
    said = [part.text() for part in view.findChildren(Paragraph)]
    assert words in said
    assert not any("choose another place" in text for text in said)


def test_where_nothing_lies_nothing_is_set_aside(dressed, qtbot):
    error = failures.nothing_there(FILE)
    view = hindrance(error, ways_out(error), ENGLISH, dict.fromkeys(Way, print), None)
    qtbot.addWidget(view)
    said = [part.text() for part in view.findChildren(Paragraph)]
    assert "A new plan" in said and not any("set aside" in text for text in said)
