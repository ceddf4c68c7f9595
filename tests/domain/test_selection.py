from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain import checks
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Kind, Record, Spec, empty, entry, specs
from leaderplan.domain.messages import _
from leaderplan.domain.plain import dumps, to_plain
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    RECORDS,
    Achievement,
    Assessment,
    Claim,
    Collaboration,
    Comment,
    CommentKind,
    Competency,
    Conversation,
    Descriptor,
    Document,
    Evidence,
    Framework,
    Level,
    Measure,
    Person,
    Post,
    Profile,
    Reading,
    Risk,
    Round,
    Service,
    Telling,
)
from leaderplan.domain.review.seen import record_hash
from leaderplan.domain.selection import Reason, Selection, may_leave, select
from tests.domain.strategies import plans

MARKER = "mayneverleave"
ME = Profile(id="me", name="Rhian Holt", framework="f")
ANN = Person(id="ann", name="Ann Price", role="Manager", private_notes="Shy.", organisation="Arrowdale")
CARE = Service(id="care", name="Home care", owner="ann", pain="Waiting")
JOINT = Collaboration(id="joint", title="Visits planned with families", service="care", lead="ann", co_owner="me")
STORY = Achievement(id="story", title="Claims decided", people=("ann",), collaboration="joint", tags=("claims",))
OTHER = Achievement(id="other", title="Case notes")
PAPER = Evidence(id="paper", title="Board paper", supports=("story", "other"),
                 attachment=Attachment("a" * 64, f"{MARKER}.pdf", 10))  # fmt: skip
MEASURE = Measure(id="m", of="story", name="Days")
READING = Reading(id="r", measure="m", on=PartialDate(2026), value=4.0)
FRAMEWORK = (
    Framework(id="f", title="Digital Leadership"),
    Level(id="l", framework="f", rank=1, title="One"),
    Competency(id="c", framework="f", title="Vision"),
)
CLAIM = Claim(id="claim", achievement="story", competency="c", level="l")
PLAN = (ME, ANN, CARE, JOINT, STORY, OTHER, PAPER, MEASURE, READING, *FRAMEWORK, CLAIM)


def ids(selection: Selection) -> set[str]:
    return {record.id for record in selection.plan}


def without(*ids: str) -> set[str]:
    return {record.id for record in PLAN} - set(ids)


# ------------------------------------------------------------------------------------------- what is allowed to leave


def _marked(spec: Spec) -> Any:
    """Something in a field that may not leave."""
    match spec.kind:
        case Kind.TEXT | Kind.PROSE:
            return MARKER
        case Kind.TAGS:
            return (MARKER,)
        case Kind.ADDRESS:
            return f"https://{MARKER}.example.org/"
        case Kind.ATTACHMENT:
            return Attachment("f" * 64, MARKER, 1)
        case Kind.DATE:
            return PartialDate(1234, 5, 6)
        case Kind.NUMBER | Kind.LEVEL:
            return 4
        case Kind.CHOICE:
            return next(iter(spec.choices or ()))
        case Kind.CHOICES:
            return tuple(spec.choices or ())
        case Kind.SHARE:
            return tuple(50 for _member in spec.choices or ())
    return empty(spec.kind)


def _filled(record_type: type[Record]) -> Record:
    """A record with every field filled, the marker in each that may not leave; ids are the names of the tables."""
    held: dict[str, Any] = {}
    for name, spec in specs(record_type).items():
        targets = [table for table in spec.refers_to or ("achievement",) if table != record_type.table]
        if spec.kind is Kind.REFERENCE:
            held[name] = targets[0] if targets else None
        elif spec.kind is Kind.REFERENCES:
            held[name] = tuple(targets)
        elif spec.shared:
            held[name] = "shared" if spec.kind in (Kind.TEXT, Kind.PROSE) else empty(spec.kind)
        else:
            held[name] = _marked(spec)
    return record_type(id=record_type.table, **held)


def _text(plan: Plan) -> str:
    return "\n".join(dumps(to_plain(record)) for record in plan)


@pytest.mark.parametrize("anonymous", [False, True])
def test_what_may_not_leave_is_found_nowhere_in_a_selection(anonymous: bool) -> None:
    filled = {record_type: _filled(record_type) for record_type in RECORDS}
    bound = record_hash(filled[Achievement])
    filled[Evidence] = replace(filled[Evidence], given_on=bound)  # type: ignore[call-arg]  # it goes only so
    whole = Plan.of(filled.values())
    assert _text(whole).count(MARKER) > 20
    left = select(whole, anonymous=anonymous, files=["evidence"], rounds=["round"]).plan
    assert {"round", "comment"} <= {record.id for record in left}
    assert bound not in _text(left)
    assert {"achievement", "collaboration", "evidence", "person", "profile", "claim"} <= {record.id for record in left}
    assert MARKER not in _text(left)
    assert "1234-05-06" not in _text(left)


