"""Where in the window what came of a review is looked at."""

from __future__ import annotations

from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Action, Collaboration, Comment, Evidence, Round, StrayAnswer
from leaderplan.ui.place import Place
from leaderplan.ui.where import icon_of, where

PLAN = Plan.of([
    Round(id="round", title="Nadia Khan, round 1"),
    Comment(id="comment", round="round"),
    StrayAnswer(id="stray", title="answer.txt"),
    Collaboration(id="joint", title="Claims in four days"),
    Action(id="said", title="Ask Ann", of="comment"),
    Action(id="moved", title="Ask Dev", of="joint"),
    Action(id="left", title="Ask somebody"),
    Evidence(id="words", title="Nadia Khan", supports=("joint",), comment="comment"),
])  # fmt: skip


def place(id: str) -> Place | None:
    record = PLAN.find(id)
    assert record is not None
    return where(PLAN, record)


def test_rounds_comments_and_answers_kept_aside_are_on_the_page_of_reviews() -> None:
    for id in ("round", "comment", "stray"):
        assert place(id) == Place("reviews", id)
    assert icon_of("comment") == "message-square-text"


def test_an_action_is_where_what_it_follows_from_is() -> None:
    assert place("said") == Place("reviews", "comment")
    assert place("moved") == Place("collaborations", "joint")
    assert place("left") is None


def test_words_of_a_mentor_are_with_what_they_support() -> None:
    assert place("words") == Place("collaborations", "joint")
