"""What blocks work with: numbers, order and names, the same for every block."""

from __future__ import annotations

from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Competency, Measure, SeenBy
from tests.report.person import PLAN, RECORDS, source, without


def test_evidence_is_numbered_as_it_is_met_and_once() -> None:
    some = source(without("e3"))
    assert [(piece.id, some.number(piece)) for piece in some.evidence] == [("e1", "E1"), ("e2", "E2")]
    assert [piece.id for piece in some.evidence_for(some.collaborations[0])] == ["e2"]
    other_way = source(without("e3"), (), ("j1",))
    assert [other_way.number(piece) for piece in other_way.evidence] == ["E1"]


def test_stories_are_numbered_in_their_order() -> None:
    some = source(PLAN, ("s2", "s1"))
    assert [(story.id, some.number(story)) for story in some.stories] == [("s2", "1"), ("s1", "2")]


def test_measures_that_citizens_see_come_first() -> None:
    more = [Measure(id=f"n{n}", of="s1", name="N", baseline=1, seen_by=seen)
            for n, seen in enumerate((None, SeenBy.ORGANISATION, SeenBy.CITIZEN))]  # fmt: skip
    some = source(Plan.of([*RECORDS, *more]))
    assert [trend.measure.id for trend in some.trends(some.stories[0])] == ["m1", "n2", "m2", "n1", "n0"]


def test_people_are_named_with_their_role_and_who_is_gone_is_passed_over() -> None:
    assert source().people(["ann", "nobody", "tom"]) == (
        "Ann Price, Benefits Manager · Tom Adeyinka, Head of School Transport"
    )


def test_competencies_keep_the_order_of_the_framework_and_strangers_come_last() -> None:
    some = source()
    places = [some.place(competency) for competency in PLAN.all(Competency) if competency.id in ("c1", "c2", "c3")]
    assert places == [0, 1, 2]
    assert some.place(Competency(id="x", framework="g", title="X")) == 3
    assert some.rank(None) is None
