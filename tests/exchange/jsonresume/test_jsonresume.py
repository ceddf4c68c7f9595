from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.checks import edit_problems
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.ids import new_id
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, EvidenceKind, Post, Profile
from leaderplan.errors import UserError
from leaderplan.exchange import jsonresume
from leaderplan.exchange.jsonresume.resume import SECTIONS, UNKEPT
from leaderplan.exchange.problems import WrongFile
from tests.exchange.readers import ANN, ME, PLAN, POST, added, like, notes, only, taken

FILES = Path(__file__).parent / "files"
EMPTY = Plan.of([Profile(id="me")])


def resume(value: Any, plan: Plan = PLAN) -> Any:
    return taken(jsonresume.read, json.dumps(value), plan, name="r.json")


def file(name: str, plan: Plan = EMPTY) -> Any:
    return taken(jsonresume.read, (FILES / name).read_bytes(), plan, name=name, new_id=new_id)


def refused(value: Any) -> list[str]:
    with pytest.raises(WrongFile) as caught:
        resume(value)
    return [str(wrong.said()) for wrong in caught.value.wrong]


def test_a_whole_resume_becomes_posts_achievements_and_evidence() -> None:
    imported = file("full-1.0.0.json")
    plan = EMPTY.after(imported.edit)
    assert not edit_problems(EMPTY, imported.edit)
    head, manager, mentor = added(imported, "post")
    assert like(head) == {
        "title": "Head of IT", "organisation": "Bryn Council", "started": PartialDate(2021, 4),
        "scope": "40 people, 180 services.",
    }  # fmt: skip
    assert (manager.started, manager.ended) == (PartialDate(2016), PartialDate(2021, 3, 31))
    stories = {story.title: story for story in added(imported, "achievement")}
    assert like(stories["Cut benefit claims from 21 to 4 days"]) == {
        "title": "Cut benefit claims from 21 to 4 days", "post": head.id,
    }  # fmt: skip
    assert stories["30 children built a game"].post == mentor.id
    long = next(story for title, story in stories.items() if title.startswith("Moved 14 services"))
    assert long.title.endswith("…") and len(long.title) <= 120 and long.result.endswith("so that nobody was surprised")
    badge = stories["Blue badge in a day"]
    assert like(badge) == {
        "title": "Blue badge in a day", "started": PartialDate(2024, 1), "ended": PartialDate(2024, 11),
        "post": mentor.id, "situation": "Badges took six weeks.", "result": "From 42 days to 1\nNo form",
        "my_part": "Sponsor, Product owner", "tags": ("blue badge", "mobility"),
    }  # fmt: skip
    nia = only(imported, "person")
    assert [like(evidence) for evidence in added(imported, "evidence")] == [
        {"title": "Blue badge in a day", "kind": EvidenceKind.LINK, "url": "https://bryn.example/badge",
         "supports": (badge.id,)},
        {"title": "Team of the year, Bryn Council", "kind": EvidenceKind.BADGE, "on": PartialDate(2023, 6, 14),
         "quote": "For the sign-in."},
        {"title": "Service design, Design School", "kind": EvidenceKind.BADGE, "on": PartialDate(2022, 2),
         "url": "https://ds.example/c/1"},
        {"title": "Tell it in plain words, IT in Councils", "kind": EvidenceKind.LINK, "on": PartialDate(2024, 10),
         "url": "https://itc.example/plain"},
        {"title": "Nia Pugh", "kind": EvidenceKind.QUOTE, "quote": "Rhian asked the families first.",
         "said_by": nia.id},
    ]  # fmt: skip
    assert like(plan.all(Profile)[0]) == {
        "name": "Rhian Ellis", "headline": "Head of IT", "about": "I change services with the people who run them.",
        "email": "rhian@bryn.example", "phone": "029 2000 0000", "current_role": "Head of IT",
        "organisation": "Bryn Council",
    }  # fmt: skip


