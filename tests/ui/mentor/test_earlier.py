"""An earlier round in a review: what was said, what became of it, and an answer to the answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from leaderplan.domain import edits
from leaderplan.domain.ids import new_id
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Comment, CommentKind, Round
from leaderplan.domain.review import working
from leaderplan.ui.mentor.contents import COUNT, ENTRY
from leaderplan.ui.mentor.earlier import FateLine, ThreadPart
from leaderplan.ui.mentor.window import MentorWindow
from leaderplan.ui.widgets.text import Paragraph
from leaderplan.upkeep import reviews
from tests.ui.mentor.conftest import AT, TODAY, type_in


@pytest.fixture
def window(open_review, send, workspace) -> MentorWindow:
    """The second round, in which the first comes back."""
    send("first")
    [round] = workspace.plan.all(Round)
    said = Comment(id="said-0001", round=round.id, record="story-001", of_table="achievement", field="action",
                   kind=CommentKind.SUGGESTION, quote="I brought", proposed="I led", text="Lead it.",
                   author="Nadia Khan", written_at=AT)  # fmt: skip
    other = replace(said, id="said-0002", kind=CommentKind.COMMENT, quote="", proposed="", text="Too modest.")
    workspace.commit(edits.add(said, other))
    workspace.commit(working.decline(workspace.plan, said, "It was four of us."))
    found = workspace.plan.get(Comment, "said-0001")
    workspace.commit(working.answer(workspace.plan, found, "Would “we led” do?", AT, new_id))
    made = open_review(send("second"))
    assert made.desk is not None
    made.desk.show_record(round.id)
    QTest.qWait(50)
    return made


def threads(window: MentorWindow) -> list[ThreadPart]:
    assert window.desk is not None
    return [part for part in window.desk.document.parts if isinstance(part, ThreadPart)]


def test_what_was_said_comes_back_with_its_fate_its_reason_and_the_answer(window: MentorWindow) -> None:
    first, second = threads(window)
    told = [part.text() for part in first.findChildren(Paragraph)]
    assert "Nadia Khan suggested other words · Claims decided in four days · Action" in told
    assert "Would “we led” do?" in told and "Rhian Calloway answered" in told
    assert [line.accessibleName() for line in first.findChildren(FateLine)] == ["declined: It was four of us."]
    assert [line.accessibleName() for line in second.findChildren(FateLine)] == ["open"]


def test_an_answer_is_answered_and_taken_in_with_the_next_return(
    window: MentorWindow, workspace, tmp_path: Path
) -> None:
    first, _second = threads(window)
    first.begin()
    type_in("Yes, that is true to it.")
    assert window.sitting is not None
    [reply] = window.sitting.book.current
    [answered] = [c for c in workspace.plan.all(Comment) if c.kind is CommentKind.ANSWER]
    assert (reply.parent, reply.record, reply.kind) == (answered.id, "story-001", CommentKind.COMMENT)
    assert window.write_answer(tmp_path / "back.leaderplan-answer")
    offer = reviews.read_answer(workspace, tmp_path / "back.leaderplan-answer", TODAY)
    assert [comment.text for comment in offer.merge.new] == ["Yes, that is true to it."]
    assert offer.merge.rejected == ()
    reviews.take_in(workspace, offer, TODAY, ENGLISH.say)
    [taken] = [c for c in workspace.plan.all(Comment) if c.parent == answered.id]
    assert taken.author == "Nadia Khan"


def test_an_answer_stands_in_its_round_and_not_on_the_text(window: MentorWindow) -> None:
    first, _second = threads(window)
    first.begin()
    type_in("Yes.")
    assert window.desk is not None
    entry = window.desk.entry
    model = window.desk.contents.model()
    counted = {row.data(ENTRY).key: row.data(COUNT) for at in range(model.rowCount())
               if (row := model.index(at, 0)).data(ENTRY) and row.data(COUNT)}  # fmt: skip
    assert entry is not None and counted == {entry.key: 1}
