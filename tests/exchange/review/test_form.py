"""The form as a file: all of the plan is in it, nothing in it can break out, and it reaches for nothing outside."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from leaderplan import assets
from leaderplan.domain.fields import specs
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Achievement, Comment, CommentKind, Competency, Round
from leaderplan.domain.review.reading import chapters
from leaderplan.exchange.review import form
from leaderplan.exchange.review.form.words import WORDS
from leaderplan.exchange.review.package import Review
from tests.exchange.review.asked import FILE, FRAMEWORK, HOSTILE, LEVELS, MENTOR, SKILL, STORY, hostile, number, review

VOID = {"meta"}
TAGS = set(
    "html head meta title style body a header h1 h2 h3 h4 h5 h6 p blockquote noscript nav details summary span ol li"
    " main section div script".split()
)
ATTRIBUTES = set(
    "lang charset http-equiv content name class href id aria-label aria-labelledby tabindex dir type data-record"
    " data-table data-name data-field data-label data-quotable".split()
)


class Page(HTMLParser):
    """What a browser would make of it: elements with their attributes, and the text of each."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self._open: list[int] = []
        self.comments: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}, []))
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self._open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for place in self._open:
            self.elements[place][2].append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def texts(self, tag: str, **wanted: str) -> list[str]:
        """The texts of elements with these attributes."""
        return ["".join(text) for name, has, text in self.elements if name == tag and wanted.items() <= has.items()]


def written(shared: Review) -> str:
    return form.write(shared, ENGLISH, assets.read_bytes).decode()


@cache
def pages() -> dict[str, tuple[Review, str]]:
    return {"plain": (review(), written(review())), "hostile": (hostile(), written(hostile()))}


@pytest.mark.parametrize("which", ["plain", "hostile"])
def test_every_passage_is_in_the_document_once_and_as_it_is(which: str) -> None:
    shared, text = pages()[which]
    found = [
        (has["data-field"], has["data-label"], "".join(words), "data-quotable" in has)
        for _tag, has, words in Page(text).elements
        if "data-field" in has
    ]
    pieces = [piece for chapter in chapters(shared.plan, ENGLISH) for piece in chapter.all()]
    wanted = [
        (passage.field, passage.label, passage.text, passage.quotable)
        for piece in pieces
        for passage in piece.passages
        if not specs(type(piece.record))[passage.field].inner
    ]
    assert sorted(found) == sorted(wanted)
    assert len(wanted) > 20
    records = [has["data-record"] for _tag, has, _text in Page(text).elements if "data-record" in has]
    assert records == [piece.record.id for piece in pieces]


@pytest.mark.parametrize("which", ["plain", "hostile"])
def test_it_is_made_of_known_elements_and_attributes_alone(which: str) -> None:
    page = Page(pages()[which][1])
    assert {tag for tag, _has, _text in page.elements} <= TAGS
    assert {name for _tag, has, _text in page.elements for name in has} <= ATTRIBUTES
    assert page.comments == []
    assert [has.get("type", "") for tag, has, _text in page.elements if tag == "script"] == ["application/json"] * 2 + [
        ""
    ]
    ids = [has["id"] for _tag, has, _text in page.elements if "id" in has]
    assert len(ids) == len(set(ids))
    links = [has["href"] for _tag, has, _text in page.elements if "href" in has]
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert len(links) > 8


def test_a_hostile_text_stays_a_text_wherever_it_stands() -> None:
    page = Page(pages()["hostile"][1])
    assert page.texts("title") == [HOSTILE]
    assert page.texts("h1") == [HOSTILE]
    assert page.texts("blockquote") == [HOSTILE]
    [given] = page.texts("script", id="given")
    assert json.loads(given)["title"] == HOSTILE
    assert not set(given) & set("<>&\u2028\u2029")


