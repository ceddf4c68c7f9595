from __future__ import annotations

import pytest

from leaderplan.domain import edits
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Claim, Competency, Person

STORY = Achievement(id="0000-story-one", title="Story", people=("0000-ann",))
ANN = Person(id="0000-ann", name="Ann")
CLAIMS = tuple(Claim(id=f"claim-{n}", achievement=STORY.id, competency="d1") for n in range(3))
PLAN = Plan.of([STORY, ANN, *CLAIMS])


def test_records_are_found_by_type_by_id_and_by_what_they_refer_to() -> None:
    assert PLAN.get(Achievement, STORY.id) == STORY == PLAN.find(STORY.id)
    assert PLAN.get(Achievement, None) is PLAN.find(None) is PLAN.get(Achievement, ANN.id) is PLAN.find("none") is None
    assert PLAN.referring(Claim, "achievement", STORY) == CLAIMS
    assert PLAN.referring(Claim, "competency", STORY) == ()
    assert set(PLAN.referrers(ANN.id)) == {(STORY, "people")}
    assert PLAN.all(Competency) == PLAN.of_table("no such") == ()
    assert len(PLAN) == 5


@pytest.mark.parametrize(("end", "found"), [("0000-story-one", 1), ("ry-one", 1), ("y-one", 0), ("laim-1", 1), ("", 0)])
def test_an_id_may_be_shortened_to_six_characters_of_its_end(end: str, found: int) -> None:
    assert len(PLAN.ending(end)) == found


def test_an_older_plan_does_not_change_under_its_reader() -> None:
    before = set(PLAN)
    then = PLAN.after(edits.remove(PLAN, STORY))
    assert set(PLAN) == before
    assert PLAN.referring(Claim, "achievement", STORY) == CLAIMS
    assert then != PLAN
    assert PLAN != "plan"


def test_an_altered_record_keeps_its_place() -> None:
    then = PLAN.after(edits.alter(PLAN, CLAIMS[0], why="Because"))
    assert [claim.id for claim in then.all(Claim)] == [claim.id for claim in CLAIMS]


def test_the_tables_of_a_plan_cannot_be_written_to() -> None:
    with pytest.raises(TypeError):
        PLAN.table(Person)["x"] = ANN  # type: ignore[index]
