from __future__ import annotations

import time
from uuid import UUID

from leaderplan.domain.ids import new_id, shipped_id


def test_a_new_id_is_a_uuid_of_version_7_of_this_very_millisecond() -> None:
    before = time.time_ns() // 1_000_000
    made = UUID(new_id())
    assert made.version == 7
    assert before <= made.int >> 80 <= time.time_ns() // 1_000_000


def test_new_ids_differ() -> None:
    assert len({new_id() for _ in range(2_000)}) == 2_000


def test_a_shipped_id_depends_on_key_table_and_code_alone() -> None:
    assert shipped_id("a", "competency", "D1") == shipped_id("a", "competency", "D1")
    assert len({shipped_id("a", "competency", "D1"), shipped_id("b", "competency", "D1"),
                shipped_id("a", "level", "D1"), shipped_id("a", "competency", "D2")}) == 4  # fmt: skip
    assert UUID(shipped_id("a", "level", "1")).version == 5
