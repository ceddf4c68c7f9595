"""The window remembers plain values, and nothing breaks when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaderplan.ui.settings import Settings


def test_what_was_kept_is_there_again_after_a_start(tmp_path: Path) -> None:
    first = Settings(tmp_path / "deep" / "window.json")
    first.keep("page", "people")
    first.keep("window", [1280, 800])
    first.keep("text_scale", 1.5)
    first.save()
    again = Settings(tmp_path / "deep" / "window.json")
    assert again.text("page") == "people"
    assert again.numbers("window") == [1280, 800]
    assert again.number("text_scale", 1.0) == 1.5


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b'{"page": 3, "window": "x"}'])
def test_a_damaged_file_counts_as_nothing_remembered(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "window.json"
    file.write_bytes(content)
    found = Settings(file)
    assert found.text("page", "home") == "home"
    assert found.numbers("window") == []


def test_a_folder_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    found = Settings(tmp_path / "file" / "window.json")
    found.keep("page", "people")
    found.save()
    assert found.text("page") == "people"
