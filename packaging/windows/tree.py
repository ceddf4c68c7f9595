"""The files of a bundle as the installer's tables want them: a folder is a component, each file has one row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from trouble import Trouble
from windows.identity import key

LONGEST: Final = 190
"""Characters of a path within the bundle: Windows allows 260, and a person's own folder for programs takes up to 65."""


@dataclass(frozen=True, slots=True)
class File:
    """A file: ``path`` is relative to the bundle, with slashes."""

    path: str
    name: str
    source: Path

    @property
    def key(self) -> str:
        """Its row in the table File; what refers to it writes ``[#key]``."""
        return file_key(self.path)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with what is in it, in the order of the names; the bundle itself has the path ``""``."""

    path: str
    name: str
    files: tuple[File, ...]
    folders: tuple[Folder, ...]

    def walk(self) -> Iterator[Folder]:
        """This folder and all below it, outermost first."""
        yield self
        for folder in self.folders:
            yield from folder.walk()

    def digest(self) -> str:
        """The digest of every name and byte: what differs in anything is another product to the installer."""
        total = hashlib.sha256()
        for file in (file for folder in self.walk() for file in folder.files):
            with file.source.open("rb") as stream:
                total.update(file.path.encode() + b"\0" + hashlib.file_digest(stream, "sha256").digest())
        return total.hexdigest()


def file_key(path: str) -> str:
    """The row of the file of this path."""
    return key("f", path)


def read(bundle: Path, path: str = "") -> Folder:
    """The tree below ``bundle``; raises Trouble where a path is too long to be installed.

    Links are followed, and a folder that is empty is left out, as the program needs none.
    """
    entries = sorted(bundle.iterdir(), key=lambda entry: entry.name)
    below = f"{path}/" if path else ""
    for entry in entries:
        if len(below + entry.name) > LONGEST:
            raise Trouble(f"Windows could not install this, as its path has more than {LONGEST} characters: {entry}")
    folders = [read(entry, below + entry.name) for entry in entries if entry.is_dir()]
    return Folder(
        path=path,
        name=bundle.name if path else "",
        files=tuple(File(below + entry.name, entry.name, entry) for entry in entries if entry.is_file()),
        folders=tuple(folder for folder in folders if folder.files or folder.folders),
    )
