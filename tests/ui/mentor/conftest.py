"""A review file made from a real plan, and the mentor's window on it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from leaderplan.app.answering import Answering
from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    Better,
    Competency,
    Descriptor,
    Evidence,
    Expectation,
    Framework,
    Level,
    Measure,
    Person,
    Profile,
    Reading,
    Tier,
)
from leaderplan.domain.review import sending
from leaderplan.domain.review.sending import Wish
from leaderplan.exchange.sealed import Key
from leaderplan.store import Workspace
from leaderplan.ui.dress import dress
from leaderplan.ui.mentor.row import Row
from leaderplan.ui.mentor.window import MentorWindow
from leaderplan.upkeep import reviews
from leaderplan.upkeep.reviews import Stamp
from tests.store.plans import opened

AT = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = date(2026, 3, 12)
ACTION = "I brought the four teams together. Then we struck out eleven steps, and I carried the risk."
LEVELS = ("awareness", "working", "leading")


def records() -> tuple:
    """A story with a measure, and a competency with three levels."""
    rated = Assessment(id="rated-001", competency="comp-0001", level="working", on=PartialDate(2026, 2, 1))
    return (
        Profile(id="me-000001", name="Rhian Calloway", headline="Head of ICT"),
        Person(id="nadia-001", name="Nadia Khan", tier=Tier.MENTOR),
        Achievement(id="story-001", title="Claims decided in four days", action=ACTION, result="Nine of ten.",
                    ended=PartialDate(2025, 3)),
        Achievement(id="story-002", title="One number for the county", ended=PartialDate(2024, 3)),
        Measure(id="days-0001", of="story-001", name="Days to decide", unit="days", baseline=21, better=Better.LOWER),
        Reading(id="read-0001", measure="days-0001", value=4, on=PartialDate(2025, 6)),
        Framework(id="frame-001", title="Digital leadership"),
        *(Level(id=name, framework="frame-001", title=name.title(), rank=rank) for rank, name in enumerate(LEVELS, 1)),
        Competency(id="comp-0001", framework="frame-001", title="Telling the story", code="D1"),
        *(Descriptor(id=f"desc-{name}", competency="comp-0001", level=name, text=f"Does it at {name}.")
          for name in LEVELS),
        Expectation(id="exp-00001", competency="comp-0001", level="leading"),
        rated,
    )  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The planner's plan."""
    with opened(tmp_path, *records()) as made:
        letter = made.blobs.keep(b"%PDF-1.7\nDear Rhian", "letter.pdf")
        program = made.blobs.keep(b"MZ this is no page", "cv.pdf")
        made.commit(edits.add(
            Evidence(id="letter-01", title="Letter of thanks", attachment=letter, supports=("story-001",)),
            Evidence(id="letter-02", title="Curriculum", attachment=program, supports=("story-001",)),
        ))  # fmt: skip
        yield made


Send = Callable[..., Path]


@pytest.fixture
def send(workspace: Workspace, tmp_path: Path) -> Send:
    """Sends the plan to Nadia Khan; the review file."""

    def sent(name: str = "sent", key: Key | None = None) -> Path:
        file = tmp_path / f"{name}.leaderplan-review"
        wanted = sending.everything(workspace.plan)
        files = frozenset(each.id for each in sending.files_of(workspace.plan, wanted, "nadia-001"))
        wanted = sending.Wanted(wanted.records, files=files)
        wish = Wish(wanted, sending.mentor_named(workspace.plan, "Nadia Khan"), "Where would a panel stop me?")
        reviews.send(workspace, wish, file, key, Stamp(AT, TODAY, ENGLISH))
        return file

    return sent


@pytest.fixture
def review(send: Send) -> Path:
    """A review file that is not sealed."""
    return send()


Open = Callable[..., MentorWindow]


@pytest.fixture
def open_review(qapp: QApplication, qtbot) -> Iterator[Open]:
    """Opens a review file in a window, and waits until it can be read, or says what is in the way."""
    dress(qapp, "light")
    windows: list[MentorWindow] = []

    def show(file: Path, width: int = 1280, height: int = 800, answering: Answering | None = None) -> MentorWindow:
        window = MentorWindow(file, answering or Answering(), ENGLISH)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        with qtbot.waitSignals([window.shown, window.hindered], raising=False, timeout=200):
            window.open()
        qtbot.waitUntil(lambda: window.desk is not None or not window._tasks.running, timeout=20_000)
        return window

    yield show
    for window in windows:
        window._leaves = True
        window.close()


@pytest.fixture
def window(open_review: Open, review: Path) -> MentorWindow:
    """The window on a review."""
    return open_review(review)


def row_of(window: MentorWindow, field: str, record: str = "story-001") -> Row:
    """The row of a field, in the entry that is brought into view for it."""
    assert window.desk is not None
    if record not in {row.spot.record for row in rows(window)}:
        window.desk.show_record(record)
        QTest.qWait(50)  # it is laid out with the next turns of the event loop
    found = [row for row in rows(window) if row.spot.record == record and row.spot.field == field]
    assert found, [(row.spot.record, row.spot.field) for row in rows(window)]
    return found[0]


def rows(window: MentorWindow) -> list[Row]:
    assert window.desk is not None
    return [part for part in window.desk.document.parts if isinstance(part, Row)]


def keys(*pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Keys for whoever has the keyboard."""
    for key in pressed:
        QTest.keyClick(focus(), key, modifier)


def type_in(text: str) -> None:
    """Letters for whoever has the keyboard."""
    QTest.keyClicks(focus(), text)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def changed_bytes(file: Path, at: int = 200) -> None:
    """One byte of a file is another."""
    data = bytearray(file.read_bytes())
    data[at] ^= 0xFF
    file.write_bytes(io.BytesIO(bytes(data)).getvalue())
