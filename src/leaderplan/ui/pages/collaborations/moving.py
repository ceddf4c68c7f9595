"""Moving a collaboration from stage to stage; rule 9 holds it back before it is agreed, and yields to a reason."""

from __future__ import annotations

from leaderplan.domain import edits
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Collaboration, Service, Stage
from leaderplan.domain.rules.agreed_means_shared_risk import SHARED, missing
from leaderplan.ui.desk import Desk

STAGES = tuple(Stage)


def beside(record: Collaboration, by: int) -> Stage | None:
    """The stage ``by`` steps on, or back where it is negative; None beyond the first and the last."""
    place = STAGES.index(record.stage or Stage.SPOTTED) + by
    return STAGES[place] if 0 <= place < len(STAGES) else None


def refusal(plan: Plan, record: Collaboration, stage: Stage) -> Message | None:
    """Why the record cannot take that stage yet; None where it can."""
    if stage not in SHARED or record.stage in SHARED or record.agreed_without.strip():
        return None
    lacks = missing(plan, record)
    if not lacks:
        return None
    service = plan.get(Service, record.service)
    name = service.name if service else record.title
    return _("{name} still lacks {missing}.", name=name, missing=tuple(lack.message for lack in lacks))


def move(desk: Desk, record: Collaboration, stage: Stage, by: object, join: object = None, reason: str = "") -> bool:
    """Give the record another stage, with the reason why it is agreed all the same; whether it was stored."""
    fields: dict[str, object] = {"stage": stage}
    if reason.strip():
        fields["agreed_without"] = reason.strip()
    label = _("Move {title} to {stage}", title=record.title, stage=stage.label)
    edit = edits.alter(desk.plan, record, label, **fields)
    return bool(edit) and desk.commit(edit, by, join)
