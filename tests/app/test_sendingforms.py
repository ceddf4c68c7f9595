"""The form for a browser is written beside the review file where it is asked for, and of the same share."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from leaderplan.app.reviewing import Reviewing
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Round
from leaderplan.domain.review import sending
from leaderplan.domain.review.sending import Wish
from leaderplan.newplan import new_plan
from leaderplan.store import Workspace

TODAY = date(2026, 3, 12)


def wish(workspace: Workspace) -> Wish:
    mentor = sending.mentor_named(workspace.plan, "Zoë Quill")
    return Wish(sending.everything(workspace.plan), mentor, "Where would a panel stop believing me?")


def test_the_form_is_of_the_share_that_was_sent(tmp_path: Path) -> None:
    workspace = new_plan(tmp_path / "plan", sample=True, today=TODAY)
    try:
        form = tmp_path / "form.html"
        target = tmp_path / "zoe.leaderplan-review"
        id, lies = Reviewing(workspace, ENGLISH).send(wish(workspace), target, None, form, lambda _done, _all: None)
        round = workspace.plan.get(Round, id)
    finally:
        workspace.close()
    found = re.search(r'id="given">(.*?)</script>', form.read_text())
    assert round and found and lies == form
    given = json.loads(found[1])
    assert (given["key"], given["head"]["share"], given["head"]["round"]) == (round.key, round.share, id)
    assert given["mentor"] == "Zoë Quill"


def test_without_a_place_for_it_there_is_no_form(tmp_path: Path) -> None:
    workspace = new_plan(tmp_path / "plan", sample=True, today=TODAY)
    try:
        target = tmp_path / "zoe.leaderplan-review"
        Reviewing(workspace, ENGLISH).send(wish(workspace), target, None, None, lambda _done, _all: None)
    finally:
        workspace.close()
    assert target.exists()
    assert list(tmp_path.glob("*.html")) == []
