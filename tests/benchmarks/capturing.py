"""Quick capture: what understanding a line costs while it is typed, at its usual and at its greatest length."""

from __future__ import annotations

from pathlib import Path

from leaderplan.domain.capture import KnownPerson, understand
from tests.benchmarks.plans import TODAY
from tests.benchmarks.timing import each, line, p95

PEOPLE = tuple(KnownPerson(f"p{n}", f"Person Name{n}") for n in range(1_000))
USUAL = "Cut benefit claims from 21 to 4 days with Ann Price last March #transform"
LONG = ("1 to 1 to ", "May Jones in May ", "3 d 4 h ", "up 12 to 78% ", "Ab ", "9")


def run(_folder: Path) -> None:
    """Print the figures."""
    usual = understood(USUAL, 200)
    line("a usual line understood, 1,000 people known, p95", f"{usual:.1f} ms", "goal 16 ms painted")
    worst = max(understood((part * 10_000)[:10_000], 5) for part in LONG)
    line("10,000 characters understood, worst of six shapes", f"{worst:.0f} ms")


def understood(text: str, times: int) -> float:
    """How long it takes to understand a text; milliseconds, p95."""
    return p95(each(lambda _turn: understand(text, TODAY, PEOPLE), times))
