"""A plan with something of everything, a desk that can send it, and the sheet over a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from leaderplan.app.reviewing import Reviewing
from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    Claim,
    Collaboration,
    Comment,
    CommentKind,
    Competency,
    Descriptor,
    Evidence,
    EvidenceKind,
    Expectation,
    Fate,
    Framework,
    Level,
    Measure,
    Person,
    Profile,
    Reading,
    Round,
    Stage,
    Telling,
    Tier,
)
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.passphrase import Seal
from leaderplan.ui.dialogs.sending import SendSheet
from leaderplan.upkeep import apart as in_a_process

DAY = PartialDate(2026, 3, 1)
MARKER = "MARKER that never leaves"
PAPER = b"%PDF-1.4 the board paper"
Open = Callable[..., SendSheet]


def records(paper: Attachment) -> list[Record]:
    """A small plan; whatever may not leave of it says so by the marker."""
    return [
        Person(id="nadia", name="Nadia Khan", role="Director", tier=Tier.MENTOR, private_notes=MARKER, email=MARKER),
        Person(id="karl", name="Karl Weiss", role="Auditor", tier=Tier.MENTOR, phone=MARKER),
        Person(id="ann", name="Ann Price", role="Head of claims", cares_about=MARKER, promised=MARKER),
        Framework(id="frame", title="Leading", publisher="The college"),
        Level(id="low", framework="frame", rank=1, title="Awareness"),
        Level(id="high", framework="frame", rank=2, title="Working"),
        Competency(id="telling", framework="frame", code="D1", title="Telling the story", description="Says why."),
        Descriptor(id="words", competency="telling", level="low", text="Knows what was won."),
        Achievement(id="story", title="Claims in four days", ended=DAY, people=("ann",), action="I struck out steps.",
                    result="Nine of ten are decided."),
        Achievement(id="second", title="One form for a birth", ended=PartialDate(2025), action="We asked parents."),
        Achievement(id="secret", title=f"{MARKER} story", action=MARKER, private=True),
        Measure(id="days", of="story", name="Days to decide", unit="days"),
        Reading(id="reading", measure="days", on=DAY, value=4.0, source="The register"),
        Claim(id="claim", achievement="story", competency="telling", level="high", why="The board told it on."),
        Evidence(id="paper", title="The board paper", kind=EvidenceKind.FILE, attachment=paper, supports=("story",)),
        Evidence(id="hidden", title=f"{MARKER} mail", quote=MARKER, supports=("story",), private=True),
        Telling(id="told", achievement="story", person="ann", on=DAY, audience=MARKER),
        Collaboration(id="joint", title="One visit", stage=Stage.TALKED, lead="ann", citizen_need="One answer."),
        Assessment(id="mine", competency="telling", level="high", on=DAY, note=MARKER),
        Assessment(id="karls", competency="telling", level="low", on=DAY, by="karl", note=MARKER),
        Expectation(id="asked", competency="telling", level="high"),
        Round(id="before", title="Nadia Khan, round 1", mentor="nadia", sent_on=DAY, message="Do you believe it?",
              key=MARKER, share=MARKER, identity=MARKER),
        Comment(id="said", round="before", record="story", of_table="achievement", field="action", text="Who is we?",
                kind=CommentKind.COMMENT, author="Nadia Khan", written_at=datetime(2026, 3, 2, tzinfo=UTC),
                fate=Fate.DONE, reason="Said now.",
                seen_hash=MARKER),
    ]  # fmt: skip


@pytest.fixture
def full(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The desk of a filled plan that can be sent; a key is made in this process, where it does not cost seconds."""
    monkeypatch.setattr(in_a_process, "apart", lambda work, typed: work(typed))
    paper = desk.workspace.blobs.keep(PAPER, "board-paper.pdf")
    [profile] = desk.plan.all(Profile)
    about = edits.alter(desk.plan, profile, name="Rhian Calloway", headline="Head of IT")
    assert desk.commit(about, None)
    assert desk.commit(edits.add(*records(paper)), None)
    made = replace(desk, reviews=Reviewing(desk.workspace, ENGLISH))
    unwatch = desk.workspace.watch(made.signals.changed.emit)
    yield made
    unwatch()


@pytest.fixture
def up(full: Desk, window: QWidget, qtbot) -> Iterator[Open]:
    """Opens the sheet, by itself for Nadia Khan and without a passphrase, and waits until it shows what leaves."""
    opened: list[SendSheet] = []

    def show(*chosen: str, to: str = "Nadia Khan", seal: Seal = Seal.OPEN, form: bool = False) -> SendSheet:
        sheet = SendSheet(full, window, chosen)
        opened.append(sheet)
        sheet.come_up()
        sheet.choosing.mentor.line.setText(to)
        sheet.choosing.sealing.words.choose(seal)
        sheet.choosing.sealing.form.setChecked(form)
        settled(sheet, qtbot)
        return sheet

    yield show
    for sheet in opened:
        full.tasks.stop()
        if isValid(sheet):
            sheet.hide()


def settled(sheet: SendSheet, qtbot) -> None:
    """Wait until what leaves is shown."""
    qtbot.waitUntil(lambda: sheet.outcome is not None, timeout=10_000)


def saved(sheet: SendSheet, target: Path, qtbot) -> Path:
    """Save the file there and wait for the last page."""
    sheet.save_as(target)
    qtbot.waitUntil(lambda: not sheet.writing.is_busy, timeout=20_000)
    return target
