"""Which comments and which answers kept aside hold the words that are sought."""

from __future__ import annotations

from leaderplan.domain.edits import called
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Record, StrayAnswer
from leaderplan.domain.review.rounds import Standing
from leaderplan.domain.review.threads import Thread


def speaks_of(plan: Plan, thread: Thread, words: list[str]) -> bool:
    """Whether a comment, an answer to it, or the name of what it is about holds all the words."""
    return not words or _holds(_text_of(plan, thread), words)


def is_wanted(plan: Plan, record: Record, found: Standing | None, words: list[str]) -> bool:
    """Whether a round, or an answer kept aside, has to do with the words."""
    if not words:
        return True
    own = [record.heading]
    if isinstance(record, StrayAnswer):
        own += [record.author, record.reason]
    if _holds(" ".join(own).casefold(), words):
        return True
    return found is not None and any(speaks_of(plan, thread, words) for thread in found.threads)


def _text_of(plan: Plan, thread: Thread) -> str:
    parts = [
        part
        for comment in (*thread.versions, *thread.answers)
        for part in (comment.author, comment.text, comment.proposed, comment.quote, comment.reason)
    ]
    record = plan.find(thread.said.placed) or plan.find(thread.said.record)
    name = called(record) if record else ""
    return " ".join((*parts, str(name))).casefold()


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)
