"""Where in the window a record is looked at."""

from __future__ import annotations

from typing import Final

from leaderplan.domain.fields import Record
from leaderplan.domain.plan import Plan
from leaderplan.ui.place import Place

_PAGES: Final = {
    "achievement": "achievements",
    "collaboration": "collaborations",
    "person": "people",
    "competency": "competencies",
    "framework": "competencies",
    "level": "competencies",
    "profile": "portfolio",
    "post": "portfolio",
    "document": "portfolio",
    "round": "reviews",
    "comment": "reviews",
    "stray_answer": "reviews",
}
_OWNERS: Final = (
    "achievement",
    "of",
    "collaboration",
    "person",
    "competency",
    "measure",
    "supports",
    "document",
    "owner",
    "service",
)
_ICONS: Final = {
    "achievements": "trophy",
    "collaborations": "handshake",
    "people": "users",
    "competencies": "grid-3x3",
    "portfolio": "briefcase",
    "reviews": "message-square-text",
}
_ICONS_OF: Final = {
    "conversation": "message-circle",
    "measure": "ruler",
    "reading": "ruler",
    "evidence": "paperclip",
    "telling": "megaphone",
    "milestone": "milestone",
    "service": "building-2",
    "action": "circle-check",
}


def where(plan: Plan, record: Record) -> Place | None:
    """On its own page, or on that of what it belongs to; None for what is shown nowhere."""
    seen: set[str] = set()
    here: Record | None = record
    while here is not None and here.id not in seen:
        seen.add(here.id)
        if here.table in _PAGES:
            return Place(_PAGES[here.table], here.id)
        here = _owner(plan, here)
    return None


def _owner(plan: Plan, record: Record) -> Record | None:
    for field in _OWNERS:
        value = getattr(record, field, None)
        for id in value if isinstance(value, tuple) else (value,):
            if owner := plan.find(id):
                return owner
    return None


def icon_of(table: str) -> str:
    """The icon of a kind of record."""
    return _ICONS_OF.get(table) or _ICONS.get(_PAGES.get(table, ""), "pencil")
