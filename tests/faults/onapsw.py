"""pytest -p tests.faults.onapsw: the tests of the store on the watched disk, to see that it is like the real one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.watching import watching


@pytest.fixture(autouse=True)
def on_a_watched_disk(tmp_path: Path) -> Iterator[None]:
    """Everything that the test does to its files goes by a watched disk."""
    with watching(tmp_path):
        yield