def test_one_script_and_one_style_may_run_and_nothing_may_be_fetched() -> None:
    page = Page(pages()["hostile"][1])
    [policy] = [
        has["content"] for _tag, has, _text in page.elements if has.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == digest(page.texts("script")[-1])
    assert rules["style-src"] == digest(page.texts("style")[0])
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert "unsafe" not in policy
    named = {has["name"]: has["content"] for _tag, has, _text in page.elements if "name" in has}
    assert named["referrer"] == "no-referrer"
    assert named["viewport"] == "width=device-width, initial-scale=1"


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_it_names_no_address_outside_of_the_plan() -> None:
    _shared, text = pages()["plain"]
    assert not re.findall(r"https?:|@import|url\(|fetch|XMLHttp|WebSocket|EventSource|sendBeacon", "".join(ours(text)))
    story = Achievement(id=number(60), title="https://example.org/x", action="See https://example.org/y.")
    page = Page(written(review([story])))
    assert not [has for _tag, has, _text in page.elements if "example.org" in "".join(has.values()) and "href" in has]


def ours(text: str) -> list[str]:
    page = Page(text)
    return page.texts("style") + page.texts("script")


def test_it_is_the_same_every_time() -> None:
    assert written(review()) == pages()["plain"][1]


def test_it_holds_no_file_only_its_name_and_size() -> None:
    _shared, text = pages()["plain"]
    assert "paper.pdf (13 bytes)" in text
    assert FILE.decode() not in text
    assert base64.b64encode(FILE).decode() not in text


def test_the_script_knows_what_a_competency_looks_like_at_each_level() -> None:
    given = data_of(pages()["plain"][1])
    assert list(given["rated"]) == [SKILL]  # the group of it cannot be rated
    assert list(given["rated"][SKILL]["says"]) == list(LEVELS)
    assert [level["title"] for [levels] in [given["levels"].values()] for level in levels][:2] == [
        "Awareness",
        "Working",
    ]


def test_every_competency_that_can_be_rated_has_a_place_for_it() -> None:
    bare = Competency(id=number(61), framework=FRAMEWORK, title="Listening")
    text = written(review([bare]))
    assert set(data_of(text)["rated"]) == {SKILL, bare.id}
    tables = [has for _tag, has, _text in Page(text).elements if has.get("data-record") in (SKILL, bare.id)]
    assert all("piece" in has["class"].split() for has in tables)
    assert len(tables) == 2


def test_an_earlier_round_is_told_without_what_is_for_the_program_alone() -> None:
    earlier = Round(id=number(70), title="Nadia Khan, round 1", mentor=MENTOR)
    comment = Comment(id=number(71), round=earlier.id, record=STORY, of_table="achievement", field="action",
                      quote="four teams", prefix="We brought the ", kind=CommentKind.COMMENT, text="Who is “we”?",
                      author="Nadia Khan", reason="I say so now.")  # fmt: skip
    found = {has["data-field"] for _tag, has in fields_of(written(review([earlier, comment])), comment.id)}
    assert found == {"record", "quote", "kind", "text", "author", "reason"}


def fields_of(text: str, record: str) -> list[tuple[str, dict[str, str]]]:
    """The passages from a record on, up to the next one."""
    elements = [(tag, has) for tag, has, _text in Page(text).elements]
    start = next(n for n, (_tag, has) in enumerate(elements) if has.get("data-record") == record)
    rest = elements[start + 1 :]
    end = next((n for n, (_tag, has) in enumerate(rest) if "data-record" in has), len(rest))
    return [(tag, has) for tag, has in rest[:end] if "data-field" in has]


def data_of(text: str) -> Any:
    return json.loads(Page(text).texts("script", id="given")[0])


def test_every_word_that_the_script_says_is_given_and_every_given_word_is_said() -> None:
    folder = Path(assets.ROOT) / "review" / "script"
    script = "\n".join(path.read_text() for path in sorted(folder.glob("*.js")))
    named = set(re.findall(r'words\("(\w+)"', script))
    assert named <= set(WORDS)
    said = set(re.findall(r'"(\w+)"', script)) | {f"is_{kind}" for kind in KINDS}
    said |= {f"{name}_hint" for name in ("save_answer", "show_text", "save_page")}
    said |= {"delete_this", "withdraw_this"}
    assert set(WORDS) - said == set()


KINDS = ("comment", "suggestion", "rating", "testimonial", "three_words")


def test_every_part_of_the_script_is_in_the_form() -> None:
    _shared, text = pages()["plain"]
    names = assets.names("review/script")
    assert len(names) > 5
    assert all(assets.read_text(name) in text for name in names)


def test_what_is_ours_is_small() -> None:
    assert sum(map(len, ours(pages()["plain"][1]))) < 70_000


def test_a_plan_of_a_thousand_records_is_a_page_of_a_size_that_a_mail_carries() -> None:
    stories = [Achievement(id=number(1000 + n), title=f"Story {n}", action="I did it. " * 40) for n in range(1000)]
    assert len(written(review(stories))) < 2_000_000
