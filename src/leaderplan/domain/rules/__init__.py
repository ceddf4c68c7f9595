"""What the plan tells its owner: the rules in one explicit tuple, and what they say.

Findings are advice. Each can be dismissed for one record; rule 9 alone also holds something back, in ``checks``.
Rule 13 counts words and says nothing by itself.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from leaderplan.domain.fields import Record
from leaderplan.domain.plan import Plan
from leaderplan.domain.records.grow import Dismissal
from leaderplan.domain.rules import (
    agreed_means_shared_risk,
    losing_touch,
    readiness,
    run_change_transform,
    story_check,
    suggested_competencies,
    untold_wins,
)
from leaderplan.domain.rules.finding import Action, Finding, Place, Rule

__all__ = ["BY_KEY", "RULES", "Action", "Finding", "Place", "Rule", "advise", "advise_record"]

RULES: tuple[Rule[Any], ...] = (
    readiness.RULE,
    run_change_transform.RULE,
    story_check.RULE,
    untold_wins.RULE,
    losing_touch.RULE,
    agreed_means_shared_risk.RULE,
    suggested_competencies.RULE,
)

BY_KEY: dict[str, Rule[Any]] = {rule.key: rule for rule in RULES}


def advise(plan: Plan, today: date, rule: str | None = None) -> tuple[Finding, ...]:
    """What the rules, or the one with this key, say of the plan, without the dismissed; KeyError for an unknown key."""
    asked = (BY_KEY[rule],) if rule else RULES
    dismissed = _dismissed(plan)
    return tuple(f for each in asked for f in each.findings(plan, today) if (f.rule, f.record, f.key) not in dismissed)


def advise_record(plan: Plan, record: Record, today: date) -> tuple[Finding, ...]:
    """What the rules say of one record, without the dismissed: what stands at the foot of its page."""
    dismissed = _dismissed(plan)
    return tuple(
        finding
        for rule in RULES
        if isinstance(record, rule.about)
        for finding in rule.of_record(plan, record, today)
        if (finding.rule, finding.record, finding.key) not in dismissed
    )


def _dismissed(plan: Plan) -> set[tuple[str, str, str]]:
    return {(each.rule, each.record or "", each.finding) for each in plan.all(Dismissal)}
