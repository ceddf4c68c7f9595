"""The trial of the installers on Windows, before a Windows that does as it is told or does it badly."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import facts
from trouble import Trouble
from windows import trial
from windows.scope import MACHINE, USER


@dataclass
class Windows:
    """Stands for the commands of Windows and of the program."""

    folder: Path
    leaves_behind: str = ""
    deletes_the_plan: bool = False
    prints: bytes = b"%PDF-1.7"
    said: list[str] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        return {"LOCALAPPDATA": str(self.folder / "Local"), "ProgramFiles": str(self.folder / "Program Files")}

    @property
    def plan(self) -> Path:
        return self.folder / "Local" / "LeaderPlan" / "plan" / "plan.db"

    def __call__(self, *command: str | Path) -> str:
        words = [Path(word).name if isinstance(word, Path) else word for word in command]
        self.said.append(" ".join(words))
        local = self.folder / "Local" / "Programs" / "LeaderPlan"
        place = local if "-user" in self.said[0] else self.folder / "Program Files" / "LeaderPlan"
        if words[:2] == ["msiexec", "/i"]:
            place.mkdir(parents=True)
        elif words[:2] == ["msiexec", "/x"]:
            shutil.rmtree(place)
            if self.leaves_behind:
                place.mkdir()
                (place / self.leaves_behind).touch()
            if self.deletes_the_plan:
                self.plan.unlink()
        elif words[1] == "new":
            self.plan.parent.mkdir(parents=True)
            self.plan.write_bytes(b"plan")
        elif words[1] == "document":
            Path(command[-1]).write_bytes(self.prints)
        return ""


USERS, EVERYBODY = Path("leaderplan-0.1.0-x64-user.msi"), Path("leaderplan-0.1.0-x64-machine.msi")


def tried(windows: Windows, installer: Path) -> None:
    trial.try_out(installer, facts.read(), windows.environment, windows)


@pytest.mark.parametrize("installer", [USERS, EVERYBODY], ids=["user", "machine"])
def test_an_installer_that_does_all_right_passes_and_leaves_nothing(installer: Path, tmp_path: Path) -> None:
    windows = Windows(tmp_path)
    tried(windows, installer)
    root = "HKCU" if installer is USERS else "HKLM"
    assert windows.said == [
        f"msiexec /i {installer} /qn /norestart",
        *(rf"reg query {root}\Software\Classes\{kind.suffix}" for kind in facts.read().file_types),
        "leaderplan.exe --version",
        "leaderplan.exe new --sample",
        "leaderplan.exe document portfolio -o portfolio.pdf",
        f"msiexec /x {installer} /qn /norestart",
    ]
    assert not windows.plan.parents[1].exists()


def test_what_stays_behind_is_named(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"stray\.dll"):
        tried(Windows(tmp_path, leaves_behind="stray.dll"), USERS)


def test_a_lost_plan_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="did not stay"):
        tried(Windows(tmp_path, deletes_the_plan=True), EVERYBODY)


def test_a_document_that_is_none_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="no PDF"):
        tried(Windows(tmp_path, prints=b""), USERS)


def test_a_person_s_own_plan_is_never_touched(tmp_path: Path) -> None:
    windows = Windows(tmp_path)
    windows.plan.parent.mkdir(parents=True)
    windows.plan.write_bytes(b"years of work")
    with pytest.raises(Trouble, match="must not be there"):
        tried(windows, USERS)
    assert windows.plan.read_bytes() == b"years of work" and not windows.said


def test_the_name_says_whom_an_installer_is_for() -> None:
    assert (trial.scope_of(USERS), trial.scope_of(EVERYBODY)) == (USER, MACHINE)
    with pytest.raises(Trouble, match=r"other\.msi"):
        trial.scope_of(Path("other.msi"))


def test_trouble_is_told_and_makes_it_fail(capsys: pytest.CaptureFixture[str]) -> None:
    assert trial.main(["other.msi"]) == 1
    assert "other.msi" in capsys.readouterr().err
    assert trial.main([]) == 2
