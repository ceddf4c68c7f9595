from __future__ import annotations

from collections.abc import Callable

import pytest

from facts import read
from tests.commandline import leaderplan
from trial import versions
from trial.machine import Failed, Machine

FACTS = read()
FLOORS = FACTS.floors


def says(python: str = FLOORS["python"], qt: str = FLOORS["qt"], sqlite: str = FLOORS["sqlite"]) -> str:
    return f"echo 'LeaderPlan {FACTS.version}'; echo 'Python {python}, Qt {qt}, SQLite {sqlite}, Linux 6.1'"


Makes = Callable[[str], Machine]


def test_what_is_just_new_enough_passes_and_is_written_down(machine: Makes) -> None:
    tried = machine(says())
    versions.check(tried, FACTS)
    last = tried.transcript.lines[-1]
    assert all(f"{name} {floor} (at least {floor})" in last for name, floor in FLOORS.items())


def test_newer_ones_pass_by_number_and_not_by_letter(machine: Makes) -> None:
    versions.check(machine(says(python="3.100.0", qt="6.100", sqlite="3.100.0")), FACTS)


@pytest.mark.parametrize(
    ("older", "named"),
    [
        (says(sqlite="3.51.2"), r"SQLite 3\.51\.2|sqlite 3\.51\.2"),
        (says(sqlite="3.9.99"), r"sqlite 3\.9\.99"),
        (says(qt="6.11.2"), r"qt 6\.11\.2"),
        (says(python="3.10.14"), r"python 3\.10\.14"),
    ],
)
def test_a_package_with_something_older_fails(machine: Makes, older: str, named: str) -> None:
    with pytest.raises(Failed, match=f"carries ({named}); it has to be"):
        versions.check(machine(older), FACTS)


@pytest.mark.parametrize("name", ["Python", "Qt", "SQLite"])
def test_a_version_that_is_not_told_fails(machine: Makes, name: str) -> None:
    with pytest.raises(Failed, match=f"does not say which {name.lower()} it carries"):
        versions.check(machine(says().replace(f"{name} ", "Something ")), FACTS)


@pytest.mark.parametrize("said", ["true", "echo 'LeaderPlan 0.0.1'", f"echo 'OtherPlan {FACTS.version}'"])
def test_a_program_of_another_version_or_none_at_all_fails(machine: Makes, said: str) -> None:
    with pytest.raises(Failed, match="--version names"):
        versions.check(machine(said), FACTS)


def test_the_program_itself_says_what_is_looked_for() -> None:
    said = leaderplan("--version")
    lines = said.out.splitlines()
    assert lines[0] == f"LeaderPlan {FACTS.version}" and all(
        f"{name} " in lines[1] for name in ("Python", "Qt", "SQLite")
    )
