"""A round that is sent, and an answer that is taken in, each stopped anywhere; the same ids at every try."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from unittest import mock
from uuid import UUID

from leaderplan.domain import edits
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Comment, CommentKind, Person, Round, StrayAnswer
from leaderplan.domain.review.sending import Wish, everything
from leaderplan.exchange.review import answer, package
from leaderplan.exchange.review.answer import Author
from leaderplan.store import Workspace
from leaderplan.upkeep import reviews
from leaderplan.upkeep.reviews import Stamp
from tests.faults.workloads import plan_in, sound
from tests.store.plans import Clock

REVIEW, ANSWER = "r.leaderplan-review", "a.leaderplan-answer"
_TODAY = date(2026, 3, 1)
_AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
_SAID = str(UUID(int=7 << 76))


@contextmanager
def _same_ids(prefix: str) -> Iterator[None]:
    with (
        mock.patch.object(reviews, "new_id", side_effect=(f"{prefix}-{number:06}" for number in count(1))),
        mock.patch.object(reviews, "new_key", return_value="ab" * 32),
        mock.patch.object(reviews, "secrets", SimpleNamespace(token_hex=lambda size: "cd" * size)),
    ):
        yield


def send(folder: Path, workspace: Workspace | None) -> None:
    """A part of the plan is written into a file, and the round is noted."""
    assert workspace
    mentor = Person(id="nadia-0001", name="Nadia Khan")
    wish = Wish(everything(workspace.plan), mentor, "What would you cut?")
    with _same_ids("round"):
        reviews.send(workspace, wish, folder.parent / REVIEW, None, Stamp(_AT, _TODAY, ENGLISH))


def is_sent(workspace: Workspace) -> bool:
    """Whether the round is noted; its file can be saved again then."""
    return bool(workspace.plan.all(Round))


def every_file_has_its_round(root: Path, told: bool) -> list[str]:
    """No mentor has a file of which the plan knows nothing, and what the plan knows it can save again."""
    file = root / REVIEW
    with Workspace.open(plan_in(root)) as workspace:
        rounds = {round.id: round for round in workspace.plan.all(Round)}
        if not file.exists():
            for round in rounds.values():
                reviews.save_again(workspace, round, root / "again", None)
            return ["the file is gone"] if told and not rounds else []
    with file.open("rb") as stream:
        return [] if package.read(stream).head.round in rounds else ["a file without a round"]


def answered(folder: Path) -> None:
    """A plan with a round that was sent, and beside it an answer of which one comment cannot be taken in."""
    sound(folder)
    with Workspace.open(folder, clock=Clock()) as workspace:
        send(folder, workspace)
        with (folder.parent / REVIEW).open("rb") as stream:
            head = package.read(stream).head
        about = {"record": "queue-0001", "of_table": "achievement", "written_at": _AT}
        said = [
            Comment(id=_SAID, kind=CommentKind.COMMENT, text="How many?", **about),  # type: ignore[arg-type]
            Comment(id=str(UUID(int=8 << 76)), kind=CommentKind.ANSWER, text="Mine", **about),  # type: ignore[arg-type]
        ]
        (folder.parent / ANSWER).write_bytes(answer.write(head, said, Author("Nadia Khan", "0"), _AT))
        workspace.commit(edits.alter(workspace.plan, workspace.plan.all(Round)[0], message="Later"))


def merge(folder: Path, workspace: Workspace | None) -> None:
    """The answer is taken in, and kept aside as a whole for what is rejected."""
    assert workspace
    offer = reviews.read_answer(workspace, folder.parent / ANSWER, _TODAY)
    with _same_ids("stray"):
        reviews.take_in(workspace, offer, _TODAY, ENGLISH.say)


def is_merged(workspace: Workspace) -> bool:
    """Whether the comment is in the plan, with the answer kept aside."""
    return workspace.plan.find(_SAID) is not None and bool(workspace.plan.all(StrayAnswer))


def merging_again_completes_it(root: Path, _told: bool) -> list[str]:
    """Whatever was left, the same answer taken in once more leads to each comment once."""
    with Workspace.open(plan_in(root)) as workspace:
        for _again in range(2):
            merge(plan_in(root), workspace)
        wrong = [] if is_merged(workspace) else ["merging again does not complete it"]
        if len(workspace.plan.all(Comment)) != 1 or len(workspace.plan.all(StrayAnswer)) != 1:
            wrong.append("something was taken in twice")
        return wrong + [f"check: {trouble.what}" for trouble in workspace.check()]