def test_what_a_plan_has_no_place_for_is_named() -> None:
    said = notes(file("full-1.0.0.json"))
    assert "stay in the file: education, skills, languages, interests." in said
    for name in ("work.location", "work.description", "work.url", "volunteer.url", "publications.summary",
                 "projects.type", "basics.url", "basics.location", "basics.profiles"):  # fmt: skip
        assert name in said
    assert "meta" not in said and "$schema" not in said and "basics.image" not in said
    assert "work: 3 highlights are achievements of their posts, without dates" in said


@pytest.mark.parametrize("name", ["full-1.0.0.json", "old-0.0.16.json", "sloppy-builder.json", "exported-by-php.json"])
def test_importing_the_same_resume_twice_adds_nothing_the_second_time(name: str) -> None:
    plan = EMPTY.after(file(name).edit)
    again = file(name, plan)
    assert not again.edit
    assert "in the plan already, by" in notes(again)


def test_the_names_of_the_older_format_are_read() -> None:
    imported = file("old-0.0.16.json")
    old, new = added(imported, "post")
    assert (old.organisation, new.organisation, new.started) == (
        "Old Systems Ltd", "New Systems Ltd", PartialDate(2014, 7, 1),
    )  # fmt: skip
    assert only(imported, "achievement").title == "Shortened releases from months to days"
    assert only(imported, "evidence").url == "http://tom.example/releases"
    profile = EMPTY.after(imported.edit).all(Profile)[0]
    assert (profile.current_role, profile.organisation) == ("Team lead", "New Systems Ltd")


def test_nulls_present_and_other_habits_are_understood_and_the_rest_is_noted() -> None:
    imported = file("sloppy-builder.json")
    now, before = added(imported, "post")
    assert (now.started, now.ended) == (PartialDate(2019, 3), None)
    assert (before.title, before.started, before.ended) == ("Acme", PartialDate(2015), PartialDate(2019, 2))
    assert [story.title for story in added(imported, "achievement")] == ["One thing only", "Nameless but told"]
    assert EMPTY.after(imported.edit).all(Profile)[0].phone == "2920000000"
    said = notes(imported)
    assert "work[1] names only “Acme”" in said
    assert "work[4] names neither post nor employer and is left out" in said
    assert "projects[0].url is no address of the web and is left out: not an address" in said
    assert "certificates[0] has no name and is left out" in said
    assert "references[0] lacks the name or the words" in said
    assert "Not read: customSections, work.id, certificates.title" in said


def test_text_arrives_as_it_was_written_also_with_a_mark_and_empty_lists_for_objects() -> None:
    post = only(file("exported-by-php.json"), "post")
    assert (post.organisation, post.title) == ("Café & Co", "R&D <b>lead</b>")
    assert (post.started, post.ended) == (PartialDate(2016, 12, 31), PartialDate(2020, 5, 1))


def test_wrong_types_are_all_named_by_their_path() -> None:
    with pytest.raises(WrongFile) as caught:
        file("wrong.json")
    assert [str(wrong.said()) for wrong in caught.value.wrong] == [
        "basics.name: text belongs here, not a list.",
        "work[0].startDate: text belongs here, not an object.",
        "work[0].highlights: a list belongs here, not an object.",
        "work[1]: an object belongs here, not Head of IT at Bryn.",
        "work[2].highlights[1]: text belongs here, not true.",
        "work[2].highlights[2]: text belongs here, not an object.",
        "awards: a list belongs here, not none.",
    ]


def test_wrong_dates_and_texts_that_are_too_long_are_named_by_their_path() -> None:
    assert refused({
        "work": [{"name": "a", "position": "b", "startDate": "2020-13", "endDate": "soon", "summary": "x" * 10_001}],
        "projects": [{"name": "p", "startDate": "2020-02-30"}],
    }) == [
        "work[0].startDate: 2020-13 is not a date such as 2025-03-12, 2025-03 or 2025.",
        "work[0].endDate: soon is not a date such as 2025-03-12, 2025-03 or 2025.",
        "projects[0].startDate: 2020-02-30 is not a date such as 2025-03-12, 2025-03 or 2025.",
        "work[0]: Scope is 10001 characters long; 10000 are the most: shorten it.",
    ]  # fmt: skip


