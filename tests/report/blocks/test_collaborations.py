"""A case study says what was needed, believed, changed and noticed, and claims no more than was counted."""

from __future__ import annotations

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Collaboration, Measure, Outcome, Reading, SeenBy, Stage
from leaderplan.report import tree
from leaderplan.report.blocks.collaborations import collaborations
from tests.report.person import ME, PLAN, RECORDS, blocks_of, changed, said, source, squeezed, without

READINGS = ("r4", "r5")


def text(plan: Plan = PLAN) -> str:
    return said(*collaborations(source(plan)))


def headings(plan: Plan) -> list[str]:
    return [block.text for block in blocks_of(collaborations(source(plan)), tree.Heading)]


def test_a_case_study_tells_the_whole_of_a_collaboration() -> None:
    (section,) = collaborations(source())
    assert section.kicker == "Case study of a collaboration"
    assert section.heading.short == "Case study: Blue Badge: a decision while it matters"
    found = text()
    for part in (
        "Transform Ambition: rethink May 2024 – Jan 2026 Led by Tom Adeyinka, Head of School Transport Co-owner: me",
        "Badges let people park near. They waited for weeks. Shared vision Nobody proves twice.",
        "If we renew without asking then nobody notices because the record is enough It came true in part.",
        "What changed Four in five are renewed. What I would do again Write down the stop rule.",
        "Can confirm Tom Adeyinka, Head of School Transport",
    ):
        assert squeezed(part) in found


def test_a_collaboration_with_only_a_title_is_left_out_by_the_printer() -> None:
    (section,) = collaborations(source(Plan.of([ME, Collaboration(id="j", title="Idea")]), (), ("j",)))
    assert section.blocks == ()


def test_facts_stand_alone_where_no_need_is_written() -> None:
    plan = without("s1", plan=changed("j1", citizen_need=" ", co_owner="ann", lead=None))
    assert squeezed("In short Ambition: rethink May 2024 – Jan 2026 Co-owner: Ann Price Shared") in text(plan)


@pytest.mark.parametrize(("outcome", "sentence"), [(Outcome.YES, "It came true."), (Outcome.NO, "did not come true"),
                                                   (None, "")])  # fmt: skip
def test_it_says_whether_what_was_believed_came_true(outcome: Outcome | None, sentence: str) -> None:
    assert squeezed(sentence) in text(changed("j1", came_true=outcome))
    assert ("true." in text(changed("j1", came_true=outcome))) is bool(outcome)


def test_half_a_belief_is_printed_as_far_as_it_goes_and_none_not_at_all() -> None:
    assert squeezed("What we believed If we renew without asking It") in text(changed("j1", then="", because=" "))
    assert "believed" not in text(changed("j1", if_="", then="", because=""))


def test_citizens_are_named_only_where_they_see_a_measure() -> None:
    assert "What citizens noticed" in headings(PLAN)
    assert "What changed, in figures" in headings(changed("m4", seen_by=SeenBy.STAFF))
    assert "What citizens should notice" in headings(without(*READINGS))
    assert "What should change, in figures" in headings(changed("m4", seen_by=None, plan=without(*READINGS)))
    assert not any("citizens" in title for title in headings(without("m4", *READINGS)))


def test_measures_counted_once_wait_in_a_table_and_charts_stand_three_in_a_row() -> None:
    more = [Measure(id=f"n{n}", of="j1", name=f"N{n}", baseline=n) for n in range(2)]
    plan = Plan.of([*RECORDS, *more])
    (figures,) = blocks_of(collaborations(source(plan)), tree.FigureBlock)
    (table,) = blocks_of(collaborations(source(plan)), tree.Measures)
    assert (len(figures.figures), len(table.rows)) == (1, 2)
    many = [Measure(id=f"n{n}", of="j1", name=f"N{n}", baseline=n) for n in range(4)]
    counted = [Reading(id=f"q{n}", measure=f"n{n}", on=PartialDate(2025), value=n) for n in range(4)]
    rows = blocks_of(collaborations(source(Plan.of([*RECORDS, *many, *counted]))), tree.FigureBlock)
    assert [len(row.figures) for row in rows] == [3, 2]


def test_evidence_is_linked_by_number() -> None:
    pairs = {pair.label: pair for pair in blocks_of(collaborations(source()), tree.Pair)}
    (run,) = pairs["Evidence"].lines[0]
    assert run.link.target == run.text == "E3"
    assert "Evidence" not in text(without("e2"))
    assert "Canconfirm" not in text(changed("j1", lead=None, co_owner=None))


def test_a_collaboration_that_is_still_being_made_is_told_in_the_future() -> None:
    assert "Three steps, one to change" in headings(changed("j1", stage=Stage.DELIVERING))
    assert "Three steps, one changed" in headings(PLAN)
