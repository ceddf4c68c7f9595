"""A passphrase comes from the first line of a file, or from a person at a terminal; it is never asked elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pytest

from leaderplan.cli import passphrases
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.exchange import sealed
from tests.commandline import Stream

SEALED = _("It is sealed.")


@pytest.fixture(autouse=True)
def tried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was tried, instead of the seconds that trying takes."""
    found: list[str] = []
    monkeypatch.setattr(sealed, "unlock", lambda _locked, typed: found.append(typed))
    return found


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("correct horse battery staple\nnot this\n", "correct horse battery staple"),
        ("\ufeff  correct  horse \r\n", "correct horse"),
        ("ABACUS Abdomen abdominal abide abiding ability", "abacus abdomen abdominal abide abiding ability"),
        ("\n\n", ""),
    ],
)
def test_the_first_line_of_a_file_is_the_passphrase(tmp_path: Path, tried: list[str], written: str, meant: str) -> None:
    (tmp_path / "words").write_text(written, "utf-8")
    passphrases.unlocked(b"", tmp_path / "words", SEALED)
    assert tried == [meant]


def test_a_person_is_asked_at_a_terminal_only(monkeypatch: pytest.MonkeyPatch, tried: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", Stream(terminal=True))
    monkeypatch.setattr(click, "prompt", lambda *_all, **_more: " some  words ")
    passphrases.unlocked(b"", None, SEALED)
    assert tried == ["some words"]
    monkeypatch.setattr(sys, "stdin", Stream())
    with pytest.raises(UserError, match="It is sealed") as caught:
        passphrases.unlocked(b"", None, SEALED)
    assert "--passphrase-file" in str(caught.value.todo)
