"""A planner and mentors in any order, over the real code: files are written and read as they are.

What is expected is worked out here from the bytes of the answers alone, and never asked of the code that is tried.
"""

from __future__ import annotations

import io
import json
import random
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    initialize,
    rule,
)

from leaderplan.domain import edits
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Comment,
    CommentKind,
    Evidence,
    Fate,
    Profile,
    StrayAnswer,
)
from leaderplan.domain.review import book, sending, working
from leaderplan.domain.review.anchor import around
from leaderplan.domain.review.book import Book
from leaderplan.domain.review.merging import Merge
from leaderplan.domain.review.sending import Wish, mentor_named
from leaderplan.errors import UserError
from leaderplan.exchange.review import answer
from leaderplan.exchange.review.answer import Author
from leaderplan.exchange.review.package import read
from leaderplan.upkeep import reviews
from leaderplan.upkeep.reviews import Stamp
from tests.faults.reviewdesk import Given, Kept, Share, in_memory, length_at, sent_by
from tests.faults.reviewlaws import Laws

TODAY = date(2026, 3, 12)
START = datetime(2026, 3, 12, 9, tzinfo=UTC)
MENTORS = ("Nadia Khan", "Karl Weiss")
STORIES = ("a", "b", "c")
WORDS = st.lists(st.sampled_from(["we", "I", "the", "claims", "four", "days"]), min_size=1, max_size=5).map(" ".join)


