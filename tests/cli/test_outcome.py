from __future__ import annotations

import json

import pytest

from leaderplan.cli.outcome import print_step
from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.messages import _
from leaderplan.domain.records import Claim, Person

ANN, BEN = Person(id="a", name="Ann"), Person(id="a", name="Ben")
CLAIM = Claim(id="c", achievement="x", competency="y")
EDIT = ChangeSet(_("All"), (Change.of(None, CLAIM), Change.of(ANN, BEN), Change.of(ANN, None)))


def test_a_step_is_printed_as_its_number_its_records_and_its_notes(capsys: pytest.CaptureFixture[str]) -> None:
    print_step(4, EDIT, True, [_("Noted.")])
    assert json.loads(capsys.readouterr().out) == {
        "step": 4,
        "records": [
            {"id": "c", "table": "claim", "change": "added"},
            {"id": "a", "table": "person", "change": "altered"},
            {"id": "a", "table": "person", "change": "removed"},
        ],
        "notes": ["Noted."],
    }


def test_a_step_is_told_with_one_line_for_each_record(capsys: pytest.CaptureFixture[str]) -> None:
    print_step(4, EDIT, False, [_("Noted.")])
    assert capsys.readouterr().out.splitlines() == [
        "added    claim          c",
        "altered  person         a  Ben",
        "removed  person         a  Ann",
        "Noted.",
    ]