@given(plans(), st.booleans())
def test_every_field_that_is_not_shared_leaves_empty(plan: Plan, anonymous: bool) -> None:
    for record in select(plan, anonymous=anonymous).plan:
        declared = specs(type(record))
        assert all(getattr(record, name) == empty(s.kind) for name, s in declared.items() if not s.shared)


@given(plans(), st.data())
def test_a_selection_is_a_plan_of_its_own_and_selecting_twice_is_selecting_once(
    plan: Plan, data: st.DataObject
) -> None:
    picked = data.draw(st.none() | st.sets(st.sampled_from(sorted(record.id for record in plan))))
    selection = select(plan, picked)
    assert not checks.dangling(selection.plan)
    assert not [problem for record in selection.plan for problem in checks.problems(selection.plan, record)]
    assert {record.id for record in plan} == ids(selection) | {left.id for left in selection.left_out}
    assert len(selection.plan) + len(selection.left_out) == len(plan)
    again = select(selection.plan, picked)
    assert again.plan == selection.plan
    assert not again.left_out


@given(plans())
def test_nothing_private_leaves_nor_what_belongs_to_it(plan: Plan) -> None:
    private = {record.id for record in plan if getattr(record, "private", False)}
    left = select(plan).plan
    assert not private & {record.id for record in left}
    text = _text(left)
    assert not [id for id in private if id in text]


def test_a_type_with_a_required_field_that_is_not_shared_never_leaves() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Diary(Record):
        title: str = entry(_("Title"), Kind.TEXT, shared=True)
        person: str | None = entry(_("Person"), Kind.REFERENCE, required=True, refers_to=("person",))

    assert not may_leave(Diary)


# -------------------------------------------------------------------------------------------------- what goes with what


def test_without_a_choice_all_that_may_leave_goes() -> None:
    selection = select(Plan.of(PLAN))
    assert ids(selection) == without()
    assert selection.left_out == ()


def test_a_person_leaves_as_name_and_role_only() -> None:
    assert select(Plan.of(PLAN)).plan.find("ann") == Person(id="ann", name="Ann Price", role="Manager")


def test_a_file_goes_only_where_its_evidence_is_named() -> None:
    paper = select(Plan.of(PLAN)).plan.get(Evidence, "paper")
    assert paper
    assert paper.attachment is None
    named = select(Plan.of(PLAN), files=["paper"]).plan.get(Evidence, "paper")
    assert named
    assert named.attachment == PAPER.attachment


def test_a_round_goes_only_where_it_is_named_and_its_comments_with_it() -> None:
    round = Round(id="round", title="Nadia Khan, round 1", key="secret", scope=("story",))
    said = Comment(
        id="said", round="round", record="story", kind=CommentKind.COMMENT, text="Who is we?", placed="other"
    )
    plan = Plan.of((*PLAN, round, said))
    assert not {"round", "said"} & ids(select(plan))
    goes = select(plan, ["other"], rounds=["round"]).plan
    assert goes.find("round") == Round(id="round", title="Nadia Khan, round 1")
    assert goes.find("said") == Comment(id="said", round="round", kind=CommentKind.COMMENT, text="Who is we?")


def test_words_from_a_review_go_only_with_the_text_that_they_were_confirmed_for() -> None:
    words = Evidence(
        id="words", title="Nadia Khan", quote="She dared.", supports=("story",), given_on=record_hash(STORY)
    )
    assert "words" in ids(select(Plan.of((*PLAN, words))))
    changed = Plan.of((*(r for r in PLAN if r is not STORY), replace(STORY, result="Four days."), words))
    assert select(changed).count(Reason.OLDER_TEXT, Evidence) == 1


def test_the_sentences_of_a_framework_for_personal_use_stay() -> None:
    framework, level, competency = FRAMEWORK
    told = Descriptor(id="d", competency="c", level="l", text="Sets direction.")
    bound = [
        replace(framework, personal_use_only=True),
        replace(level, description="The first."),
        replace(competency, description="Sees far.", phrases=("far",)),
        told,
    ]
    selection = select(Plan.of((*(r for r in PLAN if r not in FRAMEWORK), *bound)))
    assert selection.plan.find("l") == level
    assert selection.plan.find("c") == competency
    assert selection.count(Reason.LICENCE, Descriptor) == 1


