"""What the script is given besides the document: the share, the rules for an answer, and the words that it says."""

from __future__ import annotations

from typing import Any

from leaderplan import __version__
from leaderplan.domain.checks import LONGEST_TEXT
from leaderplan.domain.language import Language
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Collaboration, Competency, Descriptor, Framework, Level
from leaderplan.domain.review.anchor import AROUND
from leaderplan.domain.upgrades import FORMAT
from leaderplan.exchange.review import armour
from leaderplan.exchange.review.answer import FIELDS
from leaderplan.exchange.review.form.words import WORDS
from leaderplan.exchange.review.layout import (
    ANSWER_KIND,
    ANSWER_SUFFIX,
    LARGEST_JSON,
    LONGEST_LINE,
    MOST_COMMENTS,
    VERSION,
)
from leaderplan.exchange.review.package import Review

PROGRAM = f"{__version__} in a browser"
"""How the form names itself in an answer."""


def given(review: Review, language: Language) -> dict[str, Any]:
    """The fixed data of the form; nothing of it changes while a mentor writes."""
    head = review.head
    return {
        "head": {
            "format": ANSWER_KIND,
            "version": VERSION,
            "plan_format": FORMAT,
            "plan": head.plan,
            "round": head.round,
            "share": head.share,
        },
        "key": head.key,
        "program": PROGRAM,
        "title": head.title,
        "mentor": head.mentor,
        "fields": FIELDS,
        "around": AROUND,
        "longest": LONGEST_TEXT,
        "longest_line": LONGEST_LINE,
        "most": MOST_COMMENTS,
        "largest": LARGEST_JSON,
        "block": {"begin": armour.BEGIN, "end": armour.END, "width": armour.WIDTH},
        "suffix": ANSWER_SUFFIX,
        "praised": [Achievement.table, Collaboration.table],
        "levels": _levels(review.plan),
        "rated": _rated(review.plan),
        "words": {name: language.say(message) for name, message in WORDS.items()},
    }


def empty_book() -> dict[str, Any]:
    """What a mentor wrote, before they wrote anything."""
    return {"author": "", "comments": [], "sent": [], "at": 0}


def _levels(plan: Plan) -> dict[str, list[dict[str, str]]]:
    """The levels of each framework, the lowest first."""
    return {
        framework.id: [
            {"id": level.id, "title": level.title, "description": level.description}
            for level in sorted(
                plan.referring(Level, "framework", framework), key=lambda level: (level.rank or 0, level.id)
            )
        ]
        for framework in plan.all(Framework)
    }


def _rated(plan: Plan) -> dict[str, Any]:
    """The competencies that can be rated, which are no groups of others, with what they look like at each level."""
    groups = {competency.parent for competency in plan.all(Competency)}
    return {
        competency.id: {
            "framework": competency.framework,
            "says": {
                descriptor.level: descriptor.text
                for descriptor in plan.referring(Descriptor, "competency", competency)
                if descriptor.level
            },
        }
        for competency in plan.all(Competency)
        if competency.id not in groups and competency.framework
    }
