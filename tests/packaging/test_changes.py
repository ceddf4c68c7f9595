from __future__ import annotations

from datetime import date

import pytest

import changes
from changes import Release, Unclear, releases
from facts import version

TEXT = """# Changes

What is new.

## Not yet released

- What *will* come, in two
  lines, with `a name` and [a page](docs/page.md).

## 0.1.0 (2026-03-12)

- A window.
- snake_case stays
"""
RELEASED = Release("0.1.0", date(2026, 3, 12), ("A window.", "snake_case stays"))


def test_each_version_is_told_as_plain_text_newest_first() -> None:
    coming = Release("0.2.0", None, ("What will come, in two lines, with a name and a page.",))
    assert releases("0.2.0", TEXT) == (coming, RELEASED)


def test_what_is_to_come_does_not_belong_to_a_version_that_is_out() -> None:
    assert releases("0.1.0", TEXT) == (RELEASED,)


def test_a_heading_that_means_nothing_is_found() -> None:
    with pytest.raises(Unclear, match=r"0\.1\.0, March"):
        releases("0.1.0", TEXT.replace("0.1.0 (2026-03-12)", "0.1.0, March"))


def test_the_day_is_that_of_the_release_else_of_the_source_and_never_today() -> None:
    source = {"SOURCE_DATE_EPOCH": "1773273600"}
    assert changes.day("0.1.0", TEXT, source) == date(2026, 3, 12)
    assert changes.day("0.2.0", TEXT, {"SOURCE_DATE_EPOCH": "1775000000"}) == date(2026, 3, 31)
    assert changes.day("0.2.0", TEXT, {}) == date(1970, 1, 1)


def test_the_changes_of_this_source_can_be_read() -> None:
    newest = releases(version())[0]
    assert newest.version == version() and len(newest.points) > 5
