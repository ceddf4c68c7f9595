"""The one file that sets LeaderPlan up and starts it, on machines that have little more than Python."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev

ROOT = Path(dev.__file__).parent


class Commands:
    """Stands for the programs that dev.py starts: remembers each, and ends it as the test says."""

    def __init__(self) -> None:
        self.started: list[list[str]] = []
        self.environments: list[Mapping[str, str]] = []
        self.failing = ""

    def call(self, *command: str | Path, env: Mapping[str, str] | None = None, quiet: bool = False) -> int:
        self.started.append([str(part) for part in command])
        self.environments.append(env or {})
        return int(bool(self.failing) and self.failing in " ".join(self.started[-1]))

    def succeeds(self, *command: str | Path) -> bool:
        return self.call(*command) == 0

    def with_words(self, *words: str) -> list[list[str]]:
        """The commands that hold all these words."""
        return [one for one in self.started if set(words) <= set(one)]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Commands:
    """A checkout in an empty folder, in which nothing is really started."""
    fake = Commands()
    monkeypatch.setattr(dev, "call", fake.call)
    monkeypatch.setattr(dev, "succeeds", fake.succeeds)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(dev, "OUT", tmp_path / "out")
    monkeypatch.setattr(dev, "missing_library", lambda: "")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "requirements.lock").write_text("a==1\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    return fake


def locked() -> list[Requirement]:
    lines = (ROOT / "requirements.lock").read_text().replace("\\\n", " ").splitlines()
    return [Requirement(line.partition("--hash")[0]) for line in lines if not line.startswith("#")]


# --- what the files promise -------------------------------------------------------------------------------------------


def test_dev_needs_nothing_but_python() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text())
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert len(names) > 5
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names | {"__future__"}


def test_the_lock_gives_every_package_one_version_with_hashes() -> None:
    text = (ROOT / "requirements.lock").read_text()
    packages = [line for line in text.replace("\\\n", " ").splitlines() if not line.startswith("#")]
    assert len(packages) > 30
    assert all(re.search(r"==\S+ .*--hash=sha256:[0-9a-f]{64}", line) for line in packages)
    names = [canonicalize_name(one.name) for one in locked()]
    assert len(names) == len(set(names))


def test_the_lock_names_no_index() -> None:
    text = (ROOT / "requirements.lock").read_text()
    assert not re.search(r"https?:|file:|^\s*--(index|extra|find|trusted)", text, re.MULTILINE)


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = (
        project["project"]["dependencies"] + project["dependency-groups"]["dev"] + project["build-system"]["requires"]
    )
    versions = {canonicalize_name(one.name): next(iter(one.specifier)).version for one in locked()}
    assert len(asked) > 15
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    reasons = (ROOT / "docs" / "dependencies.md").read_text().lower()
    for requirement in map(Requirement, project["project"]["dependencies"] + project["dependency-groups"]["dev"]):
        assert f"`{requirement.name.lower()}`" in reasons, requirement.name


def test_the_readme_and_the_build_machine_use_the_same_command() -> None:
    readme = (ROOT / "README.md").read_text()
    assert "python3 dev.py run" in readme
    assert "python3 dev.py test" in readme
    started = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line.startswith(("exec", "python"))]
    assert started == ["exec python3 dev.py test </dev/null"]


# --- set-up -----------------------------------------------------------------------------------------------------------


def test_the_first_command_makes_the_environment_and_installs_by_hash(commands: Commands) -> None:
    commands.failing = "sys.version_info"  # there is no .venv yet
    dev.set_up()
    assert commands.with_words("-m", "venv", "--without-pip")
    assert commands.with_words("--require-hashes", "-r", str(dev.LOCK))
    assert commands.with_words("--no-deps", "-e", str(dev.ROOT))


def test_the_next_command_finds_everything_in_place(commands: Commands) -> None:
    dev.set_up()
    commands.started.clear()
    dev.set_up()
    assert not commands.with_words("install")


def test_another_lock_is_installed_again_into_the_same_environment(commands: Commands) -> None:
    dev.set_up()
    commands.started.clear()
    dev.LOCK.write_text("a==2\n")
    dev.set_up()
    assert commands.with_words("--require-hashes")
    assert not commands.with_words("venv")


def test_an_installation_that_failed_is_tried_again(commands: Commands) -> None:
    commands.failing = "--require-hashes"
    with pytest.raises(dev.Trouble, match=r"This command failed: .*--require-hashes"):
        dev.set_up()
    assert not dev.STAMP.exists()


def test_without_pip_in_the_environment_the_pip_of_the_system_serves_it(commands: Commands) -> None:
    commands.failing = "-m pip --version"
    assert list(dev.installer())[:5] == [sys.executable, "-m", "pip", "--python", dev.PYTHON]


def test_without_any_pip_the_line_to_type_is_given(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    commands.failing = "-m"
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(dev.Trouble, match="apt-get install -y python3-pip"):
        dev.installer()


def test_uv_is_used_where_there_is_one(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/uv" if name == "uv" else None)
    assert list(dev.installer())[:3] == ["/usr/bin/uv", "pip", "install"]


def test_root_gets_the_libraries_of_the_system(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["libEGL.so.1", ""])
    monkeypatch.setattr(dev, "missing_library", lambda: next(answers))
    monkeypatch.setattr(dev, "is_root", lambda: True)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" else None)
    dev.find_system_libraries()
    assert commands.started[0] == ["apt-get", "update", "-qq"]
    assert {"libegl1", "libxcb-cursor0"} <= set(commands.started[1])


def test_anybody_else_gets_the_line_to_type(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "missing_library", lambda: "libEGL.so.1")
    monkeypatch.setattr(dev, "is_root", lambda: False)
    with pytest.raises(dev.Trouble, match=r"libEGL.so.1.*\n  sudo apt-get install -y .*libegl1"):
        dev.find_system_libraries()
    assert commands.started == []


def test_a_missing_library_is_told_from_another_fault() -> None:
    said = "Traceback:\nImportError: libEGL.so.1: cannot open shared object file: No such file or directory\n"
    assert dev.library_named_in(said) == "libEGL.so.1"
    with pytest.raises(dev.Trouble, match="No module named 'PySide6'"):
        dev.library_named_in("ModuleNotFoundError: No module named 'PySide6'")


# --- commands ---------------------------------------------------------------------------------------------------------


def test_with_a_display_run_opens_the_window(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.main(["run"]) == 0
    assert commands.started[-1] == [str(dev.PYTHON), "-m", "leaderplan"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_run_does_the_main_job(commands: Commands, capfd: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["run"]) == 0
    work = [one[3:] for one in commands.started[-3:]]
    out = dev.OUT
    assert work == [
        ["new", "--sample"],
        ["document", "portfolio", "-o", str(out / "portfolio.pdf")],
        ["pictures", "-o", str(out / "pictures")],
    ]
    for environment in commands.environments[-3:]:
        assert environment == {"LEADERPLAN_PLAN": str(out / "plan"), "QT_QPA_PLATFORM": "offscreen"}
    said = capfd.readouterr().out
    assert "no display" in said
    assert "out/portfolio.pdf" in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize(
    ("environment", "display"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
    ],
)
def test_a_display_is_what_the_environment_says(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, environment: Mapping[str, str], display: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert dev.has_display() is display


def test_run_stops_at_the_first_failure(commands: Commands, capfd: pytest.CaptureFixture[str]) -> None:
    commands.failing = "new --sample"
    assert dev.main(["pictures"]) == 1
    assert "This command failed" in capfd.readouterr().err
    assert not commands.with_words("pictures")


@pytest.mark.parametrize(
    ("given", "asked"), [([], ["-n", "auto", "--dist", "worksteal"]), (["tests/domain", "-x"], ["tests/domain", "-x"])]
)
def test_arguments_of_test_go_to_pytest(commands: Commands, given: Sequence[str], asked: Sequence[str]) -> None:
    dev.main(["test", *given])
    assert commands.started[-1][-len(asked) - 3 :] == [str(dev.PYTHON), "-m", "pytest", *asked]
    assert commands.environments[-1]["QT_QPA_PLATFORM"] == "offscreen"


def test_where_the_network_cannot_be_cut_off_the_tests_run_and_it_is_said(
    commands: Commands, capfd: pytest.CaptureFixture[str]
) -> None:
    commands.failing = "unshare"
    assert dev.without_network() == ()
    assert "with the network in reach" in capfd.readouterr().out


def test_check_lets_every_checker_speak(commands: Commands) -> None:
    commands.failing = "ruff"
    assert dev.main(["check"]) == 1
    assert commands.started[-1] == [str(dev.PYTHON), "-m", "mypy"]


@pytest.mark.parametrize(("given", "status"), [([], 2), (["dance"], 2), (["--help"], 0)])
def test_what_dev_does_not_know_gets_the_usage(given: Sequence[str], status: int) -> None:
    done = subprocess.run([sys.executable, dev.__file__, *given], capture_output=True, text=True, check=False)
    assert done.returncode == status
    usage = done.stderr if status else done.stdout
    assert all(f"dev.py {name}" in usage for name in dev.COMMANDS)


@pytest.mark.skipif(
    not os.environ.get(dev.CUT_OFF), reason="started without dev.py, or where the network cannot be cut off"
)
def test_the_suite_runs_without_a_network() -> None:
    assert {name for _, name in socket.if_nameindex()} <= {"lo"}
    with pytest.raises(OSError, match="unreachable"), socket.socket() as nobody:
        nobody.connect(("192.0.2.1", 9))
