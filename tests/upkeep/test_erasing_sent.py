"""What was sent for review, and what was said of it, goes with a record that is erased, to the last byte."""

from __future__ import annotations

import io
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.erasure import reach
from leaderplan.domain.fields import Kind, specs
from leaderplan.domain.ids import new_id
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import (
    RECORDS,
    Achievement,
    Claim,
    Comment,
    CommentKind,
    Competency,
    Evidence,
    Level,
    Measure,
    Person,
    Profile,
    Reading,
    Round,
    StrayAnswer,
)
from leaderplan.domain.review import sending, working
from leaderplan.domain.review.book import Book, say
from leaderplan.exchange.review import answer, package
from leaderplan.exchange.review.package import Review
from leaderplan.newplan import new_plan
from leaderplan.store import Workspace, backups
from leaderplan.store.extent import extent
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import now
from leaderplan.upkeep import reviews

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TEXTS = (Kind.TEXT, Kind.PROSE)


def marked(record: Achievement | Measure | Claim, mark: str) -> Achievement:
    """The record with a marker in every text of it."""
    texts = {n: f"{mark}{n.replace('_', '')} of it" for n, s in specs(type(record)).items() if s.kind in TEXTS}
    return replace(record, **texts)  # type: ignore[return-value,arg-type]


def bytes_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Everything in a folder: names and bytes of files, and of what ZIP files hold."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            data = file.read_bytes()
            yield str(file), file.name.encode() + data
            try:
                with ZipFile(io.BytesIO(data)) as packed:
                    yield from ((f"{file}/{name}", packed.read(name)) for name in packed.namelist())
            except BadZipFile:
                continue


def left_in(folder: Path, mark: bytes) -> list[str]:
    return [name for name, data in bytes_of(folder) if mark.lower() in data.lower()]


class Sent:
    """A plan of which a marked story was sent, commented on, quoted, rated as evidence, answered and copied."""

    def __init__(self, folder: Path) -> None:
        self.workspace = new_plan(folder / "plan", sample=False, today=TODAY)
        self.folder = folder
        profile = self.workspace.plan.all(Profile)[0]
        self.story = marked(Achievement(id="story", title="x", ended=PartialDate(2025)), "Quagga")
        self.other = Achievement(id="other", title="Another story", situation="They waited.", result="Less.")
        competency = next(each for each in self.workspace.plan.all(Competency) if each.parent)
        level = self.workspace.plan.all(Level)[0]
        self.workspace.commit(edits.alter(self.workspace.plan, profile, name="Rhian Calloway"))
        story = (
            self.story,
            marked(Measure(id="days", of="story", name="x"), "Quagga"),
            Reading(id="read", measure="days", on=PartialDate(2025, 6), value=4),
            marked(Claim(id="claim", achievement="story", competency=competency.id, level=level.id), "Quagga"),
        )
        self.workspace.commit(edits.add(*story, self.other))
        mentor = sending.mentor_named(self.workspace.plan, "Nadia Khan")
        wish = sending.Wish(sending.everything(self.workspace.plan), mentor, "Who believes it?")
        done = reviews.send(self.workspace, wish, folder / "r.leaderplan-review", None, self.stamp)
        self.round = done.round
        self.review: Review = done.review
        self.take(self.answered())

    @property
    def stamp(self) -> reviews.Stamp:
        return reviews.Stamp(NOW, TODAY, ENGLISH)

    def said(self, kind: CommentKind = CommentKind.COMMENT, **fields: object) -> Comment:
        return Comment(id=new_id(), round=self.round, kind=kind, written_at=NOW, of_table="achievement", **fields)  # type: ignore[arg-type]

    def answered(self) -> bytes:
        """An answer that quotes the story, praises it, and says something of another and of the whole."""
        book = Book("Nadia Khan")
        quote = self.story.result
        for comment in (
            self.said(record="story", field="result", quote=quote, prefix=quote, text=f"Who says “{quote}”?"),
            self.said(CommentKind.TESTIMONIAL, record="story", text=f"She did it: {quote}."),
            self.said(CommentKind.SUGGESTION, record="other", field="result", quote="Less.", proposed="Four days."),
            self.said(CommentKind.THREE_WORDS, text="Plain. Impatient. Kind."),
        ):
            book = say(book, comment)
        return self.packed(book.comments)

    def packed(self, comments: tuple[Comment, ...]) -> bytes:
        return answer.write(self.review.head, comments, answer.Author("Nadia Khan", "0.1"), NOW)

    def take(self, data: bytes) -> None:
        offer = reviews.offered(self.workspace, data, "answer.leaderplan-answer", TODAY)
        reviews.take_in(self.workspace, offer, TODAY, ENGLISH.say)

    def worked_through(self) -> None:
        """Praise is confirmed, a comment answered, a forged answer kept aside, a second round sent, copies made."""
        workspace = self.workspace
        quoting = next(each for each in workspace.plan.all(Comment) if each.quote == self.story.result)
        praise = next(each for each in workspace.plan.all(Comment) if each.kind is CommentKind.TESTIMONIAL)
        workspace.commit(working.accept(workspace.plan, praise, TODAY, new_id))
        workspace.commit(working.answer(workspace.plan, quoting, f"I do: {self.story.result}", NOW, new_id))
        workspace.commit(working.decline(workspace.plan, quoting, f"It stays: {self.story.result}"))
        self.take(self.answered().replace(b"Plain.", b"Forged."))
        backups.take(workspace.folder, Reason.ASKED, now())
        mentor = next(each for each in workspace.plan.all(Person) if each.name == "Nadia Khan")
        wish = sending.Wish(sending.everything(workspace.plan), mentor, "And now?")
        reviews.send(workspace, wish, self.folder / "r2.leaderplan-review", None, self.stamp)
        aside = workspace.folder / "set-aside" / "20260301T1000Z"
        aside.mkdir(parents=True)
        shutil.copytree(workspace.folder / "attachments", aside / "attachments")
        with (
            closing(sqlite3.connect(workspace.folder / "plan.db")) as db,
            closing(sqlite3.connect(aside / "plan.db")) as to,
        ):
            db.backup(to)


