"""Where in the window something is."""

from __future__ import annotations

import pytest

from leaderplan.domain.messages import _
from leaderplan.domain.rules import Action
from leaderplan.domain.rules import Place as Fix
from leaderplan.ui.place import Place, place_of


@pytest.mark.parametrize(
    ("fix", "place"),
    [
        (Fix("people"), Place("people")),
        (Fix("people", "ann", "role"), Place("people", "ann", "role")),
        (Fix("people", "ann", adds="conversation"), Place("people", "ann", "+conversation")),
    ],
)
def test_the_button_of_a_finding_leads_to_its_fix(fix: Fix, place: Place) -> None:
    assert place_of(Action(_("Go"), fix)) == place
