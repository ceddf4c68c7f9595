"""The faults that `python3 dev.py faults --planted` puts into copies of the program are still there to be planted."""

from __future__ import annotations

import pytest

from tests.faults.planted import ROOT, planted_text, plants


@pytest.mark.parametrize("plant", plants(), ids=lambda plant: plant.name)
def test_a_fault_can_still_be_planted(plant):
    compile(planted_text(plant), plant.file, "exec")
    assert all((ROOT / "tests" / test).is_file() for test in plant.tests)


def test_a_fault_whose_place_is_gone_is_told():
    with pytest.raises(ValueError, match="0 times"):
        planted_text(plants()[0]._replace(old="what is not there"))
