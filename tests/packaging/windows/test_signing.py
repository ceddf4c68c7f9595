"""How what is ours is signed on Windows: the commands, and their order. None is run here."""

from __future__ import annotations

from pathlib import Path

import facts
from windows import signing

SET = {signing.CERTIFICATE: "ab12", signing.TIMESTAMP: "http://time.example"}


class Commands:
    """Remembers what would be run."""

    def __init__(self) -> None:
        self.run: list[list[str]] = []

    def __call__(self, *command: str | Path) -> str:
        self.run.append([str(word) for word in command])
        return ""


def test_what_others_made_keeps_its_own_signature(bundle: Path) -> None:
    (bundle / "_internal" / "sqlite3.dll").write_bytes(b"ours")
    names = [path.name for path in signing.ours(bundle, facts.read().program)]
    assert names == ["leaderplan.exe", "leaderplanw.exe", "sqlite3.dll"]


def test_files_are_signed_with_a_time_and_checked() -> None:
    commands = Commands()
    assert signing.sign([Path("a.exe"), Path("b.dll")], commands, SET) == "a.exe, b.dll: signed."
    sign, verify = commands.run
    assert sign[:2] == ["signtool", "sign"] and verify[:2] == ["signtool", "verify"]
    assert sign[-2:] == verify[-2:] == ["a.exe", "b.dll"]
    assert sign[sign.index("/sha1") + 1] == "ab12"
    assert sign[sign.index("/tr") + 1] == "http://time.example"


def test_without_a_certificate_it_says_so_and_runs_nothing() -> None:
    for missing in SET:
        commands = Commands()
        said = signing.sign([Path("a.exe")], commands, {name: SET[name] for name in SET if name != missing})
        assert "a.exe: not signed" in said and missing in said
        assert not commands.run
