"""What an erasure takes along: what was said of a record, what was made of that, and the copies that were sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.erasure import reach, sent_to, without_copies
from leaderplan.domain.fields import Attachment, Kind, specs
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    RECORDS,
    Achievement,
    Action,
    Comment,
    CommentKind,
    Evidence,
    Measure,
    Person,
    Round,
    StrayAnswer,
)

FILE = Attachment("a" * 64, "round.zip", 9)
RECORDS_SENT = (
    Person(id="nadia", name="Nadia Khan"),
    Achievement(id="story", title="Four days"),
    Achievement(id="other", title="Another"),
    Measure(id="days", of="story", name="Days"),
    Round(id="first", title="Nadia Khan, round 1", mentor="nadia", sent_on=PartialDate(2026, 3, 3),
          scope=("days", "other", "story"), snapshot=FILE, share="s", key="k"),
    Round(id="second", title="Nadia Khan, round 2", mentor="nadia", scope=("first", "said"), snapshot=FILE),
    Round(id="apart", title="Others", scope=("other",), snapshot=FILE),
    Comment(id="said", round="first", record="story", kind=CommentKind.TESTIMONIAL, text="Well done."),
    Comment(id="again", round="first", revises="said", kind=CommentKind.TESTIMONIAL, text="Very well done."),
    Comment(id="answer", round="first", parent="said", kind=CommentKind.ANSWER, text="Thank you."),
    Comment(id="moved", round="first", record="lost", placed="story", kind=CommentKind.COMMENT, text="Who?"),
    Comment(id="whole", round="first", kind=CommentKind.THREE_WORDS, text="Plain."),
    Evidence(id="words", title="Nadia Khan", quote="Well done.", supports=("other",), comment="said"),
    Action(id="todo", title="Ask her", of="said"),
    StrayAnswer(id="stray", title="Answer", round="first", attachment=FILE),
    StrayAnswer(id="astray", title="Answer", attachment=FILE),
)  # fmt: skip
PLAN = Plan.of(RECORDS_SENT)


def test_what_was_said_of_it_goes_with_answers_versions_and_what_was_made_of_it() -> None:
    found = reach(PLAN, ["story"])
    assert set(found.gone) == {"story", "days", "said", "again", "answer", "words", "stray"}
    assert next(iter(found.gone)) == "story"
    assert [round.id for round in found.copies] == ["first", "second"]


def test_removing_it_leaves_all_of_that() -> None:
    then = PLAN.after(edits.remove(PLAN, PLAN.table(Achievement)["story"]))
    assert {record.id for record in PLAN} - {record.id for record in then} == {"story", "days"}
    then = PLAN.after(edits.remove(PLAN, PLAN.table(Comment)["said"]))
    assert then.table(Evidence)["words"].comment == "said"


def test_the_mentor_takes_the_copies_along_that_name_them() -> None:
    found = reach(PLAN, ["nadia"])
    assert set(found.gone) == {"nadia", "stray"}
    assert {round.id for round in found.copies} == {"first", "second"}


def test_a_round_that_loses_its_copy_still_knows_its_answers() -> None:
    before = PLAN.table(Round)["first"]
    after = without_copies(before, {"story", "days"})
    assert after == replace(before, snapshot=None, scope=("other",))


def test_everybody_who_got_a_copy_is_named() -> None:
    said = [ENGLISH.say(message) for message in sent_to(reach(PLAN, ["story"]), PLAN)]
    assert said == ["Nadia Khan got a copy on 3 Mar 2026.", "Nadia Khan got a copy."]
    assert [ENGLISH.say(message) for message in sent_to(reach(PLAN, ["apart"]), PLAN)] == [
        "What was sent in Others is with whoever got it."
    ]
    assert sent_to(reach(PLAN, ["astray"]), PLAN) == ()


@pytest.mark.parametrize("record_type", RECORDS)
def test_what_is_declared_of_copies_fits_the_fields(record_type: type[Round]) -> None:
    fields = specs(record_type)
    for spec in fields.values():
        assert not spec.copies or (spec.kind is Kind.ATTACHMENT and not spec.required)
        assert all(fields[name].kind in (Kind.REFERENCE, Kind.REFERENCES) for name in spec.copies)
        assert not (spec.with_copy or spec.on_erase) or spec.kind in (Kind.REFERENCE, Kind.REFERENCES)
