"""The program's jobs without its window: a sample, documents, pictures, archives and reviews both ways, old plans."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from facts import ROOT
from leaderplan.domain.records import RECORDS
from trial.machine import Failed, Machine

OLD: Final = ROOT / "tests" / "old_files"
_ATTACHED: Final = b"Thanks"
"""What is attached in the plan of every version that was kept."""
REVIEW: Final = "sample.leaderplan-review"
ANSWER: Final = "sample.leaderplan-answer"
MENTOR: Final = "Smoke Mentor"
PASSPHRASE: Final = "ladder-acorn-violin-tundra-cobalt-harvest"


def check(machine: Machine) -> None:
    """Do each on a plan of its own; raises Failed."""
    plan = machine.work / "sample"
    here = machine.environed(LEADERPLAN_PLAN=str(plan), QT_QPA_PLATFORM="offscreen")
    here.run("new", "--sample")
    _is_whole(here)
    documents(here)
    pictures(here)
    archives(here)
    reviews(here)
    old_plans(here)
    newer_plan(here)


def documents(machine: Machine) -> None:
    """Every layout that there is becomes a PDF."""
    names = [one["layout"] for one in json.loads(machine.run("layouts", "--json", quiet=True))]
    if not names:
        raise Failed("There are no layouts.")
    for name in names:
        path = machine.work / f"{name}.pdf"
        machine.run("document", name, "-o", path)
        if not path.read_bytes().startswith(b"%PDF-"):
            raise Failed(f"{path} is no PDF.")


def pictures(machine: Machine) -> None:
    """Every page of the window is drawn: fonts, icons and themes are found."""
    said = machine.run("pictures", "-o", machine.work / "pictures", "--theme", "light", "--size", "900x600")
    if not said:
        raise Failed("No picture was made.")
    for line in said.splitlines():
        if not Path(line).read_bytes().startswith(b"\x89PNG"):
            raise Failed(f"{line} is no picture.")


def archives(machine: Machine) -> None:
    """A sealed archive comes back as the same plan."""
    words = machine.work / "passphrase.txt"
    words.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    archive = machine.work / "sample.leaderplan"
    machine.run("export", "archive", "-o", archive, "--passphrase-file", words)
    again = machine.environed(LEADERPLAN_PLAN=str(machine.work / "again"))
    again.run("import", archive, "--passphrase-file", words)
    if records(again) != records(machine):
        raise Failed("What came back from the archive is not what went into it.")
    _is_whole(again)  # its attachments too


def reviews(machine: Machine) -> None:
    """A review goes out, and an answer to it is written and would be taken in."""
    sent, back, words = (machine.work / name for name in (REVIEW, ANSWER, "comments.json"))
    said = [{"kind": "three_words", "text": "Plain, patient, brave"}]
    words.write_text(json.dumps(said), encoding="utf-8")
    machine.run("share", "-o", sent, "--mentor", MENTOR)
    machine.run("review", sent, "--answer", back, "--comments", words)
    told = json.loads(machine.run("merge", back, "--dry-run", "--json", quiet=True))
    offered = told[0] if isinstance(told, list) else told
    if (offered["in_file"], offered["new"]) != (len(said), len(said)):
        raise Failed(f"An answer to a review brings {offered}.")


def old_plans(machine: Machine) -> None:
    """The plan of every released format opens and is whole."""
    kept = [*sorted(OLD.glob("format_*.sql")), *sorted(OLD.glob("plan_of_*.db.gz"))]
    if not kept:
        raise Failed(f"There are no old plans in {OLD}.")
    for file in kept:
        plan = machine.work / file.stem
        (plan / "attachments").mkdir(parents=True)
        (plan / "attachments" / hashlib.sha256(_ATTACHED).hexdigest()).write_bytes(_ATTACHED)
        if file.suffix == ".gz":
            (plan / "plan.db").write_bytes(gzip.decompress(file.read_bytes()))
        else:
            with closing(sqlite3.connect(plan / "plan.db")) as db:
                db.executescript(file.read_text(encoding="utf-8"))
        _belongs_to(machine, plan)
        there = machine.environed(LEADERPLAN_PLAN=str(plan))
        there.run("list", "achievement")
        _is_whole(there)
    for number, archive in enumerate(sorted(OLD.glob("*.leaderplan"))):
        there = machine.environed(LEADERPLAN_PLAN=str(machine.work / f"archived-{number}"))
        copy = machine.work / archive.name
        shutil.copyfile(archive, copy)
        _belongs_to(machine, copy)
        there.run("import", copy)
        _is_whole(there)


def newer_plan(machine: Machine) -> None:
    """A plan of a later version is refused in a sentence, and not a byte of it changes."""
    plan = machine.work / "newer"
    shutil.copytree(Path(machine.environment["LEADERPLAN_PLAN"]), plan)
    with closing(sqlite3.connect(plan / "plan.db")) as db:
        db.execute("PRAGMA user_version = 9999")
    _belongs_to(machine, plan)
    before = digest(plan)
    said = machine.environed(LEADERPLAN_PLAN=str(plan)).refused("list", "achievement")
    if "newer" not in said:
        raise Failed(f"Of a newer plan it says only: {said}")
    if digest(plan) != before:
        raise Failed("A newer plan was changed.")


def digest(plan: Path) -> str:
    """One digest over the records' file of a plan and all its attachments, with their names."""
    attached = sorted(path for path in (plan / "attachments").rglob("*") if path.is_file())
    lines = [f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n" for path in (plan / "plan.db", *attached)]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def records(machine: Machine) -> Any:
    """Every record of every table, as JSON prints it."""
    return {one.table: json.loads(machine.run("list", one.table, "--json", quiet=True)) for one in RECORDS}


def _is_whole(machine: Machine) -> None:
    if not json.loads(machine.run("check", "--json", quiet=True))["ok"]:
        raise Failed(f"The plan in {machine.environment['LEADERPLAN_PLAN']} is not whole.")


def _belongs_to(machine: Machine, path: Path) -> None:
    """What was put there by root is the person's."""
    if machine.user:
        for one in (path, *path.rglob("*")):
            shutil.chown(one, machine.user, machine.user)