def test_a_chosen_story_goes_with_what_belongs_to_it_and_names_nothing_that_stays() -> None:
    selection = select(Plan.of(PLAN), ["story"])
    assert ids(selection) == without("joint", "other", "care")
    story, paper = selection.plan.get(Achievement, "story"), selection.plan.get(Evidence, "paper")
    assert story
    assert paper
    assert (story.collaboration, story.people, paper.supports) == (None, ("ann",), ("story",))
    assert selection.count(Reason.NOT_CHOSEN) == 2
    assert selection.count(Reason.NOT_CHOSEN, Achievement) == 1
    assert selection.count(Reason.NOT_NAMED, Service) == 1
    assert selection.counts() == {
        (Reason.NOT_CHOSEN, "achievement"): 1,
        (Reason.NOT_CHOSEN, "collaboration"): 1,
        (Reason.NOT_NAMED, "service"): 1,
    }


def test_a_chosen_collaboration_brings_its_people_and_service_but_no_story() -> None:
    risk = Risk(id="risk", collaboration="joint", title="Late", owner="me")
    selection = select(Plan.of((*PLAN, risk)), iter(["joint"]))
    assert ids(selection) == {"me", "f", "l", "c", "joint", "care", "ann", "risk"}


def test_a_private_story_keeps_all_that_belongs_to_it() -> None:
    selection = select(Plan.of((*PLAN, replace(STORY, private=True))), ["story", "other"])
    assert {"story", "m", "r", "claim"}.isdisjoint(ids(selection))
    assert selection.count(Reason.PRIVATE) == 1
    assert selection.count(Reason.HANGS, Reading) == 1
    paper = selection.plan.get(Evidence, "paper")
    assert paper
    assert paper.supports == ("other",)


def test_evidence_for_private_stories_alone_stays() -> None:
    selection = select(Plan.of((*PLAN, replace(STORY, private=True), replace(OTHER, private=True))), ["paper"])
    assert "paper" not in ids(selection)


def test_private_evidence_is_counted_and_stays() -> None:
    selection = select(Plan.of((*PLAN, replace(PAPER, private=True))))
    assert selection.count(Reason.PRIVATE, Evidence) == 1
    assert "paper" not in ids(selection)


def test_evidence_for_nothing_goes_with_everything_or_when_it_is_chosen() -> None:
    lone = Plan.of((*PLAN, replace(PAPER, supports=())))
    assert "paper" in ids(select(lone))
    assert "paper" in ids(select(lone, ["paper"]))
    assert "paper" not in ids(select(lone, ["story"]))


def test_whom_nothing_names_stays_and_so_do_talks_and_tellings() -> None:
    more = (
        Person(id="bo", name="Bo"),
        Conversation(id="talk", person="ann", on=PartialDate(2026)),
        Telling(id="telling", achievement="story", person="bo", on=PartialDate(2026)),
    )
    selection = select(Plan.of((*PLAN, *more)))
    assert ids(selection) == without()
    assert selection.count(Reason.NOT_NAMED, Person) == 1
    assert selection.count(Reason.NEVER) == 2
    assert not may_leave(Conversation)
    assert may_leave(Achievement)


def test_a_framework_that_is_not_used_stays() -> None:
    other = (Framework(id="g", title="Behaviours"), Competency(id="gc", framework="g", title="Pace"))
    level = Level(id="gl", framework="g", rank=1, title="One")
    assert {"g", "gc", "gl"}.isdisjoint(ids(select(Plan.of((*PLAN, *other, level)))))
    rating = Assessment(id="a", competency="gc", level="gl", on=PartialDate(2026), note="Only for me.")
    selection = select(Plan.of((*PLAN, *other, level, rating)))
    assert {"g", "gc", "gl", "a"} <= ids(selection)
    claim = Claim(id="gclaim", achievement="other", competency="gc")
    used = Plan.of((*PLAN, *other, level, claim))
    assert "g" in ids(select(used, ["other"]))
    assert "g" not in ids(select(used, ["story"]))


def test_a_document_leaves_only_when_it_is_chosen_or_everything_goes() -> None:
    now = Plan.of((*PLAN, Document(id="d", title="For Westmarch", layout="portfolio")))
    assert "d" not in ids(select(now, ["story"]))
    assert "d" in ids(select(now))


def test_what_belongs_to_something_that_is_not_there_stays() -> None:
    assert "lost" not in ids(
        select(Plan.of((*PLAN, Reading(id="lost", measure="gone", on=PartialDate(2026), value=1.0))))
    )


def test_posts_always_go() -> None:
    post = Post(id="post", title="Head of ICT", organisation="Arrowdale")
    assert "post" in ids(select(Plan.of((*PLAN, post)), []))