def test_only_empty_fields_of_the_profile_are_filled() -> None:
    plan = Plan.of([replace(ME, headline="Mine", current_role="Mine")])
    imported = resume({"basics": {"name": "X", "label": "Y", "email": "z@z"}, "work": [
        {"name": "O", "position": "P", "startDate": "2020"}]}, plan)  # fmt: skip
    assert plan.after(imported.edit).all(Profile) == (
        replace(ME, headline="Mine", current_role="Mine", email="z@z"),
    )  # fmt: skip


def test_known_posts_and_people_are_used_and_not_doubled() -> None:
    imported = resume({
        "work": [{"name": "bryn council", "position": "Head of  IT", "highlights": ["New"]}],
        "references": [{"name": "ann price", "reference": "Good"}],
    })  # fmt: skip
    assert not added(imported, "post") and not added(imported, "person")
    assert only(imported, "achievement").post == POST.id and only(imported, "evidence").said_by == ANN.id


def test_the_same_highlight_of_two_posts_stays_with_both() -> None:
    imported = resume({"work": [{"name": o, "position": "p", "highlights": ["Led a team"]} for o in "ab"]})
    assert len(added(imported, "achievement")) == 2


@pytest.mark.parametrize("value", [[], {}, {"title": "x"}, 5, None, "work"])
def test_json_that_is_no_resume_is_refused(value: object) -> None:
    with pytest.raises(UserError, match="is not a JSON Resume"):
        resume(value)


def test_more_than_a_hundred_thousand_entries_and_columns_are_refused() -> None:
    with pytest.raises(UserError, match="more than 100000 entries"):
        resume({"work": [{"highlights": ["x"] * 50_000}] * 2})
    assert refused({"work": [{"highlights": ["x"] * 1_001}]}) == [
        "work[0].highlights: the list holds more than 1000 texts."
    ]
    with pytest.raises(UserError, match="Leave --map and --into out"):
        taken(jsonresume.read, "{}", into="post")


def test_a_resume_is_known_by_its_sections() -> None:
    for name in ("full-1.0.0.json", "old-0.0.16.json", "exported-by-php.json", "wrong.json"):
        assert jsonresume.sniff((FILES / name).read_bytes(), name)
    assert jsonresume.sniff('{"work": []}'.encode("utf-16"), "r.json")
    for data in (b'[{"work": []}]', b'{"title": "work"}', b"", b"\x00", b"work,basics"):
        assert not jsonresume.sniff(data, "r.json")


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8)
    | st.sampled_from(["2020", "Present", "2020-13", "https://a.example", "Ann Price"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)  # fmt: skip
NAMES = st.sampled_from([
    "name", "company", "organization", "position", "startDate", "endDate", "summary", "highlights", "title", "date",
    "awarder", "issuer", "url", "website", "publisher", "releaseDate", "reference", "description", "keywords", "roles",
    "entity", "label", "email", "phone",
])  # fmt: skip
TEXTS = st.none() | st.text(max_size=8) | st.sampled_from(["2020", "Present", "Ann Price", "a.example", "x" * 10_001])
ENTRY = st.dictionaries(NAMES, TEXTS, max_size=8) | st.dictionaries(NAMES, PLAIN, max_size=4) | PLAIN


@given(st.dictionaries(st.sampled_from([*SECTIONS, *UNKEPT, "other"]), ENTRY | st.lists(ENTRY, max_size=3), max_size=5))
def test_any_resume_becomes_records_that_the_plan_takes_or_a_sentence(value: dict[str, Any]) -> None:
    try:
        imported = resume(value)
    except UserError:
        return
    assert not edit_problems(PLAN, imported.edit)
    assert all(change.before is None or change.table == "profile" for change in imported.edit)
    then = PLAN.after(imported.edit)
    assert POST in then.all(Post) and not taken(jsonresume.read, json.dumps(value), then, new_id=new_id).edit
    assert all(len(story.title) <= 121 for story in then.all(Achievement))
