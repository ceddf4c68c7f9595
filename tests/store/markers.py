"""Records with a marker in every field, and the search for what is left of them in the bytes of a folder."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Kind, Record, specs
from leaderplan.domain.records import RECORDS, Profile
from leaderplan.store import Workspace

ORDER = ("profile", "framework", "level", "competency", "person", "service", "collaboration", "post", "achievement")
"""The types to which others refer, in an order in which each can refer to what was there before."""


def marker(*parts: object) -> str:
    """Twelve letters and digits that stand for these parts, unlike at their beginning already."""
    return sha256("/".join(map(str, parts)).encode()).hexdigest()[:12]


class Marked:
    """A record of each type with a marker in every field that can hold one; ``found`` has the markers by record."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.markers: dict[str, set[bytes]] = {}
        self.records: dict[str, Record] = {}
        first = [next(kind for kind in RECORDS if kind.table == table) for table in ORDER]
        for record_type in (*first, *(kind for kind in RECORDS if kind not in first)):
            self.records[record_type.table] = self.filled(record_type, 0)

    def filled(self, record_type: type[Record], turn: int) -> Record:
        """A record of this type with other markers at each turn."""
        id = self.id_of(record_type)
        values: dict[str, object] = {}
        for place, (name, spec) in enumerate(specs(record_type).items()):
            mark = marker(record_type.table, name, turn)
            targets = [self.records[table].id for table in spec.refers_to or ("achievement",) if table in self.records]
            number = int(marker(mark)[:6], 16)
            values[name] = {
                Kind.TEXT: f"{mark} Żółć",
                Kind.PROSE: f"{mark} “Żółć”\n{mark}",
                Kind.ADDRESS: f"https://example.org/{mark}",
                Kind.DATE: PartialDate(1000 + number % 800, 1 + turn, 1 + place % 28),
                Kind.MOMENT: datetime(1000 + number % 800, 1, 1, tzinfo=UTC),
                Kind.NUMBER: 2_000_000_000 - number % 2**24 if spec.whole else number + 0.515625,
                Kind.TAGS: (f"{mark}a", f"b{mark}"),
                Kind.CHOICE: next(iter(spec.choices or ()), None),
                Kind.CHOICES: tuple(spec.choices or ()),
                Kind.SHARE: tuple(10 for _choice in spec.choices or ()),
                Kind.LEVEL: spec.highest,
                Kind.FLAG: True,
                Kind.REFERENCE: next((target for target in targets if target != id), None),
                Kind.REFERENCES: tuple(target for target in targets if target != id),
                Kind.ATTACHMENT: None,
            }[spec.kind]
            if spec.kind is Kind.ATTACHMENT:
                kept = self._workspace.blobs.keep(f"Seen {mark} Żółć".encode(), f"{mark}.txt")
                values[name] = kept
            self.markers.setdefault(id, set()).update(traces(spec.kind, mark, values[name]))
        return record_type(id=id, **values)

    @staticmethod
    def id_of(record_type: type[Record]) -> str:
        """The id of the marked record of a type."""
        return f"the-{record_type.table}-0001"

    def erasable(self) -> list[str]:
        """The ids of all but the profile, which always stays."""
        return [record.id for record in self.records.values() if not isinstance(record, Profile)]


def traces(kind: Kind, mark: str, value: object) -> set[bytes]:
    """The bytes by which a value is recognised; lower case, and without the start that an index may share."""
    if kind in (Kind.TEXT, Kind.PROSE, Kind.ADDRESS, Kind.TAGS):
        return {mark[3:].encode(), mark[3:].encode("utf-16-le"), mark[3:].encode("utf-16-be")}
    if isinstance(value, Attachment):
        return {mark[3:].encode(), value.sha256.encode()}
    if isinstance(value, PartialDate):
        return {str(value).encode()}
    if isinstance(value, float):
        return {repr(value).encode(), struct.pack(">d", value).lower()}
    if kind is Kind.NUMBER and isinstance(value, int):
        return {str(value).encode(), value.to_bytes(4)}
    return set()


def left_in(folder: Path, wanted: set[bytes]) -> list[tuple[str, bytes]]:
    """Which of the traces are found where, in the bytes and in the names of all files."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    held = {str(file.relative_to(folder)): file.read_bytes().lower() + file.name.lower().encode() for file in files}
    return [(name, trace) for name, data in held.items() for trace in wanted if trace in data]
