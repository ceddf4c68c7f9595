from __future__ import annotations

from datetime import UTC, datetime

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Kind, Spec
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.records import Effort, Mode
from leaderplan.domain.written import items, written

NAMES = {"ann": "Ann Price"}


def words(spec: Spec, value: object) -> str:
    return written(ENGLISH, lambda id: NAMES.get(id, "somebody"), spec, value)


@pytest.mark.parametrize(("kind", "value", "expected"), [
    (Kind.DATE, PartialDate(2025, 9), "Sep 2025"),
    (Kind.FLAG, True, "yes"),
    (Kind.FLAG, False, ""),
    (Kind.NUMBER, 1234.5, "1,234.5"),
    (Kind.LEVEL, 0, "0"),
    (Kind.CHOICE, Mode.RUN, "RUN"),
    (Kind.CHOICE, None, ""),
    (Kind.REFERENCE, "ann", "Ann Price"),
    (Kind.REFERENCES, ("ann", "bob"), "Ann Price and somebody"),
    (Kind.TAGS, (), ""),
    (Kind.PROSE, "One.\nTwo.", "One.\nTwo."),
])  # fmt: skip
def test_each_kind_of_field_is_written_for_a_reader(kind: Kind, value: object, expected: str) -> None:
    assert words(Spec(_("Field"), kind), value) == expected


def test_a_moment_is_written_in_local_time() -> None:
    assert "2026" in words(Spec(_("Seen"), Kind.MOMENT), datetime(2026, 3, 12, 9, 30, tzinfo=UTC))


def test_the_parts_of_a_share_are_items_with_their_names() -> None:
    spec = Spec(_("Effort"), Kind.SHARE, choices=Effort)
    shares = (55, *[45] * (len(Effort) - 1))
    assert items(ENGLISH, str, spec, shares)[0] == f"{next(iter(Effort)).label} 55 %"
    assert items(ENGLISH, str, spec, ()) == []
