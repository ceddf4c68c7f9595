"""Nothing that anyone wrote is ever lost, nothing of the planner's is changed by it, in whatever order things happen.

A push tries 1,040 ways here; `python3 dev.py faults reviews --release` tries 55,000.
"""

from __future__ import annotations

import pytest

from tests.faults.reviewruns import OnDisk, ways


@pytest.mark.parametrize("number", range(8))
def test_no_order_of_things_loses_or_alters_anything(number: int) -> None:
    ways(125, number=number)


def test_nor_does_it_on_a_real_disk() -> None:
    ways(40, OnDisk)
