"""The power goes: what was acknowledged is there at the next start, and the plan is whole.

``python3 dev.py faults --release`` does the same 150,000 times.
"""

from __future__ import annotations

import pytest

from tests.faults.powerloss import Losses, recorded
from tests.faults.replay import Way
from tests.faults.scenarios import WORKLOADS

LOSSES = {"edits of every kind": 70, "import": 15, "new plan": 30, "older format rebuilt": 30}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("work", WORKLOADS, ids=lambda work: work.name)
def test_a_power_loss_takes_nothing_that_was_acknowledged(tmp_path, work):
    place = tmp_path / "recorded"
    place.mkdir()
    recording = recorded(work, place)
    for seed, way in enumerate(Way):
        tally = Losses(recording, tmp_path, way, seed).run(LOSSES.get(work.name, 25))
        assert tally.sound, (*tally.corrupt, *tally.lost)
