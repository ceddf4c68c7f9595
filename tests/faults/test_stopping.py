"""A disk that fails or is full, and a program that is killed, at any operation: the old plan or the new one.

``python3 dev.py faults --release`` tries every operation, this some of each scenario, beginning with the first.
"""

from __future__ import annotations

import pytest

from tests.faults.scenarios import SCENARIOS
from tests.faults.stopping import every_way

EVERY = {"erase": 97, "archive": 31, "archive restored": 31, "review sent": 7, "answer merged": 7}
"""Of the operations of a scenario one of so many, of the others one of 13."""


@pytest.mark.timeout(300)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_what_is_stopped_leaves_the_old_plan_or_the_new_one(tmp_path, scenario):
    tallies = list(every_way(scenario, tmp_path, EVERY.get(scenario.name, 13)))
    assert [text for tally in tallies for text in tally.corrupt] == []
    assert sum(tally.count for tally in tallies) >= 2
