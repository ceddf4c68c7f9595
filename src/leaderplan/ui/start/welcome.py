"""The first thing that anybody sees: begin a plan, bring one along, or look around."""

from __future__ import annotations

from collections.abc import Callable

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.ui.widgets.empty import EmptyRow, EmptyState, EmptyWords


def welcome(
    language: Language, begin: Callable[[], object], find: Callable[[], object], example: Callable[[], object]
) -> EmptyState:
    """The view of a first start."""
    say = language.say
    words = EmptyWords(
        "trending-up",
        say(_("Welcome to LeaderPlan")),
        say(
            _(
                "Here you keep what you changed, with whom, and what it did for people – and make it the case for the "
                "role that you want. Everything stays on this computer."
            )
        ),
    )
    rows = (
        EmptyRow("file-plus", say(_("New here")), "", say(_("Begin a plan")), begin),
        EmptyRow(
            "archive-restore",
            say(_("I have a plan already")),
            say(_("from another computer")),
            say(_("Bring it here")),
            find,
        ),
        EmptyRow("book-open", say(_("Look around first")), "", say(_("Open the example")), example),
    )
    return EmptyState(words, rows)
