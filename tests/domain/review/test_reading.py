from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Kind, empty, specs
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import RECORDS, Achievement, Claim, Measure, Reading
from leaderplan.domain.review.reading import Chapter, Passage, chapters
from leaderplan.domain.review.sending import everything, selected
from leaderplan.domain.selection import select
from tests.domain.review.plans import ACTION, NADIA, STORY, plan, said
from tests.domain.strategies import plans

DAYS = Measure(id="m", of="story", name="Days", baseline=21.0)
COUNTED = Reading(id="n", measure="m", on=PartialDate(2026, 2), value=4.0)
CLAIM = Claim(id="k", achievement="story", competency="c", level="l2", why="I told it.")


def read(held: Plan) -> tuple[Chapter, ...]:
    return chapters(selected(held, everything(held), NADIA.id).plan, ENGLISH)


def passages(found: tuple[Chapter, ...]) -> Iterator[Passage]:
    return (passage for chapter in found for piece in chapter.all() for passage in piece.passages)


def test_a_plan_is_read_in_chapters_with_what_belongs_together() -> None:
    found = read(plan(DAYS, COUNTED, CLAIM, said("1")))
    assert [chapter.key for chapter in found] == [
        "profile", "achievements", "collaborations", "competencies", "people", "rounds",
    ]  # fmt: skip
    story = next(piece for piece in found[1].pieces if piece.record.id == "story")
    assert [(piece.kind, piece.name) for piece in story.all()] == [
        ("Achievement", STORY.title),
        ("Measure", "Days"),
        ("Reading", "Reading"),
        ("Claim", "Claim"),
    ]
    claim = [(each.label, each.text) for each in passages(found) if each.record == "k"]
    assert claim == [("Competency", "Telling the story"), ("Level", "Working"), ("Why", "I told it.")]


def test_words_are_quotable_as_they_stand_and_the_name_is_marked() -> None:
    found = {(each.record, each.field): each for each in passages(read(plan(DAYS)))}
    assert found["story", "action"] == Passage("story", "achievement", "action", "Action", ACTION, True)
    assert found["story", "title"].title
    assert not found["m", "baseline"].quotable
    assert found["m", "baseline"].text == "21"
    assert ("story", "private") not in found


def test_stories_come_newest_first() -> None:
    dated = [Achievement(id=f"s{year}", title=str(year), ended=PartialDate(year)) for year in (2020, 2024, 2022)]
    names = [piece.name for piece in chapters(Plan.of(dated), ENGLISH)[0].pieces]
    assert names == ["2024", "2022", "2020"]


@given(plans())
def test_nothing_that_leaves_is_left_out_and_nothing_is_told_twice(held: Plan) -> None:
    part = select(held, rounds=[record.id for record in held.of_table("round")]).plan
    found = chapters(part, ENGLISH)
    told = [piece.record.id for chapter in found for piece in chapter.all()]
    assert sorted(told) == sorted(record.id for record in part)
    shown = {(each.record, each.field) for each in passages(found)}
    for record in part:
        for name, spec in specs(type(record)).items():
            filled = getattr(record, name) not in (empty(spec.kind), False)
            if filled and spec.kind not in (Kind.REFERENCE, Kind.REFERENCES):
                assert (record.id, name) in shown
            if filled and spec.kind in (Kind.TEXT, Kind.PROSE):
                assert any(e.text == getattr(record, name) for e in passages(found) if e.record == record.id)


def test_every_type_of_record_has_its_order() -> None:
    assert all(chapters(Plan.of([kind(id="x")]), ENGLISH) for kind in RECORDS)
