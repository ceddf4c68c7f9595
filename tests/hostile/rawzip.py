"""ZIP files that no program would write, byte by byte: a directory may say one thing and the entries another."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True)
class Raw:
    """One entry: what lies there, and what is said of it where that is something else."""

    name: bytes
    data: bytes
    method: int = 0
    flags: int = 0
    size: int | None = None
    packed_size: int | None = None
    crc: int | None = None
    local_name: bytes | None = None
    place: int | None = None
    extra: bytes = b""

    @property
    def packed(self) -> bytes:
        """The bytes that lie in the file."""
        return deflated(self.data) if self.method == 8 else self.data

    def head(self) -> tuple[int, ...]:
        """What stands at its place and in the directory alike."""
        checked = zlib.crc32(self.data) if self.crc is None else self.crc
        sizes = len(self.packed), len(self.data)
        packed_size, size = (said if said is not None else real for said, real in zip(
            (self.packed_size, self.size), sizes, strict=True))  # fmt: skip
        return 20, self.flags, self.method, 0, 33, checked, packed_size, size


def deflated(data: bytes) -> bytes:
    """As ZIP keeps it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def built(entries: Sequence[Raw], start: bytes = b"", comment: bytes = b"", **end: int) -> bytes:
    """The file; ``end`` gives other numbers than the true ones: count, length, place, disk."""
    body, directory = bytearray(start), bytearray()
    for entry in entries:
        place = len(body) if entry.place is None else entry.place
        local = entry.name if entry.local_name is None else entry.local_name
        body += _LOCAL.pack(b"PK\x03\x04", *entry.head(), len(local), 0) + local + entry.packed
        directory += _CENTRAL.pack(
            b"PK\x01\x02", 20, *entry.head(), len(entry.name), len(entry.extra), 0, 0, 0, 0, place
        ) + entry.name + entry.extra  # fmt: skip
    count = end.get("count", len(entries)) & 0xFFFF
    tail = _END.pack(
        b"PK\x05\x06", end.get("disk", 0), 0, count, count,
        end.get("length", len(directory)), end.get("place", len(body)), len(comment),
    )  # fmt: skip
    return bytes(body + directory) + tail + comment


def crowd(count: int) -> bytes:
    """A file whose directory names one entry again and again."""
    one = Raw(b"x", b"")
    whole = built([one])
    directory = whole[whole.index(b"PK\x01\x02") : -_END.size] * count
    place = whole.index(b"PK\x01\x02")
    return whole[:place] + directory + _END.pack(b"PK\x05\x06", 0, 0, 1, 1, len(directory), place, 0)


def manifest(entries: Sequence[Raw], /, **other: Any) -> Raw:
    """The list of contents that belongs to these entries; ``other`` replaces or, where it is None, removes keys."""
    parts: dict[str, Any] = {}
    for entry in entries:
        name = entry.name.decode("utf-8", "replace")
        size = len(entry.data) if entry.size is None else entry.size
        parts[name] = {"size": size, "sha256": hashlib.sha256(entry.data).hexdigest()}
        if name.endswith(".jsonl"):
            parts[name]["rows"] = max(1, entry.data.count(b"\n"))
    plain = {
        "format": "leaderplan-archive", "version": 1, "plan_format": 2, "written_at": "2026-03-12T09:30:00Z",
        "written_by": "1.2.3", "plan": "me", "entries": parts, "missing": [],
    } | other  # fmt: skip
    return Raw(b"manifest.json", json.dumps({k: v for k, v in plain.items() if v is not None}).encode(), method=8)


def archive(*entries: Raw, **other: Any) -> bytes:
    """An archive of these entries, whose list of contents is right unless ``other`` says otherwise."""
    return built([*entries, manifest(entries, **other)])


def rows(data: bytes, table: str = "person", **said: Any) -> Raw:
    """The lines of a table."""
    return replace(Raw(f"records/{table}.jsonl".encode(), data, method=8), **said)


def attachment(data: bytes, **said: Any) -> Raw:
    """A file under its digest."""
    return replace(Raw(f"attachments/{hashlib.sha256(data).hexdigest()}".encode(), data), **said)
