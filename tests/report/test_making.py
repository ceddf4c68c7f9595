"""A plan becomes a document: all that was chosen is in it, and nothing that may not leave."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaderplan import assets
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Kind, Record, specs
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import RECORDS as TYPES
from leaderplan.domain.records import (
    Action,
    Claim,
    Comment,
    CommentKind,
    Conversation,
    Descriptor,
    Dismissal,
    Document,
    DocumentItem,
    Evidence,
    Milestone,
    Profile,
    Readiness,
    Round,
    Service,
    StrayAnswer,
    Telling,
)
from leaderplan.domain.review import working
from leaderplan.domain.review.seen import record_hash
from leaderplan.exchange.framework import read_framework
from leaderplan.newplan import new_plan
from leaderplan.report import tree
from leaderplan.report.layout import Layout, LayoutSection
from leaderplan.report.pdf.write import Printed
from tests.domain.strategies import plans
from tests.report import plain, reading
from tests.report.person import (
    COMPUTERS,
    ME,
    PLAN,
    RECORDS,
    TODAY,
    changed,
    made,
    squeezed,
)

Print = Callable[..., Printed]
TEXTS = (Kind.TEXT, Kind.PROSE)
MARKER = "Mayneverleave"
ALL = ("s1", "s2", "j1")
DAY = PartialDate(2025, 5, 4)


def text(document: tree.Document) -> str:
    """What any printer has to print of it, without white space; numbers of pages are 0."""
    pages = dict.fromkeys((heading.short or heading.text for heading in plain.listed(document)), 0)
    return plain.text_of(document, pages)


def titles(document: tree.Document) -> list[str]:
    return [section.heading.text for section in document.filled()]


def test_the_sections_come_in_the_order_of_the_layout() -> None:
    assert titles(made(chosen=ALL).document) == [
        "Profile", "Competencies", "Stories by competency", "Blue Badge: a decision while it matters",
        "Run, change, transform", "What others say", "Index of evidence",
    ]  # fmt: skip


def test_a_layout_gives_a_section_another_title_and_its_own_page() -> None:
    layout = Layout(
        "short", "Short portfolio", ("A4",), cover=False, contents=False,
        sections=(LayoutSection("stories", new_page=True, title="What I did"), LayoutSection("profile", new_page=False),
                  LayoutSection("quotes")),
    )  # fmt: skip
    document = made(layout=layout, chosen=ALL).document
    assert [(part.heading.text, part.new_page) for part in document.filled()] == [
        ("What I did", True), ("Profile", False), ("What others say", False),
    ]  # fmt: skip
    assert document.cover is None and document.contents is None
    assert document.title == "Short portfolio – Rhian Calloway"


def test_without_a_choice_what_was_prepared_is_printed_else_what_is_suggested() -> None:
    assert titles_of_stories(made()) == ["Claims decided in four days"]
    prepared = (Document(id="d", title="For Northmere", layout="portfolio"),
                DocumentItem(id="i", document="d", record="s2"))  # fmt: skip
    document = made(Plan.of([*RECORDS, *prepared])).document
    assert titles_of_stories(made(Plan.of([*RECORDS, *prepared]))) == ["We closed the computer room"]
    assert squeezed("Blue Badge") not in text(document)


def titles_of_stories(result: Any) -> list[str]:
    return [block.heading.text for section in result.document.sections for block in section.blocks
            if isinstance(block, tree.Story)]  # fmt: skip


@pytest.mark.parametrize("records", [(Profile(id="me"),), (Profile(id="me", name="Rhian", organisation="Westmarch"),)])
def test_an_empty_plan_has_a_cover_and_a_page_that_says_what_to_do_first(
    printed: Print, records: tuple[Record, ...]
) -> None:
    document = made(Plan.of(records)).document
    result = printed(document)
    assert result.pages == 2
    assert titles(document) == ["What to do first"]
    assert squeezed("Write down one achievement") in reading.text_of(result.pdf)


def test_one_story_alone_is_a_document(printed: Print) -> None:
    result = printed(made(Plan.of([Profile(id="me", name="Rhian"), *COMPUTERS])).document)
    assert squeezed("Nobody lost their work.") in reading.text_of(result.pdf)


@pytest.mark.parametrize("page", ["A4", "Letter"])
@pytest.mark.parametrize("anonymous", [False, True])
def test_what_is_printed_is_what_was_selected_and_the_same_twice(printed: Print, page: str, anonymous: bool) -> None:
    document = made(chosen=ALL, anonymous=anonymous).document
    first, again = (printed(made(chosen=ALL, anonymous=anonymous).document, page) for _turn in range(2))
    assert first.pdf == again.pdf
    spoken = reading.text_of(first.pdf)
    for section in document.filled():
        alone = plain.text_of(replace(document, cover=None, contents=None, sections=(section,)), _pages(first))
        assert alone in spoken


def _pages(result: Printed) -> dict[str, int]:
    """On which page each story stands, as the bookmarks say."""
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf, pdf.open_outline() as outline:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        marks = [mark for root in outline.root for mark in (root, *root.children)]
        at = {
            str(mark.title): numbers[mark.destination[0].objgen]
            for mark in marks
            if isinstance(mark.destination, pikepdf.Array)
        }
    return {"story-s1": at["Claims decided in four days"], "story-s2": at["We closed the computer room"]}


def test_the_same_plan_gives_the_same_document_whatever_the_order_in_which_it_was_stored() -> None:
    wanted = made(chosen=ALL).document
    for turn in range(5):
        records = list(RECORDS)
        random.Random(turn).shuffle(records)
        assert made(Plan.of(records), chosen=ALL).document == wanted


ASIDE: tuple[Record, ...] = (
    Service(id="v", name="Blue Badges", owner="tom"),
    Readiness(id="v1", service="v", on=DAY, attitude=3),
    Conversation(id="v2", person="ann", on=DAY),
    Telling(id="v3", achievement="s1", on=DAY, person="ann"),
    Dismissal(id="v4", rule="story_check", record="s1"),
    Milestone(id="v5", collaboration="j1", title="First badges", due=DAY),
    Descriptor(id="v6", competency="c1", level="l3", text="Says it."),
    Document(id="v7", title="For Northmere", layout="briefing"),
    DocumentItem(id="v8", document="v7", record="s2"),
    Round(id="v9", title="Ann Price, round 1", mentor="ann"),
    Comment(id="v10", round="v9", record="s1", kind=CommentKind.COMMENT, text="Who says so?"),
    StrayAnswer(id="v11", title="Answer.leaderplan-answer", attachment=Attachment("1" * 64, "answer", 1)),
    Action(id="v12", title="Ask who says so", of="v10"),
)
"""One of each type that the plan of these tests does not hold."""


@pytest.mark.parametrize("anonymous", [False, True])
def test_nothing_that_may_not_leave_is_in_a_document(printed: Print, anonymous: bool) -> None:
    records = [*RECORDS, *ASIDE]
    assert {type(record) for record in records} == set(TYPES)
    result = printed(made(Plan.of(map(_marked, records)), chosen=ALL, anonymous=anonymous).document)
    assert MARKER not in reading.text_of(result.pdf)
    assert MARKER.encode() not in result.pdf


def _marked(record: Record) -> Record:
    """The record with a marker in every field that is not declared as shared and can hold one."""
    marks: dict[Kind, Any] = dict.fromkeys((*TEXTS, Kind.ADDRESS), f"https://{MARKER}.example/{MARKER}")
    marks |= {Kind.TAGS: (MARKER,), Kind.ATTACHMENT: Attachment("0" * 64, f"{MARKER}.pdf", 1)}
    hidden = {n: marks[s.kind] for n, s in specs(type(record)).items() if s.kind in marks and not s.shared}
    return replace(record, **hidden)  # type: ignore[arg-type]


def test_the_marker_is_found_where_it_may_leave() -> None:
    assert MARKER in text(made(changed("s1", result=MARKER), chosen=ALL).document)


@pytest.mark.parametrize("hidden", ["s1", "j1"])
def test_what_is_private_stays_out_with_all_that_hangs_on_it(hidden: str) -> None:
    owned = {"s1": ("s1", "m1", "m2", "k1", "e1"), "j1": ("j1", "t1", "k", "kk", "m4")}[hidden]
    plan = Plan.of(_all_marked(record) if record.id in owned else record for record in changed(hidden, private=True))
    result = made(plan, chosen=ALL)
    assert MARKER not in text(result.document)
    assert [message.id for message in result.left_out] == ["{name} is private and stays out."]


def _all_marked(record: Record) -> Record:
    texts = {name: MARKER for name, spec in specs(type(record)).items() if spec.kind in TEXTS}
    return replace(record, **texts)  # type: ignore[arg-type]


def test_words_of_a_review_are_printed_only_for_the_text_that_they_were_confirmed_for() -> None:
    story = PLAN.find("s1")
    assert story
    confirmed = changed("e1", given_on=record_hash(story))
    result = made(confirmed, chosen=ALL)
    assert "Ihadmyanswer." in text(result.document)
    assert result.left_out == ()
    altered = changed("s1", plan=confirmed, result="Two offices decide in five days.")
    result = made(altered, chosen=ALL)
    assert "Ihadmyanswer." not in text(result.document)
    assert [ENGLISH.say(message) for message in result.left_out] == [
        "The words of Letter of thanks were said on an older text of Claims decided in four days; they stay out until "
        "you confirm them."
    ]
    assert made(altered, chosen=["s2"]).left_out == ()
    words = altered.table(Evidence)["e1"]
    again = made(altered.after(working.confirm_again(altered, words)), chosen=ALL)
    assert "Ihadmyanswer." in text(again.document)
    assert again.left_out == ()


def test_private_evidence_is_only_counted() -> None:
    document = made(changed("e3", title=MARKER), chosen=ALL).document
    assert MARKER not in text(document)
    assert squeezed("One item is private and is shown on request at the interview.") in text(document)


def test_what_was_not_chosen_is_not_in_it() -> None:
    said = text(made(chosen=("s2",)).document)
    for absent in ("four days", "Blue Badge", "Letter of thanks", "Tom Adeyinka"):
        assert squeezed(absent) not in said


def test_an_anonymous_document_names_neither_the_person_nor_an_employer(printed: Print) -> None:
    plan = changed("e1", quote="Rhian did not bring me a system.")
    document = made(plan, chosen=ALL, anonymous=True).document
    result = printed(document)
    spoken = reading.text_of(result.pdf)
    for telling in ("Rhian", "Calloway", "Westmarch", "Eastbrook", "01632", "Director of Digital"):
        assert squeezed(telling) not in spoken
        assert telling.encode() not in result.pdf
    assert document.author == document.foot.name == ""
    assert "Candidate" in spoken
    assert squeezed("Me IT No check for days") in spoken
    assert squeezed("Ann Price, Benefits Manager") in spoken


def test_the_bars_count_what_is_not_private_and_not_only_what_is_printed() -> None:
    assert "Run, change, transform" in titles(made(chosen=("s1",)).document)
    assert "Run, change, transform" not in titles(made(changed("s2", private=True), chosen=("s1",)).document)


def test_a_framework_of_six_levels_without_groups_is_printed(printed: Print) -> None:
    framework = read_framework(assets.read_bytes("frameworks/uk-success-profiles-behaviours.json"))
    mine = [replace(ME, framework=framework[0].id), *COMPUTERS]
    from_framework = {record.table: record for record in framework}
    claim = replace(PLAN.all(Claim)[0], achievement="s2", competency=from_framework["competency"].id,
                    level=from_framework["level"].id)  # fmt: skip
    document = made(Plan.of([*mine, *framework, claim]), chosen=("s2",)).document
    assert squeezed("to 6 (Director and Director General)") in reading.text_of(printed(document).pdf)


def test_the_sample_is_printed_without_a_finding(printed: Print, tmp_path: Path) -> None:
    workspace = new_plan(tmp_path / "plan", sample=True, today=TODAY)
    plan = workspace.plan
    workspace.close()
    for anonymous in (False, True):
        result = printed(made(plan, anonymous=anonymous).document)
        assert result.unprintable == ()
        assert 15 < result.pages < 25
        assert (b"Calloway" in result.pdf) is not anonymous


HOSTILE = (
    "R&D <b>bold</b> <img src=x> {0} %s \\(",
    "Llŷr yw’r ŵyl · Η στρατηγική · Стратегия цифровой службы",
    "数字领导 👩‍💻 שלום",
    "x" * 1_500,
    "many words " * 120,
    "\u202egnp.exe\u0000\ud800 \n\n \t \n\n end",
)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("anonymous", [False, True])
def test_any_text_in_every_field_is_printed(printed: Print, hostile: str, anonymous: bool) -> None:
    plan = Plan.of(
        replace(record, **{n: hostile for n, spec in specs(type(record)).items() if spec.kind in TEXTS})  # type: ignore[arg-type]
        for record in RECORDS
    )
    assert printed(made(plan, chosen=ALL, anonymous=anonymous).document).pages > 5


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(plan=plans(most=20), anonymous=st.booleans())
def test_every_plan_that_can_be_held_can_be_printed(printed: Print, plan: Plan, anonymous: bool) -> None:
    document = made(plan, chosen=tuple(record.id for record in plan), anonymous=anonymous).document
    printed(document)
    printed(made(plan).document)


@settings(max_examples=25)
@given(plans(most=30))
def test_every_plan_has_a_document_that_names_what_it_leaves_out(plan: Plan) -> None:
    shown = [record for record in plan if record.table in ("achievement", "collaboration")]
    result = made(plan, chosen=[record.id for record in shown])
    stories = len(titles_of_stories(result))
    joint = [section for section in result.document.sections if section.kicker]
    records = [message for message in result.left_out if not message.id.startswith("The words of")]
    assert stories + len(joint) + len(records) == len(shown)
    assert all(ENGLISH.say(message) for message in result.left_out)
