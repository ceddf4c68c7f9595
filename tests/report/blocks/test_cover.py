"""Cover and contents: whose document it is, and how to read it."""

from __future__ import annotations

from dataclasses import replace

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Profile
from leaderplan.report.blocks.cover import contents, cover
from leaderplan.report.blocks.source import Source
from leaderplan.report.tree import Cover
from tests.report.person import PLAN, changed, source, without, words

KIND = _("Promotion portfolio")


def pairs(of: Cover) -> list[tuple[str, str]]:
    return [(pair.label, words(pair.lines[0])) for pair in of.pairs]


def note(some: Source) -> str:
    return "".join(words(pair.lines[0]) for pair in contents(some).notes)


def test_the_cover_says_what_it_is_whose_for_which_post_and_when() -> None:
    found = cover(source(), KIND)
    assert (found.kind, found.name) == ("Promotion portfolio", "Rhian Calloway")
    assert found.headline.startswith("I change services")
    assert pairs(found) == [
        ("For the post of", "Director of Digital"),
        ("Date", "12 March 2026"),
        ("Contact", "rhian@westmarch.example · 01632 960 217"),
    ]


def test_what_nobody_entered_is_not_on_the_cover() -> None:
    found = cover(source(Plan.of([Profile(id="me")]), (), ()), KIND)
    assert (found.name, found.headline, pairs(found)) == ("Without a name", "", [("Date", "12 March 2026")])
    assert pairs(cover(source(changed("me", email="")), KIND))[-1] == ("Contact", "01632 960 217")


def test_an_anonymous_cover_says_candidate_and_the_date_only() -> None:
    found = cover(replace(source(), anonymous=True), KIND)
    assert (found.name, found.headline, pairs(found)) == ("Candidate", "", [("Date", "12 March 2026")])


def test_the_contents_say_how_to_read_figures_evidence_and_levels() -> None:
    assert "E1 to E3 refer to the index of evidence" in note(source())
    assert "Levels run from 1 (Aware) to 5 (Setting the standard), in the framework Our framework." in note(source())
    assert "E1 refers to the index" in note(source(without("e2", "e3")))
    assert "index of evidence" not in note(source(without("e1", "e2", "e3")))
    assert "Levels" not in note(source(changed("me", framework=None, plan=without("f"))))


def test_without_anything_told_there_is_nothing_to_read_in_a_certain_way() -> None:
    assert contents(source(PLAN, (), ())).notes == ()
    assert len(contents(source(PLAN, ("s2",), ())).notes) == 1
