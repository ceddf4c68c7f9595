"""A start from a menu or a file manager: nobody reads standard error, so a box says what keeps the window away."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from leaderplan import app
from leaderplan.domain.language import ENGLISH
from leaderplan.ui.refusal import Refusal
from leaderplan.ui.widgets.text import Paragraph
from tests.commandline import leaderplan

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="such a display is there on Linux only")


@pytest.fixture
def display(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A display that somebody sees, as far as a start can tell; what Qt opens stays off the screen."""
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":7709")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X7709")
        server.listen()
        yield


@pytest.fixture
def boxes(qapp: QApplication) -> Iterator[list[tuple[str, list[str]]]]:
    """What the boxes said that came up, each closed by its reader: its kind and its words."""
    found: list[tuple[str, list[str]]] = []

    def read() -> None:
        box = qapp.activeModalWidget()
        if isinstance(box, QDialog):
            words = [part.text() for part in box.findChildren(Paragraph)]
            words += [part.toPlainText() for part in box.findChildren(QPlainTextEdit)]
            found.append((type(box).__name__, words))
            box.reject()

    timer = QTimer(interval=20)
    timer.timeout.connect(read)
    timer.start()
    yield found
    timer.stop()


def test_the_sentence_of_standard_error_stands_in_a_box(display, boxes, plan: Path, tmp_path: Path) -> None:
    file = tmp_path / "<b>a</b>.leaderplan"
    said = leaderplan("open", file)
    [(kind, words)] = boxes
    assert (said.status, kind) == (1, "Refusal")
    assert words[0] == f"There is no file {file}."
    assert said.err == f"leaderplan: {' '.join(words)}\n"


def test_a_box_comes_also_where_there_is_no_standard_error(
    display, boxes, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["leaderplanw", "open", str(tmp_path)])
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, stream, None)
    from leaderplan.cli import main

    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert [words[0] for _kind, words in boxes] == [f"There is no plan in {tmp_path}."]


def test_our_own_fault_comes_with_a_report_to_copy(display, boxes, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> int:
        raise KeyError("Ann Price")

    monkeypatch.setattr(app, "run", fail)
    assert leaderplan().status == 3
    [(kind, words)] = boxes
    assert kind == "FaultDialog"
    assert "KeyError" in words[-1] and "Ann Price" not in "".join(words)


def test_wrong_words_are_said_too(display, boxes, plan: Path) -> None:
    said = leaderplan("open", "--bogus")
    assert said.status == 2
    [(_kind, words)] = boxes
    assert "--bogus" in words[0]


def test_what_a_person_reads_on_a_terminal_needs_no_box(display, boxes, plan: Path, tmp_path: Path) -> None:
    assert leaderplan("open", tmp_path, terminal=True).status == 1
    assert boxes == []


@pytest.mark.parametrize(
    "words", [["show", "abcdef"], ["lst"], ["--bogus"], ["open", "/no/plan", "--quit-after-paint"]]
)
def test_other_commands_and_measurements_ask_nobody(display, boxes, plan: Path, words: list[str]) -> None:
    assert leaderplan(*words).status in (1, 2)
    assert boxes == []


def test_a_box_fits_its_words_and_goes_with_escape_and_enter(qapp, qtbot) -> None:
    from PySide6.QtCore import Qt

    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        box = Refusal("There is no plan in /" + "a" * 400 + ".", "Check the place.", ENGLISH)
        qtbot.addWidget(box)
        with qtbot.waitExposed(box):
            box.show()
        for part in box.findChildren(Paragraph):
            assert part.height() >= part.heightForWidth(part.width())
        with qtbot.waitSignal(box.rejected):
            qtbot.keyClick(box, key)


def test_where_qt_does_not_start_another_program_shows_the_sentence(tmp_path: Path) -> None:
    other, shown = tmp_path / "bin" / "xmessage", tmp_path / "shown"
    other.parent.mkdir()
    other.write_text(f'#!/bin/sh\nprintf %s "$2" > {shown}\n')
    other.chmod(0o755)
    script = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from leaderplan.cli import program; from leaderplan.cli.running import run\n"
        "sys.exit(run(program, []))"
    )
    environment = {**os.environ, "PATH": str(other.parent), "DISPLAY": "far.example:0"}
    del environment["QT_QPA_PLATFORM"]
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("leaderplan: Qt cannot start here: ")
    assert shown.read_text().startswith("Qt cannot start here: ")
