"""The wheel and the source archive, installed by pip into environments that were empty."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from pathlib import Path

from facts import ROOT, Facts, read
from trial import work as jobs
from trial.machine import Failed, Machine, Transcript
from trouble import must


def prepare(dist: Path, store: Path) -> None:
    """Install it with what it needs, in the versions of the lock; this needs a network. Raises Trouble."""
    place = store / "wheel"
    shutil.rmtree(place, ignore_errors=True)
    must(sys.executable, "-m", "venv", "--without-pip", place)
    version = read().version
    exact = store / "exact.txt"
    exact.write_text("".join(line.partition(" ")[0] + "\n" for line in _locked()), encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "--python", _python(place), "install", "--quiet")
    must(*pip, "--only-binary", ":all:", "--constraint", exact, dist / f"leaderplan-{version}-py3-none-any.whl")
    # The source archive makes the same wheel, with what is there to make it.
    made = store / "from-source"
    shutil.rmtree(made, ignore_errors=True)
    source = dist / f"leaderplan-{version}.tar.gz"
    must(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", made, source)


def check(dist: Path, store: Path, work: Path, facts: Facts, transcript: Transcript) -> None:
    """It makes a plan, a document and pictures, so its resources are there; raises Failed."""
    place = store / "wheel"
    machine = Machine(str(place / ("Scripts" if os.name == "nt" else "bin") / facts.program.command), work, transcript)
    machine.home.mkdir()
    here = machine.environed(LEADERPLAN_PLAN=str(work / "plan"), QT_QPA_PLATFORM="offscreen")
    if machine.run("--version").partition("\n")[0] != f"{facts.program.name} {facts.version}":
        raise Failed("It is another version.")
    here.run("new", "--sample")
    jobs.documents(here)
    jobs.pictures(here)
    name = f"leaderplan-{facts.version}-py3-none-any.whl"
    if _inside(dist / name) != _inside(store / "from-source" / name):
        raise Failed("The source archive makes another wheel.")
    transcript.say("The source archive makes the same wheel, file by file.")


def _python(place: Path) -> Path:
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _locked() -> list[str]:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line[:1].isalnum()]


def _inside(path: Path) -> dict[str, int]:
    with zipfile.ZipFile(path) as packed:
        return {one.filename: one.CRC for one in packed.infolist()}
