from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from trial.machine import Failed, Machine, Transcript

Makes = Callable[[str], Machine]


def test_what_the_program_says_is_handed_back_and_written_down(machine: Makes) -> None:
    tried = machine('echo "said $1"; echo aside >&2')
    assert tried.run("a word") == "said a word\n"
    assert tried.transcript.lines == [f"$ {tried.program} 'a word'", "  said a word", "  aside"]
    assert tried.run("b", quiet=True) == "said b\n" and len(tried.transcript.lines) == 3


def test_a_program_that_ends_badly_has_failed_with_all_that_it_said(machine: Makes) -> None:
    tried = machine("echo out; echo err >&2; exit 3")
    with pytest.raises(Failed, match=r"program list ended with 3:\nout\nerr"):
        tried.run("list")
    assert tried.transcript.lines[-2:] == ["  out", "  err"]


def test_however_it_ended_its_outcome_is_known(machine: Makes) -> None:
    tried = machine("read line || echo nothing to read; exit 5")
    done = tried.outcome(tried.program)
    assert (done.returncode, done.stdout) == (5, "nothing to read\n")
    assert tried.transcript.lines == []


def test_a_sentence_and_status_1_are_a_refusal(machine: Makes) -> None:
    assert machine("echo 'This plan is newer.' >&2; exit 1").refused("list") == "This plan is newer.\n"


@pytest.mark.parametrize(
    "lines", ["exit 0", "exit 2", "exit 70", "echo 'Traceback (most recent call last):' >&2; exit 1"]
)
def test_all_else_is_none(machine: Makes, lines: str) -> None:
    with pytest.raises(Failed, match="was to be refused"):
        machine(lines).refused("list")


def test_nothing_of_the_environment_here_is_handed_down(machine: Makes, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "LD_LIBRARY_PATH", "DISPLAY", "LEADERPLAN_TODAY"):
        monkeypatch.setenv(name, "of this system")
    tried = machine("true").environed(LEADERPLAN_PLAN="/plan").environed(QT_QPA_PLATFORM="offscreen")
    ask = "import json, os; print(json.dumps(dict(os.environ)))"
    found = json.loads(tried.do(sys.executable, "-I", "-c", ask, quiet=True))
    assert found.keys() - {"LC_CTYPE"} == {
        "PATH",
        "LANG",
        "HOME",
        "DEBIAN_FRONTEND",
        "LEADERPLAN_PLAN",
        "QT_QPA_PLATFORM",
    }
    assert found["HOME"] == str(tried.home) and tried.home == tried.work / "home"
    assert "LEADERPLAN_PLAN" not in machine("true").env()


def test_a_program_that_is_started_runs_on(machine: Makes) -> None:
    process = machine("exec sleep 60").start("/bin/sleep", "60")
    try:
        assert process.poll() is None
    finally:
        process.kill()
        process.wait()


def test_on_a_bare_system_a_person_runs_it_there(tmp_path: Path) -> None:
    root = Machine("/usr/bin/leaderplan", tmp_path, Transcript(), Path("/srv/bare"))
    assert root.command("ls", "-l") == ["chroot", "--userspec=0:0", "/srv/bare", "ls", "-l"]
    person = Machine("/usr/bin/leaderplan", tmp_path, Transcript(), Path("/srv/bare"), 1000)
    assert person.command("ls")[1] == "--userspec=1000:1000"
    assert Machine("program", tmp_path, Transcript()).command("ls", tmp_path) == ["ls", str(tmp_path)]


def test_of_a_long_answer_the_first_lines_are_kept_and_the_others_counted(capsys: pytest.CaptureFixture[str]) -> None:
    transcript = Transcript()
    transcript.command(["ls"], "".join(f"line {number}\n" for number in range(12)))
    assert len(transcript.lines) == 13 and transcript.lines[-1] == "  line 11"
    transcript.command(["ls"], "".join(f"line {number}\n" for number in range(20)))
    assert transcript.lines[-1] == "  … 8 more lines" and transcript.lines[-2] == "  line 11"
    transcript.command(["ls"], "x" * 500)
    assert transcript.lines[-1] == f"  {'x' * 160}"
    assert capsys.readouterr().out.splitlines() == transcript.lines, "and shown at once"
