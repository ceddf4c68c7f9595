"""A reader and a writer of their own, by docs/formats/archive.md and nothing else, meet LeaderPlan's."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pyrage

from leaderplan.exchange.sealed import new_key, open_sealed, seal, sealed_key, unlock
from tests.exchange.archive.made import HEAD, archived, content, every_record, kept, worked_in

PASSPHRASE = "correct horse battery staple"


def unsealed(file: io.BytesIO, passphrase: str) -> io.BytesIO:
    """What `unzip` and two calls of `age` do."""
    with zipfile.ZipFile(file) as found:
        assert sorted(found.namelist()) == ["archive.age", "key.age"]
        key = pyrage.passphrase.decrypt(found.read("key.age"), passphrase).decode().strip()
        return io.BytesIO(pyrage.decrypt(found.read("archive.age"), [pyrage.x25519.Identity.from_str(key)]))


def read(file: io.BytesIO) -> tuple[dict[str, Any], dict[str, list[Any]], dict[str, bytes]]:
    """The manifest, the rows by table and the attachments by digest."""
    tables, files = {}, {}
    with zipfile.ZipFile(file) as found:
        manifest = json.loads(found.read("manifest.json"))
        assert sorted(manifest["entries"]) == sorted(set(found.namelist()) - {"manifest.json"})
        for name, entry in manifest["entries"].items():
            data = found.read(name)
            assert entry["size"] == len(data) and entry["sha256"] == hashlib.sha256(data).hexdigest()
            folder, _slash, rest = name.partition("/")
            if folder == "attachments":
                files[rest] = data
            else:
                tables[rest.removesuffix(".jsonl")] = [json.loads(line) for line in data.decode().split("\n")[:-1]]
                assert entry["rows"] == len(tables[rest.removesuffix(".jsonl")])
    return manifest, tables, files


def written(tables: dict[str, list[Any]], files: dict[str, bytes]) -> io.BytesIO:
    """An archive by another program, which likes other orders and other blanks."""
    history = {"step": "history", "change": "history", "draft": "drafts"}
    entries: dict[str, Any] = {}
    with zipfile.ZipFile(target := io.BytesIO(), "w") as made:

        def add(name: str, data: bytes, **more: int) -> None:
            how = zipfile.ZIP_STORED if name.startswith("attachments/") else zipfile.ZIP_DEFLATED
            made.writestr(name, data, how)
            entries[name] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)} | more

        for digest, data in files.items():
            add(f"attachments/{digest}", data)
        for table, rows in tables.items():
            lines = "".join(json.dumps(row, sort_keys=True, indent=None) + "\n" for row in rows)
            add(f"{history.get(table, 'records')}/{table}.jsonl", lines.encode(), rows=len(rows))
        manifest = {
            "plan": "me", "written_by": "another program", "written_at": "2026-03-12T10:30:00+01:00", "note": "mine",
            "missing": [], "entries": entries, "plan_format": 2, "version": 1, "format": "leaderplan-archive",
        }  # fmt: skip
        made.writestr("manifest.json", json.dumps(manifest))
    return target


def test_another_program_reads_what_leaderplan_writes_sealed_or_not(tmp_path: Path) -> None:
    tables = every_record() | {name: rows for name, rows in worked_in(tmp_path).items() if name in ("step", "change")}
    whole = archived(tables, kept(tmp_path / "files", b"photo", b""))
    whole.seek(0)
    seal(whole, sealed := io.BytesIO(), new_key(PASSPHRASE))
    for file in (whole, unsealed(sealed, PASSPHRASE)):
        manifest, rows, files = read(file)
        assert rows == tables
        assert sorted(files.values()) == [b"", b"photo"]
        assert (manifest["format"], manifest["version"], manifest["plan"]) == ("leaderplan-archive", 1, HEAD.plan)
        assert (manifest["plan_format"], manifest["written_by"]) == (HEAD.plan_format, HEAD.written_by)
        assert (manifest["written_at"], manifest["missing"]) == ("2026-03-12T09:30:00.000000Z", [])


def test_leaderplan_reads_what_another_program_writes_sealed_or_not(tmp_path: Path) -> None:
    tables = {name: rows for name, rows in worked_in(tmp_path).items() if rows}
    photo = hashlib.sha256(b"photo").hexdigest()
    whole = written(tables, {photo: b"photo"})
    assert content(whole) == (tables, {photo: b"photo"})
    identity = pyrage.x25519.Identity.generate()
    with zipfile.ZipFile(sealed := io.BytesIO(), "w") as made:
        made.writestr("archive.age", pyrage.encrypt(whole.getvalue(), [identity.to_public()]))
        noted = f"# created today\n# public key: {identity.to_public()}\n{identity}\n"
        made.writestr("key.age", pyrage.passphrase.encrypt(noted.encode(), PASSPHRASE))
    locked = sealed_key(sealed)
    assert locked
    open_sealed(sealed, opened := io.BytesIO(), unlock(locked, PASSPHRASE))
    assert content(opened) == (tables, {photo: b"photo"})
