"""Whoever means harm: with an answer that is not theirs, or with a file that they were sent."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import multiple, rule

from leaderplan.domain.records import Achievement, Comment, CommentKind, Fate
from leaderplan.domain.review import book, working
from leaderplan.domain.upgrades import FORMAT
from leaderplan.exchange.review.armour import json_in
from leaderplan.exchange.review.proof import proof
from tests.faults.reviewdesk import Given, Share
from tests.faults.reviewing import WORDS, Reviewing


class Harmed(Reviewing):
    """A planner and two mentors as before, and people who change answers or say what nobody may say."""

    @rule(share=Reviewing.shares, text=WORDS, back=st.booleans())
    def praise(self, share: Share, text: str, back: bool) -> None:
        """Praise that is confirmed, opened again and confirmed again, and that its author may take back."""
        story = next(iter(share.review.plan.all(Achievement)))
        said = Comment(
            id=self.new_id(), round=share.review.head.round, record=story.id, of_table="achievement",
            kind=CommentKind.TESTIMONIAL, text=text, written_at=self.now(),
        )  # fmt: skip
        self.books[share.number] = book.say(self.books[share.number], said)
        self.give(share, "file", True)
        for _time in range(2):
            came = self.desk.plan.get(Comment, said.id)
            self.accept(came)
            self.desk.commit(working.reopen(self.desk.plan, came))
            self.fates[said.id] = Fate.OPEN
        self.accept(came)
        if back:
            self.books[share.number] = book.take_back(self.books[share.number], said.id, self.now(), self.new_id)
            self.give(share, "file", True)

    @rule(
        target=Reviewing.answers,
        given=Reviewing.answers,
        text=WORDS,
        how=st.sampled_from(["text", "drop", "author", "proof", "share"]),
        at_once=st.booleans(),
    )
    def tamper(self, given: Given, text: str, how: str, at_once: bool) -> Any:
        """Change an answer without the key: nothing of it may be taken in."""
        plain = _plain(given.data)
        if not plain["comments"]:
            return multiple()
        match how:
            case "text":
                plain["comments"][0]["text"] = text + " forged"
            case "drop":
                plain["comments"] = plain["comments"][1:]
            case "author":
                plain["author"] = "Rhian Holt"
            case "proof":
                plain["proof"] = hashlib.sha256(text.encode()).hexdigest()
            case "share":
                plain["share"] = "0" * 32
        return self.arrives(Given(json.dumps(plain).encode(), given.number, {}, len(plain["comments"])), at_once)

    @rule(
        target=Reviewing.answers, share=Reviewing.shares, text=WORDS, data=st.data(), at_once=st.booleans(),
        how=st.sampled_from(
            ["same id", "planner's record", "not sent", "answer", "claims", "revises", "twice", "no id"]
        ),
    )  # fmt: skip
    def forge(self, share: Share, text: str, data: st.DataObject, how: str, at_once: bool) -> Any:
        """Somebody who has the file, and so the key, says what nobody may say, beside one thing that they may."""
        head, author = share.review.head, data.draw(st.sampled_from([self.books[share.number].author, "Gwen Pugh"]))
        entry = {"id": self.new_id(), "kind": "comment", "text": text, "written_at": "2026-03-12T09:00:00.000000Z"}
        honest = entry | {"id": self.new_id(), "text": text + " honest"}
        if data.draw(st.booleans()):
            honest["revises"] = self.new_id()  # of a comment that never comes
        bad: list[Any] = [entry]
        sound = {honest["id"]: honest}
        match how:
            case "same id":
                known = [id for id, said in self.expected.items() if said["round"] == head.round]
                if not known:
                    return multiple()
                entry["id"] = data.draw(st.sampled_from(sorted(known)))
                entry["text"] = text + " other"
            case "planner's record":
                entry["id"] = data.draw(st.sampled_from(["me", "a"]))
            case "not sent":
                entry["record"] = "secret"
            case "answer":
                entry["kind"] = "answer"
            case "claims":
                entry |= {"fate": "accepted", "reason": "Yes.", "placed": "a", "round": "x", "author": "Rhian Holt"}
                sound[entry["id"]] = {k: v for k, v in entry.items() if k in honest}
                bad = []
            case "revises":
                other = [id for id, said in self.expected.items() if said["author"] != author]
                if not other:
                    return multiple()
                entry["revises"] = data.draw(st.sampled_from(sorted(other)))  # it stands for itself
                sound[entry["id"]] = entry
                bad = []
            case "twice":
                bad = [entry, entry | {"text": text + " second"}]
                sound[entry["id"]] = entry
            case "no id":
                del entry["id"]
        listed = [honest, *(bad or [entry])]
        plain = {
            "format": "leaderplan-answer", "version": 1, "plan_format": FORMAT, "plan": head.plan, "round": head.round,
            "share": head.share, "author": author, "written_at": "2026-03-12T09:00:00.000000Z",
            "written_by": "x", "comments": listed,
        }  # fmt: skip
        data_ = json.dumps(plain | {"proof": proof(plain, head.key)}).encode()
        stated = self.as_stated(sound, share, author)
        return self.arrives(Given(data_, share.number, stated, len(listed) - len(sound), how == "same id"), at_once)


def _plain(data: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json_in(data, "answer")
    return found