class Reviewing(Laws):
    """Everything that may happen between a planner and two mentors."""

    shares: Bundle[Share] = Bundle("shares")
    answers: Bundle[Given] = Bundle("answers")

    def __init__(self, make: Callable[[Path], Any] = Kept) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory(dir=in_memory())
        self.folder = Path(self.place.name)
        self.desk = make(self.folder / "plan")
        self.clock = count(1)
        self.ids = count(1)
        self.books: dict[int, Book] = {}

    def teardown(self) -> None:
        close = getattr(self.desk, "close", None)
        if close:
            close()
        self.place.cleanup()

    def new_id(self) -> str:
        return str(UUID(int=next(self.ids) + (7 << 76)))

    def now(self) -> datetime:
        return START + timedelta(minutes=next(self.clock))

    # -- the planner's own work

    @initialize(target=shares, text=WORDS, said=WORDS)
    def begin(self, text: str, said: str) -> Share:
        """A plan with a story, and a mentor who has something to say of it."""
        self.write("a", text)
        share = self._sent_to(MENTORS[0])
        self.say_of_all(share, said)
        return share

    @rule(id=st.sampled_from(STORIES), text=WORDS)
    def write(self, id: str, text: str) -> None:
        self.own[id] = text
        story = self.desk.plan.get(Achievement, id) or Achievement(id=id, title=f"Story {id}")
        self.desk.commit(edits.put(self.desk.plan, replace(story, action=text)))

    @rule(id=st.sampled_from(STORIES))
    def remove(self, id: str) -> None:
        story = self.desk.plan.get(Achievement, id)
        if story and len(self.own) > 1:
            del self.own[id]
            self.desk.commit(edits.remove(self.desk.plan, story))

    # -- sending, saying, answering

    @rule(target=shares, mentor=st.sampled_from(MENTORS))
    def share(self, mentor: str) -> Share:
        return self._sent_to(mentor)

    def _sent_to(self, mentor: str) -> Share:
        number = len(self.books)
        self.books[number] = book.named(Book(), mentor)
        plan = self.desk.plan
        wish = Wish(sending.everything(plan), mentor_named(plan, mentor, self.new_id))
        target = self.folder / f"{number}.leaderplan-review"
        sent = reviews.send(self.desk, wish, target, None, Stamp(self.now(), TODAY, ENGLISH))
        from_disk = read(io.BytesIO(target.read_bytes()))
        assert from_disk == sent.review
        return Share(number, from_disk)

    @rule(
        share=shares,
        kind=st.sampled_from([CommentKind.COMMENT, CommentKind.SUGGESTION, CommentKind.TESTIMONIAL]),
        text=WORDS, data=st.data(),
    )  # fmt: skip
    def say(self, share: Share, kind: CommentKind, text: str, data: st.DataObject) -> None:
        story = data.draw(st.sampled_from(sorted(share.review.plan.all(Achievement), key=lambda s: s.id)))
        start = data.draw(st.integers(0, max(len(story.action) - 1, 0)))
        quote, prefix, suffix = around(story.action, start, start + data.draw(st.integers(1, 9)))
        aimed: dict[str, Any] = {"field": "action", "quote": quote, "prefix": prefix, "suffix": suffix}
        said = Comment(
            id=self.new_id(), round=share.review.head.round, record=story.id, of_table="achievement", kind=kind,
            text=text, proposed="I" if kind is CommentKind.SUGGESTION else "", written_at=self.now(),
            **({} if kind is CommentKind.TESTIMONIAL else aimed),
        )  # fmt: skip
        self.books[share.number] = book.say(self.books[share.number], said)

    @rule(share=shares, text=WORDS)
    def say_of_all(self, share: Share, text: str) -> None:
        said = Comment(
            id=self.new_id(), round=share.review.head.round, kind=CommentKind.THREE_WORDS, text=text,
            written_at=self.now(),
        )  # fmt: skip
        self.books[share.number] = book.say(self.books[share.number], said)

    @rule(share=shares, data=st.data(), text=WORDS, back=st.booleans())
    def say_otherwise(self, share: Share, data: st.DataObject, text: str, back: bool) -> None:
        held = self.books[share.number]
        if held.current:
            id = data.draw(st.sampled_from([comment.id for comment in held.current]))
            if back:
                self.books[share.number] = book.take_back(held, id, self.now(), self.new_id)
            else:
                self.books[share.number], _id = book.change(held, id, self.now(), self.new_id, text=text)

    @rule(target=answers, share=shares, way=st.sampled_from(["file", "text", "mail"]), at_once=st.booleans())
    def give(self, share: Share, way: str, at_once: bool) -> Given:
        held = self.books[share.number]
        data = answer.write(share.review.head, held.to_send, Author(held.author, "0.1.0"), self.now())
        self.books[share.number] = book.all_sent(held)
        entries = {entry["id"]: entry for entry in json.loads(data)["comments"]}
        return self.arrives(
            Given(sent_by(way, data), share.number, self.as_stated(entries, share, held.author), 0), at_once
        )

    def arrives(self, given: Given, at_once: bool) -> Given:
        """An answer that is merged at once, or lies about until it is."""
        if at_once:
            self.merge(given)
        return given

    def as_stated(self, entries: dict[str, Any], share: Share, author: str) -> dict[str, dict[str, Any]]:
        return {id: {**entry, "round": share.review.head.round, "author": author} for id, entry in entries.items()}

    # -- coming back

    @rule(given=answers)
    def merge(self, given: Given) -> None:
        known = {id for id in given.sound if id in self.expected}
        merge = self._take_in(given.data)
        self.merged.append(given)
        assert merge.in_file == len(merge.new) + merge.known + len(merge.rejected)
        assert (len(merge.new), merge.known) == (len(given.sound) - len(known), len(known))
        assert len(merge.rejected) == given.unsound
        for id, entry in given.sound.items():
            self.expected.setdefault(id, entry)
        gone = {c.id for c in merge.new if c.record and c.record not in self.own}
        assert merge.unplaced == len(gone)
        then = self.desk.plan
        again = self._take_in(given.data)
        assert not again.new
        assert self.desk.plan == then, "merging twice is merging once"

    def _take_in(self, data: bytes) -> Merge:
        offer = reviews.offered(self.desk, data, "answer", TODAY)
        merge, _step = reviews.take_in(self.desk, offer, TODAY, ENGLISH.say)
        return merge

    @rule(random=st.randoms(use_true_random=False))
    def in_another_order(self, random: random.Random) -> None:
        """A plan that has the same rounds and hears of the answers in another order knows the same in the end."""
        other: Any = Kept(self.folder / "other", beside=self.desk.blobs)
        plan = self.desk.plan
        other.plan = Plan.of(r for r in plan if not isinstance(r, (Comment, StrayAnswer, Evidence)))
        given = [each for each in self.merged if not each.first_counts]
        random.shuffle(given)
        for each in given:
            offer = reviews.offered(other, each.data, "answer", TODAY)
            reviews.take_in(other, offer, TODAY, ENGLISH.say)
        said = {comment.id for comment in other.plan.all(Comment)}
        assert {id for each in given for id in each.sound} == said

    # -- working through

    @rule(data=st.data(), fate=st.sampled_from(["accept", "decline", "done", "reopen", "answer", "act", "place"]))
    def work(self, data: st.DataObject, fate: str) -> None:
        plan = self.desk.plan
        said = sorted((c for c in plan.all(Comment) if c.fate is not None), key=lambda comment: comment.id)
        if not said:
            return
        comment = data.draw(st.sampled_from(said))
        match fate:
            case "accept":
                self.accept(comment)
                return
            case "decline":
                edit, self.fates[comment.id] = working.decline(plan, comment, "No."), Fate.DECLINED
            case "done":
                edit, self.fates[comment.id] = working.mark_done(plan, comment), Fate.DONE
            case "reopen":
                edit, self.fates[comment.id] = working.reopen(plan, comment), Fate.OPEN
            case "answer":
                edit = working.answer(plan, comment, "Thank you.", self.now(), self.new_id)
            case "act":
                edit = working.act(plan, comment, "Do it", None, self.new_id)
                self.fates[comment.id] = Fate.ACCEPTED
            case _:
                edit = working.place(plan, comment, plan.all(Profile)[0])
        self.desk.commit(edit)

    def accept(self, comment: Comment) -> None:
        """A suggestion changes one place of one text, and only where its old words stand."""
        plan = self.desk.plan
        before = self.own.get(comment.record or "", "")
        try:
            edit = working.accept(plan, comment, TODAY, self.new_id)
        except UserError:
            return
        self.desk.commit(edit)
        self.fates[comment.id] = Fate.ACCEPTED
        if comment.kind is CommentKind.SUGGESTION and comment.record:
            after = self.desk.plan.get(Achievement, comment.record).action
            lengths = ((start, length_at(comment, before, start)) for start in range(len(before) + 1))
            assert after in [before[:start] + "I" + before[start + n :] for start, n in lengths if n is not None]
            self.own[comment.record] = after
