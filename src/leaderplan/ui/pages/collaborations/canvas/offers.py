"""What LeaderPlan offers by name: risks that each side might carry, and measures of what citizens experience."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from leaderplan import assets
from leaderplan.domain.ids import new_id
from leaderplan.domain.records import Better, Measure, Profile, Risk, SeenBy, Side
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet

_TEMPLATES: Final = "templates/en.toml"


@cache
def _templates() -> dict[str, Any]:
    return assets.read_toml(_TEMPLATES)


def risks(side: Side) -> list[dict[str, str]]:
    """The starting risks of one side: title, acceptable, stop_rule."""
    return [each for each in _templates()["risks"] if each["side"] == side.value]


def measures() -> list[dict[str, str]]:
    """The citizen measures: name, unit, better, formula, baseline, trap."""
    return list(_templates()["citizen_measures"])


def risk_from(sheet: Sheet, side: Side, offered: dict[str, str] | None, title: str) -> Risk:
    """A new risk of the collaboration, owned by whoever stands for that side."""
    record = sheet.record
    owner = record.lead
    if side is Side.IT:
        owner = record.co_owner or next((each.id for each in sheet.plan.all(Profile)), None)
    words = offered or {"title": title, "acceptable": "", "stop_rule": ""}
    return Risk(
        id=new_id(), collaboration=record.id, side=side, owner=owner,
        title=words["title"], acceptable=words["acceptable"], stop_rule=words["stop_rule"],
    )  # fmt: skip


def measure_from(sheet: Sheet, offered: dict[str, str] | None, name: str) -> Measure:
    """A new measure of the collaboration; one that is offered is seen by citizens."""
    if offered is None:
        return Measure(id=new_id(), of=sheet.id, name=name)
    return Measure(
        id=new_id(), of=sheet.id, name=offered["name"], unit=offered["unit"],
        better=Better(offered["better"]), seen_by=SeenBy.CITIZEN,
    )  # fmt: skip
