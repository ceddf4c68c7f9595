"""What holds at every moment of a review, whatever happened before."""

from __future__ import annotations

import hashlib
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine, invariant

from leaderplan.domain.plain import to_plain
from leaderplan.domain.records import Achievement, Comment, CommentKind, Evidence, Fate, Profile, Round, StrayAnswer
from leaderplan.domain.review.rounds import rounds
from leaderplan.domain.review.threads import threads
from leaderplan.domain.selection import select
from tests.faults.reviewdesk import Given

REVIEWS = (Round, Comment, StrayAnswer, Evidence)


class Laws(RuleBasedStateMachine):
    """``desk`` holds the plan; the rest is what is expected of it, worked out without asking it."""

    desk: Any

    def __init__(self) -> None:
        super().__init__()
        self.own: dict[str, str] = {}
        self.expected: dict[str, dict[str, Any]] = {}
        self.fates: dict[str, Fate] = {}
        self.merged: list[Given] = []

    @invariant()
    def the_planners_own_is_untouched(self) -> None:
        assert {story.id: story.action for story in self.desk.plan.all(Achievement)} == self.own
        assert {r.table for r in self.desk.plan if not isinstance(r, (*REVIEWS, Achievement, Profile))} <= {
            "person", "action",
        }  # fmt: skip

    @invariant()
    def nothing_that_was_taken_in_is_lost_or_altered(self) -> None:
        said = {c.id: c for c in self.desk.plan.all(Comment) if c.kind is not CommentKind.ANSWER}
        assert said.keys() == self.expected.keys()
        for id, entry in self.expected.items():
            plain = to_plain(said[id])
            assert {name: plain[name] for name in entry} == entry, id
            if said[id].kind is not CommentKind.WITHDRAWN:
                assert said[id].fate is self.fates.get(id, Fate.OPEN)

    @invariant()
    def everything_can_be_reached(self) -> None:
        plan = self.desk.plan
        found = [thread for round in rounds(plan) for thread in threads(plan, round)]
        assert all(len({version.author for version in thread.versions}) == 1 for thread in found)
        shown = [comment.id for thread in found for comment in (*thread.versions, *thread.answers)]
        assert sorted(shown) == sorted(comment.id for comment in plan.all(Comment))

    @invariant()
    def praise_is_printed_once_and_not_when_it_was_withdrawn(self) -> None:
        plan = self.desk.plan
        found = [thread for round in rounds(plan) for thread in threads(plan, round)]
        leaves = {words.id for words in select(plan).plan.all(Evidence)}
        for thread in found:
            versions = {version.id for version in thread.versions}
            made = [words for words in plan.all(Evidence) if words.comment in versions]
            assert len(made) <= 1
            assert not (thread.withdrawn and leaves & {words.id for words in made})

    @invariant()
    def what_was_rejected_is_kept_aside(self) -> None:
        kept = {stray.attachment.sha256 for stray in self.desk.plan.all(StrayAnswer) if stray.attachment}
        assert {hashlib.sha256(each.data).hexdigest() for each in self.merged if each.unsound} == kept
