from __future__ import annotations

import pytest

from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.exchange.problems import MOST_SHOWN, Wrong, WrongFile, refuse

MEND = _("Mend it.")


def test_problems_are_told_once_each_in_the_order_of_the_file() -> None:
    late, early = Wrong("row 9", _("late"), 9), Wrong("row 2", _("early"), 2)
    with pytest.raises(WrongFile) as caught:
        refuse("a.csv", [late, early, late], MEND)
    assert caught.value.wrong == (early, late)
    told = "2 things in a.csv are wrong, so nothing of it was taken:\nrow 2: early\nrow 9: late"
    assert ENGLISH.say(caught.value.happened) == told
    assert caught.value.todo == MEND


def test_a_thousand_problems_are_not_told_one_by_one() -> None:
    wrong = [Wrong(f"row {n}", _("wrong"), n) for n in range(1_000)]
    with pytest.raises(WrongFile) as caught:
        refuse("a.csv", wrong, MEND)
    lines = str(caught.value.happened).splitlines()
    assert len(lines) == MOST_SHOWN + 2 and lines[-1] == f"and {1_000 - MOST_SHOWN} more"
    assert len(caught.value.wrong) == 1_000


def test_nothing_wrong_is_no_refusal() -> None:
    refuse("a.csv", [], MEND)
