"""How what is ours is signed on Windows: the commands, and their order. None is run here."""

from __future__ import annotations

from pathlib import Path

import pytest

import facts
from trouble import Trouble
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


def test_installers_are_signed_where_they_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    files = [tmp_path / "one.msi", tmp_path / "two.msi"]
    for file in files:
        file.touch()
    commands = Commands()
    assert signing.main(["one.msi", "two.msi"], commands, SET) == 0
    assert [words[-2:] for words in commands.run] == [[str(file) for file in files]] * 2
    assert capsys.readouterr().out == "one.msi, two.msi: signed.\n"


def test_a_release_without_a_certificate_goes_on_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.msi").touch()
    commands = Commands()
    unset = dict.fromkeys(SET, "")  # as GitHub passes on a secret that nobody set
    assert signing.main([str(tmp_path / "one.msi")], commands, unset) == 0 and not commands.run
    assert "one.msi: not signed" in capsys.readouterr().out


def test_a_signature_that_fails_stops_the_release(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(*_command: str | Path) -> str:
        raise Trouble("no such certificate")

    (tmp_path / "one.msi").touch()
    assert signing.main([str(tmp_path / "one.msi")], refuse, SET) == 1
    assert capsys.readouterr().err == "no such certificate\n"


def test_nothing_to_sign_is_no_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = Commands()
    assert signing.main([], commands, SET) == 2 and "python -m windows.signing" in capsys.readouterr().err
    assert signing.main([str(tmp_path / "*.msi")], commands, SET) == 2 and "not there" in capsys.readouterr().err
    assert not commands.run
