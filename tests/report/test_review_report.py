"""The report on a round as a PDF: every comment that ever came is in it and can be found, whatever it says."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest

from leaderplan.domain.fields import specs
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Comment, CommentKind, Fate, Round
from leaderplan.domain.review.rounds import rounds
from leaderplan.newplan import new_plan
from leaderplan.report.making import make_of_round
from leaderplan.report.pdf.write import Printed
from leaderplan.upkeep.reviews import sent_plan
from tests.report import plain, reading
from tests.report.mentor import REPORT, SAID, TEXTS_OF_COMMENTS, ids, report, said, with_round
from tests.report.person import TODAY, squeezed
from tests.report.test_making import HOSTILE

Print = Callable[..., Printed]
WRITTEN = datetime(2026, 3, 4, 12, tzinfo=UTC)


def named(data: bytes) -> list[str]:
    """The ids by which elements of the structure tree can be found."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree = pdf.Root.StructTreeRoot.get("/IDTree")
        return [str(part) for part in list(tree.Names)[::2]] if tree is not None else []


def strokes(data: bytes) -> Iterator[tuple[str, str]]:
    """What is struck through or underlined: which, and the element's id."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for element in pdf.objects:
            if isinstance(element, pikepdf.Dictionary) and "/TextDecorationType" in element.get("/A", {}):
                yield str(element.A.TextDecorationType)[1:], str(element.get("/ID", ""))


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_what_the_report_says_is_printed_and_the_same_twice(printed: Print, page: str) -> None:
    document = report(with_round(*SAID)).document
    first, again = (printed(report(with_round(*SAID)).document, page) for _turn in range(2))
    assert first.pdf == again.pdf
    assert reading.text_of(first.pdf) == plain.text_of(document, {})
    assert sorted(named(first.pdf)) == sorted(comment.id for comment in SAID)
    assert sorted(strokes(first.pdf)) == [("LineThrough", "n-w1"), ("Underline", "")]
    assert first.unprintable == ()


def test_every_foot_names_the_person_and_the_page(printed: Print) -> None:
    result = printed(report(with_round(*(said(f"c{n}", text="Why? " * 90) for n in range(20)))).document)
    pages = reading.written(result.pdf)
    assert result.pages == len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert page[-1].startswith(b"Rhian Calloway") and page[-1].endswith(f"page {number} of {result.pages}".encode())


def test_every_version_that_ever_came_can_be_found_and_a_thousand_are_printed(printed: Print) -> None:
    many = []
    for number in range(1000):
        before = f"c{number - 1}" if number % 4 == 3 else None
        many.append(
            said(
                f"c{number}",
                text=f"Comment {number}. {'Who says so? ' * (number % 40)}",
                revises=before,
                fate=list(Fate)[number % 4],
                reason="Because." if number % 4 else "",
                record=("s1", "s2", "j1", "gone")[number % 4],
                of_table="achievement",
                field="result",
                written_at=WRITTEN + timedelta(minutes=number),
            )
        )  # fmt: skip
    result = printed(report(with_round(*many)).document)
    assert sorted(named(result.pdf)) == sorted(comment.id for comment in many)
    spoken = reading.text_of(result.pdf)
    assert all(f"Comment{number}." in spoken for number in range(1000))
    fullest = [len(page) for page in reading.written(result.pdf)[:-1]]
    assert min(fullest) > max(fullest) / 4  # no page was left nearly empty


def test_a_comment_longer_than_a_page_goes_on_on_the_next(printed: Print) -> None:
    long = said("long", CommentKind.SUGGESTION, quote="old " * 2400, proposed="new " * 2400, text="why " * 2400,
                reason="because " * 1100, fate=Fate.DECLINED)  # fmt: skip
    answer = said("answer", CommentKind.ANSWER, parent="long", text="since " * 1600, fate=None)
    result = printed(report(with_round(long, answer)).document)
    spoken = reading.text_of(result.pdf)
    for word, count in (("old", 2400), ("new", 2400), ("why", 2400), ("because", 1100), ("since", 1600)):
        assert spoken.count(word) >= count
    assert result.pages > 5


@pytest.mark.parametrize("hostile", [*HOSTILE, "", " \n ", "\u202e\u200b"])
def test_any_text_in_every_field_of_a_round_is_printed(printed: Print, hostile: str) -> None:
    def everywhere(comment: Comment) -> Comment:
        return replace(comment, **dict.fromkeys(TEXTS_OF_COMMENTS, hostile))  # type: ignore[arg-type]

    plan = with_round(*map(everywhere, SAID))
    plan = with_round(*map(everywhere, SAID), round=replace(plan.all(Round)[0], title=hostile or "-", message=hostile))
    result = printed(report(plan).document)
    assert sorted(named(result.pdf)) == sorted(ids(report(plan))) == sorted(comment.id for comment in SAID)


def test_an_anonymous_report_names_nobody_but_the_mentor(printed: Print) -> None:
    plan = with_round(*SAID, said("n-y", text="Rhian Calloway hides behind Westmarch County Council."))
    result = printed(report(plan, anonymous=True).document)
    for telling in ("Calloway", "Westmarch"):
        assert telling not in reading.text_of(result.pdf)
        assert telling.encode() not in result.pdf
    assert "NadiaKhan" in reading.text_of(result.pdf)


def test_each_round_of_the_sample_is_printed_without_a_finding(printed: Print, tmp_path: Path) -> None:
    with new_plan(tmp_path / "plan", sample=True, today=TODAY) as workspace:
        plan = workspace.plan
        for round in rounds(plan):
            sent = sent_plan(workspace, round)
            made = make_of_round(plan, REPORT, round, sent, today=TODAY, language=ENGLISH)
            result = printed(made.document)
            assert result.unprintable == ()
            said = plan.referring(Comment, "round", round)
            assert sorted(named(result.pdf)) == sorted(comment.id for comment in said)
            spoken = reading.text_of(result.pdf)
            for comment in said:
                assert all(
                    squeezed(getattr(comment, name)) in spoken
                    for name in ("text", "quote", "proposed", "reason")
                    if specs(Comment)[name].shared
                )
