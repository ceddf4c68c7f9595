"""A part of a plan, as lines and as values: each record once, each field that is filled."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import StringIO

from leaderplan.cli.passages import plain_files, plain_records, print_passages
from leaderplan.domain.fields import Attachment
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Evidence, Measure, Profile

PLAN = Plan.of((
    Profile(id="me-0000001", name="Rhian"),
    Achievement(id="queue-0001", title="Cut the queue", action="First.\nThen."),
    Measure(id="days-00001", of="queue-0001", name="Days"),
    Evidence(id="proof-0001", title="A letter", supports=("queue-0001",), attachment=Attachment("a" * 64, "l.pdf", 9)),
))  # fmt: skip


def test_lines_are_by_chapter_with_what_hangs_on_a_record_below_it() -> None:
    with redirect_stdout(StringIO()) as out:
        print_passages(PLAN)
    lines = out.getvalue().splitlines()
    heads = [line for line in lines if line and not line.startswith("      ")]
    assert heads == ["About me", "  -0000001  Profile: Rhian", "Achievements", "  eue-0001  Achievement: Cut the queue",
                     "    ys-00001  Measure: Days", "    oof-0001  Evidence: A letter"]  # fmt: skip
    assert lines[lines.index("      Action                 First.") + 1] == "                             Then."


def test_values_are_the_fields_that_are_filled() -> None:
    assert [record["table"] for record in plain_records(PLAN)] == ["achievement", "evidence", "measure", "profile"]
    assert plain_records(PLAN)[2] == {"table": "measure", "id": "days-00001", "of": "queue-0001", "name": "Days"}
    assert plain_files(PLAN) == [{"name": "l.pdf", "size": 9, "sha256": "a" * 64}]
