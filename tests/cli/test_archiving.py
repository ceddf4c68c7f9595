"""The whole plan out into a file and in again, as a script or a person does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaderplan.domain.plain import to_plain
from leaderplan.exchange import sealed
from leaderplan.exchange.sealed import Key
from leaderplan.store import Workspace
from tests.commandline import done, objects, refused

WORDS = "correct horse battery staple"


def everything(folder: Path) -> list[dict[str, object]]:
    with Workspace.open(folder) as workspace:
        return sorted((to_plain(record) for record in workspace.plan), key=lambda plain: str(plain["id"]))


@pytest.fixture
def archive(plan: Path, tmp_path: Path) -> Path:
    """An unsealed archive of a plan with one story."""
    done("put", "achievement", "-", stdin=objects({"title": "Moved in"}))
    done("export", "archive", "-o", str(tmp_path / "a.leaderplan"), "--unsealed")
    return tmp_path / "a.leaderplan"


def test_out_and_in_again_is_the_same_plan_and_the_one_before_is_set_aside(archive: Path, plan: Path) -> None:
    before = everything(plan)
    done("add", "Something that the archive does not know")
    later = everything(plan)
    said = done("import", str(archive), "--json").json
    assert said["step"] is None
    assert everything(plan) == before
    (aside,) = (plan / "set-aside").iterdir()
    assert everything(aside) == later


def test_on_a_new_computer_it_makes_the_plan(archive: Path, plan: Path, tmp_path: Path) -> None:
    new = tmp_path / "new" / "plan"
    said = done("import", str(archive), "--plan", str(new))
    assert "is the plan in" in said.out and "set aside" not in said.out
    assert everything(new) == everything(plan)


def test_a_dry_run_says_what_it_holds_and_leaves_the_plan(archive: Path, plan: Path) -> None:
    done("add", "Something that the archive does not know")
    before = everything(plan)
    assert "Nothing was stored" in done("import", str(archive), "--dry-run").out
    assert everything(plan) == before


@pytest.mark.timeout(120)
def test_sealed_by_six_words_that_are_told_once(plan: Path, tmp_path: Path) -> None:
    file, words = tmp_path / "s.leaderplan", tmp_path / "words.txt"
    said = done("export", "archive", "-o", str(file), "--json").json
    assert len(said["passphrase"].split()) == 6
    words.write_text(said["passphrase"].upper() + "\n", "utf-8")
    done("import", str(file), "--passphrase-file", str(words), "--plan", str(tmp_path / "new"))
    assert everything(tmp_path / "new") == everything(plan)
    words.write_text("some other words entirely", "utf-8")
    before = everything(plan)
    assert "does not open" in refused("import", str(file), "--passphrase-file", str(words))
    assert "--passphrase-file" in refused("import", str(file))
    assert everything(plan) == before


def test_a_passphrase_of_ones_own_is_not_printed(plan: Path, tmp_path: Path, monkeypatch) -> None:
    used = []

    def key_of(typed: str) -> Key:
        used.append(typed)
        return made

    made = cheap()
    monkeypatch.setattr(sealed, "new_key", key_of)
    (tmp_path / "words.txt").write_text(f"{WORDS}\nnot this line\n", "utf-8")
    file = tmp_path / "s.leaderplan"
    said = done("export", "archive", "-o", str(file), "--passphrase-file", str(tmp_path / "words.txt"))
    assert used == [WORDS] and WORDS not in said.out
    assert file.stat().st_size > 1000


def cheap() -> Key:
    """A key that took no time to make; nobody opens it by a passphrase."""
    import pyrage

    return Key(str(pyrage.x25519.Identity.generate()), b"age-encryption.org/v1\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("-o", "{out}", "--unsealed", "--passphrase-file", "{words}"), "Leave out one of the two"),
        (("-o", "{out}", "--passphrase-file", "{empty}"), "shorter than"),
        (("-o", "{nowhere}", "--unsealed"), "There is no folder"),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_no_file(plan: Path, tmp_path: Path, arguments, sentence) -> None:
    names = {"out": tmp_path / "a.leaderplan", "words": tmp_path / "w", "empty": tmp_path / "e"}
    names["words"].write_text(WORDS, "utf-8")
    names["empty"].write_text("\n", "utf-8")
    names["nowhere"] = tmp_path / "nowhere" / "a.leaderplan"
    assert sentence in refused("export", "archive", *(one.format(**names) for one in arguments))
    assert not list(tmp_path.rglob("*.leaderplan*"))


def test_a_file_that_is_no_archive_is_refused_and_the_plan_stays(plan: Path, tmp_path: Path) -> None:
    before = everything(plan)
    (tmp_path / "x.leaderplan").write_bytes(b"PK\x03\x04 and then nothing")
    refused("import", str(tmp_path / "x.leaderplan"))
    refused("import", str(tmp_path / "gone.leaderplan"), "--as", "archive")
    assert everything(plan) == before
    assert not (plan / "set-aside").exists()


def test_a_file_that_is_there_is_not_written_over_by_mistake(archive: Path) -> None:
    before = archive.read_bytes()
    assert "--force" in refused("export", "archive", "-o", str(archive), "--unsealed")
    assert archive.read_bytes() == before
    done("export", "archive", "-o", str(archive), "--unsealed", "--force")


def test_formats_name_it_both_ways() -> None:
    (row,) = [row for row in done("formats", "--json").json if row["format"] == "archive"]
    assert row["import"] and row["export"] and row["suffixes"] == [".leaderplan"]
    assert "archive" in done("formats").out
