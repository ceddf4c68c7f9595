"""The profile: who the person is, what they did before, and the three results that say most."""

from __future__ import annotations

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Better, Measure, Post, Profile, Reading, SeenBy
from leaderplan.report.blocks.profile import profile
from leaderplan.report.blocks.source import Source
from leaderplan.report.tree import Heading, Highlight, Highlights, Pair, Prose
from tests.report.person import ME, PLAN, blocks_of, changed, said, source, squeezed, without


def results(some: Source) -> list[Highlight]:
    return [item for block in blocks_of(profile(some), Highlights) for item in block.items]


def measured(*rows: tuple[str, float, float, Better, SeenBy | None, str]) -> Source:
    """One story for each row of name, before, after, better, seen by, unit."""
    records = []
    for place, (name, before, after, better, seen_by, unit) in enumerate(rows):
        records += [
            Achievement(id=f"s{place}", title=name, result="It held."),
            Measure(
                id=f"m{place}", of=f"s{place}", name=name, baseline=before, better=better, seen_by=seen_by, unit=unit
            ),
            Reading(id=f"r{place}", measure=f"m{place}", on=PartialDate(2025), value=after),
        ]
    return source(Plan.of([ME, *records]), [f"s{place}" for place in range(len(rows))], ())


def test_the_first_paragraph_leads_and_the_posts_come_newest_first() -> None:
    (section,) = profile(source())
    assert [block.rank for block in blocks_of([section], Prose)] == ["lead", "body"]
    text = said(section)
    assert (
        squeezed("Posts Head of ICT, Westmarch County Council, since 2021 Deputy Head of ICT, Eastbrook, 2016") in text
    )
    assert squeezed("My choice, March 2021 To leave the running") in text
    assert squeezed("I have stopped Chairing") in text


def test_what_is_missing_vanishes_with_its_label() -> None:
    assert profile(source(Plan.of([Profile(id="me", choice=" \n")]), (), ()))[0].blocks == ()
    text = said(*profile(source(without("p1", "p2", plan=changed("me", chosen_on=None)))))
    assert "Posts" not in text
    assert squeezed("My choice To leave") in text


def test_an_undated_post_and_one_without_an_employer_are_listed() -> None:
    plan = Plan.of([ME, Post(id="p", title="Analyst", organisation="")])
    (posts,) = [pair for pair in blocks_of(profile(source(plan, (), ())), Pair) if pair.label == "Posts"]
    assert [inline.text for inline in posts.lines[0] if inline.text] == ["Analyst"]


def test_each_story_gives_its_best_result_those_that_citizens_see_first() -> None:
    lower, citizen = Better.LOWER, SeenBy.CITIZEN
    found = results(
        measured(
            ("Cost of one case", 31, 3, lower, SeenBy.COST, "£"),
            ("Days to decide", 31, 4, lower, citizen, "days"),
            ("Answered in time", 22, 88, Better.HIGHER, citizen, "%"),
            ("Numbers to ring", 14, 2, lower, citizen, "numbers"),
            ("Complaints", 9, 12, lower, citizen, ""),
        )
    )
    assert found == [
        Highlight("31 to 4 days", "Days to decide"),
        Highlight("14 to 2", "Numbers to ring, numbers"),
        Highlight("22 to 88 %", "Answered in time"),
    ]


def test_a_fall_to_nothing_comes_first_and_a_rise_from_nothing_is_no_ratio() -> None:
    rows = (
        ("Days", 31.0, 4.0, Better.LOWER, None, "days"),
        ("Lost calls", 7.0, 0.0, Better.LOWER, None, ""),
        ("Services", 0.0, 3.0, Better.HIGHER, None, ""),
        ("Cost", 1.94, 1.32, Better.LOWER, None, "£ million a year"),
    )
    assert [item.big for item in results(measured(*rows))] == ["7 to 0", "31 to 4 days", "£1.94m to £1.32m"]


def test_the_heading_counts_the_results() -> None:
    row = ("Days", 31.0, 4.0, Better.LOWER, None, "days")
    for count, title in ((1, "One result"), (2, "Two results"), (4, "Three results")):
        headings = [block.text for block in blocks_of(profile(measured(*[row] * count)), Heading)]
        assert headings == [title]
    worse = ("Days", 4.0, 31.0, Better.LOWER, None, "days")
    assert results(measured(worse)) == []


def test_collaborations_have_results_too() -> None:
    assert Highlight("42 to 9 days", "Days to a decision") in results(source(PLAN, ("s2",)))
