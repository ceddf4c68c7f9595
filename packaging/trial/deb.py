"""The .deb on a bare Debian 12: installed over an older one, used, its files opened, removed; the plan stays."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from facts import Facts, read
from trial import archive as archive_trial
from trial import bare, versions, window, work
from trial import review as review_trial
from trial.desktop import Desktop, desktop
from trial.machine import Failed, Machine, Transcript

_OLDER: Final = "0.0.1"
_PERSON: Final = 1000


def prepare(dist: Path, store: Path) -> None:
    """Make the system, and lay in it what the package will ask for; this needs a network. Raises Trouble."""
    facts = read()
    root = bare.fresh(store)
    package = bare.package(dist, facts)
    bare.older(package, _OLDER, root / "var" / "leaderplan-older.deb")
    shutil.copyfile(package, root / "var" / "leaderplan.deb")
    bare.fetch(root, "/var/leaderplan.deb")


def check(dist: Path, store: Path, folder: Path, facts: Facts, transcript: Transcript) -> None:
    """All of it; raises Failed."""
    root = bare.mounted(store, folder)
    admin = Machine("/usr/bin/leaderplan", folder, transcript, root)
    person = Machine("/usr/bin/leaderplan", folder, transcript, root, _PERSON)
    person.home.mkdir()
    shutil.chown(folder, _PERSON, _PERSON)
    shutil.chown(person.home, _PERSON, _PERSON)
    plan = folder / "kept"
    here = person.environed(LEADERPLAN_PLAN=str(plan))

    transcript.say("-- An older version is installed, and a plan made.")
    admin.do("apt-get", "install", "--yes", "-qq", "/var/leaderplan-older.deb")
    here.run("new", "--sample")
    before = work.digest(plan)

    transcript.say("-- This version is installed over it.")
    admin.do("apt-get", "install", "--yes", "-qq", "/var/leaderplan.deb")
    admin.do("dpkg-query", "--show", "--showformat=${Package} ${Version} ${db:Status-Status}\n", facts.program.command)
    _demand(not (root / bare.LEFT_BEHIND).exists(), "A file of the older version was left behind.")
    _demand(work.digest(plan) == before, "The plan was changed by installing.")
    _demand(not admin.do("dpkg", "--verify", facts.program.command), "Files are not as they were packed.")

    versions.check(person, facts)
    work.check(person)
    with desktop(folder / "desktop", dist, _PERSON) as screen:
        window.check(person, screen, plan)
        double_click(here, screen)

    transcript.say("-- It is removed.")
    kept = work.digest(plan)
    admin.do("apt-get", "purge", "--yes", "-qq", facts.program.command)
    left = [path for top in ("etc", "usr", "opt") for path in (root / top).rglob(f"*{facts.program.command}*")]
    _demand(not left, f"Removing left {left}.")
    _demand(work.digest(plan) == kept, "The plan was changed by removing.")
    transcript.say("Nothing of it is left; the plan is there, unchanged.")


def double_click(machine: Machine, screen: Desktop) -> None:
    """What a file manager does with files of each type opens them in LeaderPlan; raises Failed."""
    here = machine.environed(**screen.environment)
    for kind in read().file_types:
        known = here.do("xdg-mime", "query", "filetype", machine.work / f"sample{kind.suffix}").strip()
        _demand(known == kind.mime, f"A file {kind.suffix} is taken for {known}.")
        here.do("xdg-mime", "query", "default", known)
    archive_trial.check(machine, screen, machine.work / "sample.leaderplan", "xdg-open")
    review_trial.check(machine, screen, "xdg-open")


def _demand(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Failed(otherwise)
