from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock, call

import pytest

from leaderplan import app
from leaderplan.store.folder import PLAN
from tests.commandline import done, leaderplan, refused


def without_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


def test_without_a_display_the_window_says_so_in_one_sentence(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_display(monkeypatch)
    assert refused("open").startswith("There is no display to open the window on. ")


def test_a_display_that_is_gone_is_none(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_display(monkeypatch)
    monkeypatch.setenv("DISPLAY", ":7707")
    assert refused("open").startswith("There is no display to open the window on. ")


@pytest.mark.skipif(sys.platform != "linux", reason="such a display is there on Linux only")
@pytest.mark.parametrize(
    ("name", "value"),
    [("DISPLAY", ":7708"), ("DISPLAY", "far.example:0"), ("WAYLAND_DISPLAY", "w-0"), ("QT_QPA_PLATFORM", "vnc")],
)
def test_a_display_that_answers_or_cannot_be_asked_is_tried(
    plan: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    run = Mock(return_value=0)
    monkeypatch.setattr(app, "run", run)
    without_display(monkeypatch)
    monkeypatch.setenv(name, value)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X7708")
        server.listen()
        done("open")
    run.assert_called_once_with(plan, False, None)


def test_a_system_without_the_libraries_of_qt_is_told_so(plan: Path) -> None:
    script = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from leaderplan.cli import program; from leaderplan.cli.running import run\n"
        "sys.exit(run(program, ['open']))"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert ended.stderr.startswith("leaderplan: Qt cannot start here: ")
    assert "PySide6" in ended.stderr


def test_the_window_opens_paints_and_ends(sample: Path) -> None:
    words = [sys.executable, "-m", "leaderplan", "open", "--quit-after-paint"]
    ended = subprocess.run(words, capture_output=True, text=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr


@pytest.mark.parametrize("end", ["", PLAN])
def test_a_path_names_the_folder_or_the_file_in_it(sample: Path, end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run = Mock(return_value=5)
    monkeypatch.setattr(app, "run", run)
    said = leaderplan("open", sample / end, "--quit-after-paint", "--plan", sample.parent)
    assert said.status == 5
    run.assert_called_once_with(sample, True, None)


def test_without_a_path_the_window_opens_the_plan_that_is_named(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Mock(return_value=0)
    monkeypatch.setattr(app, "run", run)
    done()
    done("open")
    done("--plan", tmp_path)
    assert run.call_args_list == [call(folder, False, None) for folder in (sample, sample, tmp_path)]


def test_no_plan_begins_in_a_folder_that_was_named_by_mistake(own_home: Path) -> None:
    assert str(own_home) in refused("open", own_home)
    assert list(own_home.iterdir()) == []


def test_pages_are_painted_in_the_size_that_is_asked_for(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paint = Mock(return_value=[tmp_path / "home.png"])
    monkeypatch.setattr(app, "paint", paint)
    said = done("pictures", "-o", tmp_path, "--page", "home", "--theme", "dark", "--size", "640x480")
    paint.assert_called_once_with(sample, tmp_path, ("home",), ("dark",), [(640, 480)])
    assert said.out == f"{tmp_path / 'home.png'}\n"
    done("pictures", "-o", tmp_path)
    paint.assert_called_with(sample, tmp_path, (), ("light", "dark"), [(1280, 800), (900, 600)])


def test_a_page_is_painted_without_a_display(sample: Path, tmp_path: Path) -> None:
    words = ["pictures", "-o", str(tmp_path / "out"), "--page", "home", "--theme", "light", "--size", "900x600"]
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    ended = subprocess.run(
        [sys.executable, "-m", "leaderplan", *words], capture_output=True, text=True, env=environment
    )
    assert ended.returncode == 0, ended.stderr
    (picture,) = ended.stdout.splitlines()
    data = Path(picture).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (900, 600)


@pytest.mark.parametrize("size", ["900", "900x", "x600", "99x600", "900x9000", "900x600x", "-900x600", "²00x600"])
def test_a_size_that_is_none_is_said(sample: Path, tmp_path: Path, size: str) -> None:
    assert f"“{size}”" in refused("pictures", "-o", tmp_path, "--size", size)


def test_no_plan_begins_for_its_pictures(own_home: Path, tmp_path: Path) -> None:
    assert "There is no plan" in refused("pictures", "-o", tmp_path / "out")
    assert not (own_home / "plan").exists()


@pytest.fixture
def opened(plan: Path, monkeypatch: pytest.MonkeyPatch) -> Mock:
    """What the window is asked to open."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    run = Mock(return_value=0)
    monkeypatch.setattr(app, "run", run)
    return run


@pytest.mark.parametrize("name", ["a.leaderplan", "A.LEADERPLAN", "ä %20 & b.LeaderPlan", "-a.leaderplan"])
@pytest.mark.parametrize("form", ["path", "address", "relative", "alone"])
def test_an_archive_is_offered_to_the_plan_that_is_named(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Mock, name: str, form: str
) -> None:
    archive = tmp_path / name
    archive.write_bytes(b"PK")
    monkeypatch.chdir(tmp_path)
    words: dict[str, list[object]] = {
        "path": ["open", archive],
        "address": ["open", archive.as_uri()],
        "relative": ["open", "--", name],
        "alone": [archive],  # as one that is dropped on the icon of the program
    }
    done(*words[form])
    opened.assert_called_once_with(plan, False, archive)


def test_the_address_of_a_folder_names_the_plan_in_it(plan: Path, opened: Mock) -> None:
    done("open", plan.as_uri())
    opened.assert_called_once_with(plan, False, None)


@pytest.mark.parametrize("name", ["gone.leaderplan", "GONE.LEADERPLAN", f"{'a' * 300}.leaderplan"])
def test_an_archive_that_is_gone_is_said_to_be_gone(plan: Path, tmp_path: Path, opened: Mock, name: str) -> None:
    assert refused("open", tmp_path / name).startswith(f"There is no file {tmp_path / name}. ")
    assert refused("open", (tmp_path / name).as_uri()).startswith(f"There is no file {tmp_path / name}. ")


def test_an_address_on_another_computer_is_no_path_on_this_one(plan: Path, opened: Mock) -> None:
    assert refused("open", "file://far.example/tmp/a.leaderplan").startswith("There is no file ")


def test_a_folder_that_is_called_like_an_archive_is_a_folder(plan: Path, tmp_path: Path, opened: Mock) -> None:
    (tmp_path / "x.leaderplan").mkdir()
    assert refused("open", tmp_path / "x.leaderplan").startswith("There is no plan in ")


def test_a_file_of_another_kind_is_said_to_be_one(plan: Path, tmp_path: Path, opened: Mock) -> None:
    (tmp_path / "notes.txt").write_text("Dear Ann")
    assert refused("open", tmp_path / "notes.txt").startswith(f"{tmp_path / 'notes.txt'} is neither a plan nor ")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is closed to whoever runs the tests")
def test_what_may_not_be_looked_at_is_said(plan: Path, tmp_path: Path, opened: Mock) -> None:
    (tmp_path / "closed").mkdir(mode=0o000)
    assert refused("open", tmp_path / "closed" / "a.leaderplan").startswith("LeaderPlan may not look at ")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """What the mentor's window is asked to open."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    read_review = Mock(return_value=0)
    monkeypatch.setattr(app, "read_review", read_review)
    return read_review


@pytest.mark.parametrize("name", ["a.leaderplan-review", "A.LEADERPLAN-REVIEW", "ä %20 & b.LeaderPlan-Review"])
@pytest.mark.parametrize("form", ["path", "address", "relative", "alone"])
def test_a_review_is_read_without_a_plan(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Mock, name: str, form: str
) -> None:
    review = tmp_path / name
    review.write_bytes(b"PK")
    monkeypatch.chdir(tmp_path)
    words: dict[str, list[object]] = {
        "path": ["open", review],
        "address": ["open", review.as_uri()],
        "relative": ["open", "--", name],
        "alone": [review],
    }
    done(*words[form])
    read.assert_called_once_with(own_home / "plan", review, False)
    assert not (own_home / "plan").exists()


@pytest.mark.parametrize("name", ["a.leaderplan-answer", "A.Leaderplan-Answer"])
def test_an_answer_goes_to_the_window_of_the_plan(plan: Path, tmp_path: Path, opened: Mock, read: Mock, name: str
                                                  ) -> None:  # fmt: skip
    answer = tmp_path / name
    answer.write_bytes(b"{}")
    done(answer)
    opened.assert_called_once_with(plan, False, answer)
    read.assert_not_called()


@pytest.mark.parametrize("end", ["review", "answer"])
def test_a_review_that_is_gone_is_said_to_be_gone(plan: Path, tmp_path: Path, opened: Mock, end: str) -> None:
    gone = tmp_path / f"gone.leaderplan-{end}"
    assert refused("open", gone).startswith(f"There is no file {gone}. ")
