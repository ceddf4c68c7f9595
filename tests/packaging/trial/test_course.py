"""Which trials are run, what is written down of them, and that a network is out of their reach."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from facts import ROOT, Facts
from trial import course
from trial.machine import Failed, Transcript
from trouble import Trouble

ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux cuts a process off")


@dataclass
class Part:
    """A trial that remembers where it was tried, and fails if it is to."""

    fault: Exception | None = None
    prepared: list[tuple[Path, Path]] = field(default_factory=list)
    tried: list[Path] = field(default_factory=list)

    def prepare(self, dist: Path, store: Path) -> None:
        self.prepared.append((dist, store))

    def check(self, _dist: Path, _store: Path, work: Path, _facts: Facts, transcript: Transcript) -> None:
        assert work.is_dir() and not list(work.iterdir())
        (work / "left behind").write_text("by the trial")
        self.tried.append(work)
        transcript.say("something was done")
        if self.fault:
            raise self.fault


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> dict[str, Part]:
    """Stand for the real ones, in a process that is cut off already."""
    made = {name: Part() for name in course.PARTS}
    for name, part in made.items():
        monkeypatch.setitem(course.PARTS, name, part)
    monkeypatch.setenv(course._CUT_OFF, "yes")
    return made


def test_each_part_is_tried_in_a_folder_that_is_gone_afterwards(parts: dict[str, Part], tmp_path: Path) -> None:
    assert course.run(["--dist", str(tmp_path), "tar", "bundle"], Path("smoke.py")) == 0
    (tar,), (bundle,) = parts["tar"].tried, parts["bundle"].tried
    assert tar != bundle and not tar.exists() and not bundle.exists()
    assert parts["wheel"].tried == parts["deb"].tried == [] and parts["tar"].prepared == []


def test_what_was_done_is_written_beside_the_packages_with_how_it_ended(parts: dict[str, Part], tmp_path: Path) -> None:
    course.run(["--dist", str(tmp_path), "tar", "wheel"], Path("smoke.py"))
    written = (tmp_path / "SMOKE.txt").read_text("utf-8").splitlines()
    tried = ["== tar", "something was done", "== wheel", "something was done"]
    assert written == [*tried, "Not tried: bundle", "Not tried: deb", "All went well."]


@pytest.mark.parametrize("kind", [Failed, Trouble])
def test_the_first_failure_ends_it_and_is_told_and_written_down(
    parts: dict[str, Part], tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: type[Exception]
) -> None:
    parts["tar"].fault = kind("The window does not come.")
    assert course.run(["--dist", str(tmp_path), "tar", "wheel"], Path("smoke.py")) == 1
    assert "The window does not come." in capsys.readouterr().err
    written = (tmp_path / "SMOKE.txt").read_text("utf-8").splitlines()
    assert written == ["== tar", "something was done", "It failed: The window does not come."]
    assert parts["wheel"].tried == [] and not parts["tar"].tried[0].exists()


def test_a_fault_of_the_trial_itself_is_no_success_either(parts: dict[str, Part], tmp_path: Path) -> None:
    parts["tar"].fault = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        course.run(["--dist", str(tmp_path), "tar"], Path("smoke.py"))
    assert "All went well." not in (tmp_path / "SMOKE.txt").read_text("utf-8")


def test_a_part_that_does_not_exist_is_no_success(parts: dict[str, Part], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        course.run(["--dist", str(tmp_path), "rpm"], Path("smoke.py"))
    assert ended.value.code == 2 and not (tmp_path / "SMOKE.txt").exists()


def test_what_a_system_can_try_is_named_in_the_usage_and_has_a_part() -> None:
    assert course.here()[0] == "bundle" and set(course.here()) <= set(course.PARTS)
    usage = (ROOT / "packaging" / "smoke.py").read_text("utf-8").partition("or only: ")[2].partition("\n")[0]
    assert set(usage.split()) == set(course.PARTS)


@ON_LINUX
def test_what_needs_a_network_is_prepared_before_it_is_cut_off(
    parts: dict[str, Part], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(course._CUT_OFF)
    again: list[list[str]] = []

    def cut_off(_script: Path, words: list[str]) -> int:
        again.append(words)
        return 0

    monkeypatch.setattr(course, "again_without_network", cut_off)
    words = ["--dist", str(tmp_path), "tar"]
    assert course.run(words, Path("smoke.py")) == 0 and again == [words]
    assert [dist for dist, _store in parts["tar"].prepared] == [tmp_path] and parts["tar"].tried == []


@ON_LINUX
def test_the_trials_reach_no_network_and_know_it(tmp_path: Path) -> None:
    options = ["--net", "--mount"] if os.geteuid() == 0 else ["--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run(["unshare", *options, "true"], capture_output=True).returncode:
        pytest.skip("this system lets nobody cut a process off the network")
    script = tmp_path / "script.py"
    script.write_text(
        "import os, socket, sys\n"
        "names = [name for _number, name in socket.if_nameindex()]\n"
        f"said = [os.environ[{course._CUT_OFF!r}], os.readlink('/proc/self/ns/net'), *names]\n"
        "print(*said, file=open(sys.argv[1], 'w'))\n"
        "sys.exit(7)\n"
    )
    assert course.again_without_network(script, [str(tmp_path / "said")]) == 7
    cut_off, network, *interfaces = (tmp_path / "said").read_text().split()
    assert cut_off == "yes" and network != str(Path("/proc/self/ns/net").readlink())
    assert interfaces == ["lo"], "it reaches nothing but itself"
