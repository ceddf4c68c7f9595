"""Where the plan lives, and which day it is: what the environment may decide."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from platformdirs import user_data_path

from leaderplan.domain.messages import _
from leaderplan.errors import UserError


def plan_folder(named: str | None = None) -> Path:
    """The plan's folder: as named, else ``LEADERPLAN_PLAN``, else ``plan`` in the local application data directory."""
    chosen = named or os.environ.get("LEADERPLAN_PLAN")
    return Path(chosen).absolute() if chosen else user_data_path("LeaderPlan", appauthor=False, roaming=False) / "plan"


def example_folder() -> Path:
    """Where the sample plan lies that the window shows as an example."""
    return user_data_path("LeaderPlan", appauthor=False, roaming=False) / "example"


def run_folder() -> Path:
    """Where running windows say which plan they show."""
    return user_data_path("LeaderPlan", appauthor=False, roaming=False) / "run"


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
