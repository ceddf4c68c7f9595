"""Steps and risks: what becomes of each step, and who carries what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from leaderplan.domain.records import Collaboration, Stage
from leaderplan.report import tree
from leaderplan.report.blocks.agreement import risks, steps
from leaderplan.report.blocks.source import Source
from tests.report.person import changed, said, source, squeezed, without


def joint(some: Source) -> Collaboration:
    return some.collaborations[0]


def text(blocks: Iterable[tree.Block]) -> str:
    return said(tree.Section(tree.Heading(1, ""), tuple(blocks)))


def signs(blocks: Iterable[tree.Block]) -> list[str]:
    (table,) = (block for block in blocks if isinstance(block, tree.Table))
    rows = [row for row in table.rows if isinstance(row, tree.TableRow)]
    return [line[0].name for row in rows for line in row.cells[0].lines if line and isinstance(line[0], tree.Sign)]


def test_each_step_shows_what_becomes_of_it() -> None:
    some = source()
    told = "Removed Person asks for a form No form Only digitised Decision letter Same letter Untouched Appeal"
    assert squeezed(told) in text(steps(some, joint(some)))
    assert signs(steps(some, joint(some))) == ["full", "half", "open"]


def test_one_step_is_counted_in_words_and_a_step_without_a_treatment_has_none() -> None:
    some = source(changed("t1", treatment=None, plan=without("t2", "t3")))
    assert squeezed("One step, none changed") in text(steps(some, joint(some)))
    assert signs(steps(some, joint(some))) == []


def test_while_it_is_being_made_the_heads_speak_of_what_will_be() -> None:
    planned, done = source(changed("j1", stage=Stage.AGREED)), source()
    assert squeezed("As it is As it will be") in text(steps(planned, joint(planned)))
    assert squeezed("As it was As it is") in text(steps(done, joint(done)))


def test_risks_name_who_carries_them_those_of_it_first() -> None:
    some = source()
    assert squeezed(
        "Risks we shared Carried by Risk Acceptable We stop when Rhian Calloway IT No check for days"
        "Tom Adeyinka the service Wrong badge 1 in 200 more than 1 in 100"
    ) in text(risks(some, joint(some)))


def test_the_planner_without_a_name_is_me() -> None:
    for some in (replace(source(), anonymous=True), source(changed("me", name=""))):
        assert squeezed("Me IT No check") in text(risks(some, joint(some)))


def test_a_risk_that_nobody_carries_is_printed_without_a_name() -> None:
    some = source(changed("k", owner=None, side=None))
    assert squeezed("No check for days Wrong badge") in text(risks(some, joint(some)))


def test_without_steps_or_risks_there_is_no_heading() -> None:
    some = source(without("t1", "t2", "t3", "k", "kk"))
    assert list(steps(some, joint(some))) == list(risks(some, joint(some))) == []
