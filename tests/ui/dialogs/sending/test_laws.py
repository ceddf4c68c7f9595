"""Whatever a plan holds: what leaves stands on the screen once, and what stays is counted once."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.review.reading import passages
from leaderplan.domain.selection import select
from leaderplan.ui.dialogs.sending.leaving import leaving
from leaderplan.ui.dialogs.sending.lines import Sort
from leaderplan.ui.dialogs.sending.staying import staying
from tests.domain.strategies import plans


@settings(max_examples=60)
@given(plans(most=25))
def test_every_field_that_leaves_stands_in_one_line_and_no_record_is_missing(plan: Plan) -> None:
    goes = select(plan).plan
    lines = leaving(goes, ENGLISH)
    assert {line.record for line in lines if line.record} == {record.id for record in goes}
    shown = [passage for line in lines for passage in line.passages]
    expected = [passage for record in goes for passage in passages(goes, ENGLISH, record)]
    assert Counter(shown) == Counter(expected)
    for line in lines:
        assert all(passage.text in line.words for passage in line.passages)


@settings(max_examples=60)
@given(plans(most=25))
def test_every_record_that_stays_is_named_once_under_its_reason(plan: Plan) -> None:
    goes = select(plan)
    lines = staying(plan, goes, ENGLISH)
    named = [(line.within[0], line.record) for line in lines if line.record]
    assert sorted(named) == sorted((f"reason:{left.reason.value}", left.id) for left in goes.left_out)
    assert all(line.closed for line in lines if line.sort is Sort.FOLD)
