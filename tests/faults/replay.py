"""What a disk may hold after the power went: what was synced, and of the rest nothing, some, or torn pieces."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from tests.faults.disk import Act, Disk, Op, inside

_SECTOR = 512

Image = dict[str, bytes]
"""Files by their path; a folder that is there by a path that ends in a slash."""


class Way(StrEnum):
    """What becomes of that which was not synced."""

    DROPPED = "dropped"
    REORDERED = "reordered"
    TORN = "torn"


class Platter:
    """The durable state while operations go by, and what waits for its sync."""

    def __init__(self, disk: Disk) -> None:
        self._root = disk.root
        self._data = {file: bytearray(disk.base[path]) for path, file in disk.base_files.items()}
        self._names: dict[str, int | None] = {**disk.base_files, **dict.fromkeys(disk.folders)}
        self._writes: dict[int, list[Op]] = {}
        self._namings: list[Op] = []
        self.acknowledged = 0

    def feed(self, op: Op) -> None:
        """Go on by one operation."""
        match op.act:
            case Act.WRITE | Act.TRUNCATE:
                self._writes.setdefault(op.file, []).append(op)
            case Act.SYNC:
                data = self._data.setdefault(op.file, bytearray())
                for write in self._writes.pop(op.file, ()):
                    _apply(data, write)
            case Act.SYNC_NAMES:
                settled = [naming for naming in self._namings if op.path in _folders(naming)]
                self._namings = [naming for naming in self._namings if op.path not in _folders(naming)]
                _rename(self._names, settled)
                for moved in (one for one in settled if one.act is Act.RENAME):
                    self._namings = [_moved(one, moved) for one in self._namings]
            case Act.ACKNOWLEDGED:
                self.acknowledged += 1
            case _:
                self._namings.append(op)

    def crash(self, way: Way, chance: random.Random) -> Image:
        """What is found after a power loss at this moment."""
        share = 0.0 if way is Way.DROPPED else chance.choice((0.1, 0.5, 0.9))
        names = dict(self._names)
        _rename(names, (naming for naming in self._namings if chance.random() < share))
        return self._image(names, way, chance, share)

    def everything(self) -> Image:
        """What is found if nothing is lost."""
        names = dict(self._names)
        _rename(names, self._namings)
        return self._image(names, Way.REORDERED, random.Random(0), 1.1)

    def _image(self, names: dict[str, int | None], way: Way, chance: random.Random, share: float) -> Image:
        image: Image = {}
        datas: dict[int, bytes] = {}  # one file may have two names
        for path, file in names.items():
            if not self._reachable(path, names):
                continue
            if file is None:
                image[path + "/"] = b""
                continue
            if file not in datas:
                data = bytearray(self._data.get(file, b""))
                for write in self._writes.get(file, ()):
                    for piece in _pieces(write) if way is Way.TORN else (write,):
                        if chance.random() < share:
                            _apply(data, piece)
                datas[file] = bytes(data)
            image[path] = datas[file]
        return image

    def _reachable(self, path: str, names: dict[str, int | None]) -> bool:
        """Whether every folder above it, up to the root, is there."""
        parent = str(Path(path).parent)
        return parent == self._root or (parent in names and self._reachable(parent, names))


def put(image: Image, root: Path, folder: Path) -> None:
    """Write an image of the files under ``root`` into an empty folder."""
    folder.mkdir()
    for path, data in sorted(image.items()):
        place = folder / Path(path).relative_to(root)
        if path.endswith("/"):
            place.mkdir(parents=True, exist_ok=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)


def _apply(data: bytearray, op: Op) -> None:
    if op.act is Act.TRUNCATE:
        del data[op.at :]
    end = op.at + len(op.data)
    if len(data) < end or op.act is Act.TRUNCATE:
        data.extend(bytes(end - len(data)))
    data[op.at : end] = op.data


def _pieces(op: Op) -> Iterable[Op]:
    """A write as its sectors, each of which reaches the disk by itself."""
    if op.act is Act.TRUNCATE:
        yield op
        return
    start = 0
    while start < len(op.data):
        end = min(len(op.data), start + _SECTOR - (op.at + start) % _SECTOR)
        yield Op(op.act, op.file, op.path, at=op.at + start, data=op.data[start:end])
        start = end


def _rename(names: dict[str, int | None], namings: Iterable[Op]) -> None:
    for op in namings:
        match op.act:
            case Act.CREATE:
                names[op.path] = op.file
            case Act.MKDIR:
                names.setdefault(op.path, None)
            case Act.UNLINK | Act.RMDIR:
                names.pop(op.path, None)
            case Act.LINK:
                names[op.to] = op.file
            case Act.RENAME if not op.file:  # a folder, with all that is in it
                names.pop(op.path, None)
                names[op.to] = None
                for path in [path for path in names if path.startswith(op.path + "/")]:
                    names[inside(path, op.path, op.to)] = names.pop(path)
            case Act.RENAME:
                names.pop(op.path, None)
                names[op.to] = op.file


def _moved(op: Op, folder: Op) -> Op:
    """An operation on a name in a folder that has another name by now."""
    return replace(op, path=inside(op.path, folder.path, folder.to), to=inside(op.to, folder.path, folder.to))


def _folders(op: Op) -> set[str]:
    """The folders of which the names change; a file that gets a second name keeps its first."""
    paths = (op.to,) if op.act is Act.LINK else (op.path, op.to)
    return {str(Path(path).parent) for path in paths if path}
