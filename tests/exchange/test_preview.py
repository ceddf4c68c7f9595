from __future__ import annotations

from dataclasses import replace

from leaderplan.domain.changes import Imported
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import put
from leaderplan.domain.records import Achievement, Reading
from leaderplan.exchange.preview import preview
from tests.exchange.readers import ANN, ME, PLAN


def test_the_preview_counts_by_table_and_names_each_record() -> None:
    story = Achievement(id="s", title="Cut <b>claims</b>", ended=PartialDate(2025, 3))
    edit = put(PLAN, story, Reading(id="r"), replace(ANN, role="Head", email="a@b"), replace(ME, headline="x"))
    counts, lines = preview(Imported(edit))
    assert [(count.table, count.added, count.altered) for count in counts] == [
        ("profile", 0, 1), ("achievement", 1, 0), ("reading", 1, 0), ("person", 0, 1),
    ]  # fmt: skip
    assert [str(line) for line in lines] == [
        "New: Achievement: Cut <b>claims</b>, 2025-03",
        "New: Reading: Reading",
        "Changed: Person: Ann Price: Role, E-mail",
        "Changed: Profile: Sam Morgan: Headline",
    ]


def test_a_file_that_changes_nothing_has_an_empty_preview() -> None:
    assert preview(Imported(put(PLAN, ANN))) == ((), ())
