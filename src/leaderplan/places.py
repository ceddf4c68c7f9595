"""Where the plan lives, and which day it is: what the environment may decide."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from platformdirs import user_data_path

from leaderplan.domain.messages import _
from leaderplan.errors import UserError

_MOVED = "plan-is-in"


def _data() -> Path:
    return user_data_path("LeaderPlan", appauthor=False, roaming=False)


def plan_folder(named: str | None = None) -> Path:
    """The plan's folder: as named, else ``LEADERPLAN_PLAN``, else ``plan`` in the local application data directory.

    Where that holds no plan because it was moved, the folder to which it went.
    """
    chosen = named or os.environ.get("LEADERPLAN_PLAN")
    if chosen:
        return Path(chosen).absolute()
    usual = _data() / "plan"
    if not (usual / "plan.db").exists():
        with suppress(OSError, ValueError):
            moved = Path((_data() / _MOVED).read_text("utf-8").strip())
            if (moved / "plan.db").exists():
                return moved
    return usual


def remember_move(folder: Path) -> None:
    """Let later starts find the plan that was moved to ``folder``; that it could not be noted costs only that."""
    with suppress(OSError):
        _data().mkdir(parents=True, exist_ok=True)
        (_data() / _MOVED).write_text(f"{folder}\n", "utf-8")


def example_folder() -> Path:
    """Where the sample plan lies that the window shows as an example."""
    return _data() / "example"


def reviews_folder() -> Path:
    """Where lies what the person, as a mentor, has written on the reviews that they were sent."""
    return _data() / "reviews"


def run_folder() -> Path:
    """Where running windows say which plan they show."""
    return _data() / "run"


def today() -> date:
    """The day, which ``LEADERPLAN_TODAY`` may set for tests and for the sample."""
    given = os.environ.get("LEADERPLAN_TODAY")
    if not given:
        return date.today()  # noqa: DTZ011  # the day on the person's own calendar
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UserError(
            _("LEADERPLAN_TODAY is “{text}”, which is no day.", text=given), _("Set it to a day such as 2026-03-12.")
        ) from None
