"""The workflow that makes a release: it cannot run here, but what it names is there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import facts
from macos import signing as macos
from windows import signing as windows

yaml = pytest.importorskip("yaml")

FILE = facts.ROOT / ".github" / "workflows" / "release.yml"


@pytest.fixture(scope="module")
def workflow() -> dict[Any, Any]:
    loaded = yaml.safe_load(FILE.read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def steps(workflow: dict[Any, Any], job: str | None = None) -> list[dict[str, Any]]:
    jobs = workflow["jobs"]
    return [step for name in jobs if job in (None, name) for step in jobs[name]["steps"]]


def runs(workflow: dict[Any, Any]) -> list[str]:
    return [step["run"] for step in steps(workflow) if "run" in step]


def test_only_a_version_s_tag_starts_it(workflow: dict[Any, Any]) -> None:
    assert workflow[True] == {"push": {"tags": ["v*"]}}  # YAML 1.1 reads the word on as true


def test_only_the_last_job_may_write_and_only_the_release(workflow: dict[Any, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    allowed = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert allowed == {"release": {"contents": "write"}}
    checkouts = [step for step in steps(workflow) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts and all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_every_action_is_github_s_own_and_pinned(workflow: dict[Any, Any]) -> None:
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used and all(re.fullmatch(r"actions/[a-z-]+@(v\d+|[0-9a-f]{40})", one) for one in used)


def test_every_file_that_it_runs_is_in_the_repository(workflow: dict[Any, Any]) -> None:
    named = {
        path.replace("\\", "/") for text in runs(workflow) for path in re.findall(r"(?<![\w.])[\w\\/-]+\.py\b", text)
    }
    assert {"dev.py", "packaging/build.py", "packaging/smoke.py"} == named
    assert [path for path in named if not (facts.ROOT / path).is_file()] == []
    modules = {module for text in runs(workflow) for module in re.findall(r"-m (windows\.\w+)", text)}
    assert modules == {"windows.signing", "windows.trial"}
    assert all((facts.HERE / f"{module.replace('.', '/')}.py").is_file() for module in modules)


def test_a_container_may_ask_git_for_the_day_of_the_source(workflow: dict[Any, Any]) -> None:
    inside = [name for name, job in workflow["jobs"].items() if "container" in job]
    assert inside == ["linux", "installers"]
    for name in inside:
        texts = [step.get("run", step.get("uses", "")) for step in steps(workflow, name)]
        order = [
            next(place for place, text in enumerate(texts) if text.startswith(begin))
            for begin in (
                "actions/checkout@",
                'git config --global --add safe.directory "$GITHUB_WORKSPACE"',
                "python3 p",
            )
        ]
        assert order == sorted(order)


def test_the_bundle_finds_what_it_carries_of_the_system(workflow: dict[Any, Any]) -> None:
    """Debian's python3.11 is static, and nothing else in the list brings what Qt opens a window with."""
    listed = set(steps(workflow, "linux")[0]["run"].split())
    needed = "libpython3.11 libegl1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libwayland-cursor0"
    assert set(needed.split()) <= listed


def test_every_package_that_it_asks_for_is_one_that_can_be_made(workflow: dict[Any, Any]) -> None:
    lines = [line for text in runs(workflow) for line in re.findall(r"build\.py((?: \w+)*)$", text, re.MULTILINE)]
    asked = {word for line in lines for word in line.split()}
    known = re.search(r"or only: ([a-z ]+)", (facts.HERE / "build.py").read_text("utf-8"))
    assert known and asked and asked <= set(known[1].split())


def test_what_a_job_fetches_an_earlier_one_left(workflow: dict[Any, Any]) -> None:
    jobs = workflow["jobs"]
    left = {
        step["with"]["name"]: name
        for name in jobs
        for step in steps(workflow, name)
        if step.get("uses", "").startswith("actions/upload-artifact@")
    }
    for name, job in jobs.items():
        needed = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
        assert set(needed) <= set(jobs)
        for step in steps(workflow, name):
            if step.get("uses", "").startswith("actions/download-artifact@") and "name" in step["with"]:
                assert left[step["with"]["name"]] in needed
    # The bundle comes as installers, and those come from where they were signed and tried.
    assert set(jobs["release"]["needs"]) == set(jobs) - {"release", "windows", "installers"}


def test_only_installers_that_were_signed_and_tried_are_handed_out(workflow: dict[Any, Any]) -> None:
    uploads = {
        name: [step["with"]["name"] for step in steps(workflow, name) if "upload" in step.get("uses", "")]
        for name in ("installers", "windows-trial")
    }
    assert uploads == {"installers": ["unsigned-installers"], "windows-trial": ["package-installers"]}
    told = [str(step.get("run", "")) + step.get("uses", "") for step in steps(workflow, "windows-trial")]
    order = [
        next(place for place, text in enumerate(told) if word in text)
        for word in ("windows.signing", "windows.trial", "upload-artifact")
    ]
    assert order == sorted(order)
    (handed,) = [step["with"] for step in steps(workflow, "release") if "uses" in step]
    assert handed["pattern"] == "package-*"


def test_what_signs_gets_its_secrets_and_nothing_else_does(workflow: dict[Any, Any]) -> None:
    asked = {
        name: [
            variable for step in steps(workflow, name) for variable in step.get("env", {}) if "LEADERPLAN" in variable
        ]
        for name in workflow["jobs"]
    }
    on_windows, on_mac = [windows.CERTIFICATE, windows.TIMESTAMP], [macos.IDENTITY, macos.NOTARY]
    assert {name: found for name, found in asked.items() if found} == {
        "windows": on_windows,
        "macos": on_mac,
        "windows-trial": on_windows,
    }
    for step in steps(workflow):
        for variable, value in step.get("env", {}).items():
            if "LEADERPLAN" in variable:
                assert value == f"${{{{ secrets.{variable} }}}}"
                assert "build.py" in step["run"] or "windows.signing" in step["run"]


def test_the_bundle_travels_to_where_build_looks_for_it(workflow: dict[Any, Any]) -> None:
    place = facts.BUNDLE.relative_to(facts.ROOT).as_posix()
    moved = [
        step["with"]["path"]
        for step in steps(workflow)
        if "with" in step and step["with"].get("name") == "windows-bundle"
    ]
    assert moved == [place, place]


def test_the_steps_are_sound_shell(workflow: dict[Any, Any], tmp_path: Path) -> None:
    if not shutil.which("bash"):
        pytest.skip("bash is not installed here, which reads the steps")
    for step in steps(workflow):
        if "run" in step and step.get("shell") != "cmd":
            read = subprocess.run(["bash", "-n"], input=step["run"], capture_output=True, text=True)
            assert (read.returncode, read.stderr) == (0, ""), step["name"]


def test_no_step_puts_what_others_wrote_into_a_script(workflow: dict[Any, Any]) -> None:
    assert not [text for text in runs(workflow) if "${{" in text]
