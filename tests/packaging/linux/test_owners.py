"""Whose file it is, as dpkg tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from linux.owners import owner
from tests.packaging.linux.tools import need


def test_a_library_has_its_package() -> None:
    need("dpkg")
    libraries = sorted(Path("/usr/lib").glob("*/libc.so.6")) + sorted(Path("/lib").glob("*/libc.so.6"))
    if not libraries:
        pytest.skip("This system keeps its C library elsewhere.")
    assert owner(str(libraries[0])) == "libc6"


def test_a_file_that_nobody_packed_has_none(tmp_path: Path) -> None:
    assert owner(str(tmp_path / "libmine.so.1")) == ""


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ("libc6:amd64: {file}", "libc6"),
        ("one, two: {file}", "one"),
        (
            "diversion by glx from: {file}\ndiversion by glx to: {file}.old\nlibgl1:amd64: {file}",
            "libgl1",
        ),
        ("other: {file}.more", ""),
    ],
)
def test_the_answer_is_read_as_dpkg_writes_it(
    said: str, whose: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "libx.so.1"
    file.touch()
    answer = tmp_path / "bin" / "dpkg"
    answer.parent.mkdir()
    answer.write_text(f"#!/bin/sh\ncat <<'END'\n{said.format(file=file)}\nEND\n")
    answer.chmod(0o755)
    monkeypatch.setenv("PATH", f"{answer.parent}:/usr/bin:/bin")
    assert owner(str(file)) == whose
