"""Stories: an overview, then each told in its parts, with measures, claims and proofs."""

from __future__ import annotations

from typing import Any

import pytest

from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Claim, Competency, Framework, Level
from leaderplan.report import tree
from leaderplan.report.blocks.stories import mode_of, stories, told
from tests.report.person import ME, PLAN, RECORDS, blocks_of, changed, runs, said, source, squeezed, words


def story(plan: Plan = PLAN, id: str = "s1") -> tree.Story:
    (found,) = blocks_of(stories(source(plan, [id])), tree.Story)
    assert isinstance(found, tree.Story)
    return found


def test_a_story_is_told_in_its_parts_in_order() -> None:
    labels = ["Situation", "My task", "What I did", "Result", "My part", "Their part"]
    assert [part.label for part in story().parts] == labels
    assert [part.label for part in story(id="s2").parts] == labels[:4]


def test_paragraphs_of_a_part_stay_apart() -> None:
    parts = story(changed("s1", situation="One.\n\nTwo.\n\n \n\n")).parts
    assert parts[0].lines == (tree.rich("One."), tree.rich("Two."))


def test_mode_dates_and_side_stand_under_the_title() -> None:
    assert "".join(run.text for run in story().meta if isinstance(run, tree.Run)) == (
        "Transform · Jan 2025 – Jul 2025 · told from the citizen's side"
    )
    assert words(story(changed("s1", mode=None)).meta).startswith("Jan 2025")
    assert story(changed("s1", mode=None, started=None, ended=None, told_from=None)).meta == ()
    assert len(story(changed("s1", started=None, ended=None, told_from=None)).meta) == 2


def test_claims_come_in_the_order_of_the_framework_with_level_and_reason() -> None:
    claims = story().claims
    assert claims is not None
    assert claims.rows == (
        tree.Claim("Vision, level 3", ""),
        tree.Claim("Redesigning services, level 3", "Eleven steps struck out."),
    )


def test_a_claim_without_a_level_or_of_another_framework_comes_last_or_not_at_all() -> None:
    others = (
        Framework(id="g", title="Other"),
        Level(id="gl", framework="g", rank=2, title="Two"),
        Competency(id="gc", framework="g", title="Another", position=0),
        Claim(id="k3", achievement="s1", competency="c2"),
        Claim(id="k4", achievement="s1", competency="gc", level="gl"),
    )
    claims = story(Plan.of([*RECORDS, *others])).claims
    assert claims is not None
    assert [row.title for row in claims.rows] == ["Vision, level 3", "Redesigning services, level 3",
                                                  "Another, level 2"]  # fmt: skip
    assert story(id="s2").claims is None


def test_evidence_is_numbered_and_linked_and_who_can_confirm_is_named() -> None:
    evidence, confirm = story().notes
    assert [run.text for run in runs(evidence.lines[0])] == ["E1", " Appraisal", ", ", "E2", " Letter of thanks", ", ",
                                                       "E3", " Minutes"]  # fmt: skip
    assert [run.link for run in runs(evidence.lines[0]) if run.link] == [tree.Inside(id) for id in ("E1", "E2", "E3")]
    assert confirm.lines == (tree.rich("Ann Price, Benefits Manager"),)
    assert story(id="s2").notes == ()


def test_the_overview_names_kind_levels_and_page_of_each() -> None:
    sections = stories(source())
    (table,) = blocks_of(sections, tree.Table)
    assert len(table.rows) == 2
    assert squeezed("1 Claims decided in four days Transform Vision 3, Redesigning services 3") in said(*sections)
    assert table.rows[0].cells[-1].lines[0] == tree.rich(tree.PageOf("story-s1"))
    assert not sections[0].new_page


def test_without_stories_there_is_no_section() -> None:
    assert stories(source(PLAN, ())) == ()


def test_a_story_without_a_mode_has_no_sign() -> None:
    plain = Achievement(id="a", title="A", result="It held.")
    assert mode_of(source(Plan.of([ME, plain]), ["a"], ()), plain) == ()


@pytest.mark.parametrize(("field", "text", "is_told"), [("result", "x", True), ("my_part", "x", True),
                                                        ("task", " \n", False), ("title", "y", False)])  # fmt: skip
def test_a_story_is_told_when_any_of_its_prose_is(field: str, text: str, is_told: bool) -> None:
    fields: dict[str, Any] = {"id": "a", "title": "A", field: text}
    assert told(Achievement(**fields)) is is_told