@pytest.fixture
def sent(tmp_path: Path) -> Iterator[Sent]:
    made = Sent(tmp_path)
    yield made
    made.workspace.close()


@pytest.mark.parametrize("in_bin", [False, True], ids=["living", "in the bin"])
def test_no_byte_of_it_is_left_in_what_was_sent_said_or_copied(sent: Sent, in_bin: bool) -> None:
    sent.worked_through()
    workspace = sent.workspace
    assert len([name for name in left_in(workspace.folder, b"quagga") if "attachments" in name]) >= 4
    assert len(workspace.plan.all(StrayAnswer)) == 1
    if in_bin:
        workspace.commit(edits.remove(workspace.plan, workspace.plan.table(Achievement)["story"]))
    erased = workspace.erase(["story"])
    assert left_in(workspace.folder, b"quagga") == []
    assert workspace.check() == []
    assert len(erased.cleaned) == 2
    plan = workspace.plan
    assert not plan.all(StrayAnswer) and not plan.all(Evidence)
    assert {comment.kind for comment in plan.all(Comment)} == {CommentKind.SUGGESTION, CommentKind.THREE_WORDS}
    for round in plan.all(Round):
        assert round.snapshot is None
        assert "other" in round.scope and not {"story", "days", "read", "claim"} & set(round.scope)
        assert round.key and round.share
    told = [ENGLISH.say(message) for message in erased.unreachable]
    assert told.count("Nadia Khan got a copy on 12 Mar 2026.") == 2
    with Workspace.open(workspace.folder) as again:
        assert again.plan == plan


def test_a_copy_is_still_named_when_its_round_lies_in_the_bin(sent: Sent) -> None:
    workspace = sent.workspace
    workspace.commit(edits.remove(workspace.plan, workspace.plan.all(Round)[0]))
    erased = workspace.erase(["story"])
    assert "Nadia Khan got a copy on 12 Mar 2026." in [ENGLISH.say(message) for message in erased.unreachable]
    assert left_in(workspace.folder, b"quagga") == []
    [lying] = [each.record for each in workspace.removed() if isinstance(each.record, Round)]
    workspace.restore(lying.id)
    assert workspace.plan.all(Round)[0].snapshot is None
    assert workspace.check() == []


def test_answers_are_still_taken_in_after_that_but_nothing_about_what_is_gone(sent: Sent) -> None:
    workspace = sent.workspace
    workspace.erase(["story"])
    round = workspace.plan.all(Round)[0]
    assert reviews.sent_plan(workspace, round) is None
    late = (
        sent.said(record="other", field="situation", quote="They waited", text="For how long?"),
        sent.said(record="story", field="result", text="Who says so?"),
    )
    offer = reviews.offered(workspace, sent.packed(late), "late.leaderplan-answer", TODAY)
    assert [comment.text for comment in offer.merge.new] == ["For how long?"]
    assert [each.id for each in offer.merge.rejected] == [late[1].id]
    reviews.take_in(workspace, offer, TODAY, ENGLISH.say)
    assert late[0].id in {comment.id for comment in workspace.plan.all(Comment)}
    assert left_in(workspace.folder, b"Who says so?") == []


def test_undoing_what_came_before_brings_nothing_back(sent: Sent) -> None:
    workspace = sent.workspace
    workspace.commit(edits.alter(workspace.plan, workspace.plan.all(Round)[0], closed_on=PartialDate.of(TODAY)))
    workspace.erase(["story"])
    for _turn in range(3):
        workspace.undo()
    assert left_in(workspace.folder, b"quagga") == []
    assert all(round.snapshot is None for round in workspace.plan.all(Round))


def test_the_mentor_goes_with_the_copies_that_name_them(sent: Sent) -> None:
    workspace = sent.workspace
    mentor = next(each for each in workspace.plan.all(Person) if each.name == "Nadia Khan")
    snapshot = workspace.plan.all(Round)[0].snapshot
    assert snapshot
    assert b"Nadia Khan" in package.read(io.BytesIO(workspace.blobs.read(snapshot))).head.mentor.encode()
    workspace.erase([mentor.id])
    assert workspace.blobs.path(snapshot) is None
    assert workspace.plan.all(Round)[0].snapshot is None
    assert len(workspace.plan.all(Comment)) == 4  # what was said stays, as what others wrote does


def test_what_the_window_shows_is_what_the_store_takes(tmp_path: Path) -> None:
    with new_plan(tmp_path / "plan", sample=True, today=TODAY) as workspace:
        plan = workspace.plan
        for kind in RECORDS:
            for record in plan.of_table(kind.table) if kind is not Profile else ():
                shown = reach(plan, [record.id])
                taken = extent(workspace._db, [record.id])
                assert set(shown.gone) == set(taken.gone)
                assert {holder.id for holder in shown.copies} == set(taken.copies)
