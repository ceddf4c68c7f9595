"""--version, held against the oldest that a package may carry."""

from __future__ import annotations

import re

from facts import Facts, parts
from trial.machine import Failed, Machine


def check(machine: Machine, facts: Facts) -> None:
    """The program says its own version and carries nothing older than package.toml allows; raises Failed."""
    said = machine.run("--version")
    first = said.partition("\n")[0]
    if first != f"{facts.program.name} {facts.version}":
        raise Failed(f"--version names “{first}”, and not {facts.version}.")
    carried = {name.lower(): version for name, version in re.findall(r"(Python|Qt|SQLite) ([\d.]+)", said)}
    for name, floor in facts.floors.items():
        if name not in carried:
            raise Failed(f"--version does not say which {name} it carries.")
        if parts(carried[name]) < parts(floor):
            raise Failed(f"The package carries {name} {carried[name]}; it has to be {floor} or newer.")
    machine.transcript.say(
        "  " + ", ".join(f"{name} {carried[name]} (at least {floor})" for name, floor in facts.floors.items())
    )
