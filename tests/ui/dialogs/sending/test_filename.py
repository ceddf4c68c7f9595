from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from leaderplan.ui.dialogs.sending.filename import file_name, form_beside

DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("mentor", "name"),
    [
        ("Nadia Khan", "Nadia Khan 2026-03-12.leaderplan-review"),
        ("a/b\\c: d?", "a b c d 2026-03-12.leaderplan-review"),
        ("CON", "CON 2026-03-12.leaderplan-review"),
        ("...", "2026-03-12.leaderplan-review"),
        ("x" * 300, "x" * 60 + " 2026-03-12.leaderplan-review"),
        ("Zoë\nÅse", "Zoë Åse 2026-03-12.leaderplan-review"),
    ],
)
def test_a_file_is_called_after_the_mentor_and_the_day(mentor: str, name: str) -> None:
    assert file_name(mentor, DAY) == name


def test_the_page_is_called_as_the_file() -> None:
    assert form_beside(Path("a/Ann 2.3.leaderplan-review")) == Path("a/Ann 2.3.html")
