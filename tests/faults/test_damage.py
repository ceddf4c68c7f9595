"""Bytes that are not as they were written: found when the plan is opened, or without any effect."""

from __future__ import annotations

import pytest

from tests.faults.damage import Damages


@pytest.fixture
def damages(tmp_path):
    return Damages(tmp_path)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", ["flipped", "put_back", "miscounted"])
def test_damage_is_found_at_open_or_has_no_effect(damages, kind):
    tally = getattr(damages, kind)(100)
    assert tally.corrupt == []
    # An old page of the index of the search index may go unseen; the plan itself may not.
    assert [text for text in tally.lost if "search_idx" not in text] == []
    assert "found at open" in tally.note
