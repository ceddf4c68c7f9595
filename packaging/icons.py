"""The icons of LeaderPlan as desktops and installers take them: every size is drawn, none scaled from another."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice

from brand import BRAND, draw
from facts import FileType, read

HICOLOR: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO: Final = (16, 24, 32, 48, 64, 128, 256)
ICNS: Final = (32, 64, 128, 256, 512, 1024)
"""Pixels of the pictures that Pillow puts into an .icns; 32 serve as 16 points on a screen with two pixels a point."""


def png(name: str, size: int) -> bytes:
    """The icon ``name`` as a square PNG of ``size`` pixels on a transparent ground."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    draw(name, size).save(buffer, "PNG")  # type: ignore[call-overload]  # its type asks for bytes, Qt for text
    return bytes(buffer.data().data())


def icon_name(kind: FileType) -> str:
    """What desktops call the icon of a file type: its MIME type without the slash."""
    return kind.mime.replace("/", "-")


def drawn_as(kind: FileType) -> str:
    """The name of a file type's drawing, which is the last word of its MIME type."""
    return kind.mime.rpartition(".")[2]


def hicolor(target: Path) -> list[Path]:
    """Writes the icons of the program and of its file types into the theme folder ``target``, and gives their paths."""
    facts = read()
    icons = [("apps", facts.program.command, facts.program.command)]
    icons += [("mimetypes", icon_name(kind), drawn_as(kind)) for kind in facts.file_types]
    written = []
    for context, icon, name in icons:
        written += [_put(target / f"{size}x{size}" / context / f"{icon}.png", png(name, size)) for size in HICOLOR]
        written.append(_put(target / "scalable" / context / f"{icon}.svg", (BRAND / f"{name}.svg").read_bytes()))
    return written


def ico(target: Path, name: str) -> Path:
    """Writes the icon ``name`` as Windows reads it."""
    held = BytesIO()
    *smaller, largest = [_picture(name, size) for size in ICO]
    largest.save(held, "ICO", sizes=[(size, size) for size in ICO], append_images=smaller)
    return _put(target, held.getvalue())


def icns(target: Path, name: str) -> Path:
    """Writes the icon ``name`` as macOS reads it."""
    held = BytesIO()
    *smaller, largest = [_picture(name, size) for size in ICNS]
    largest.save(held, "ICNS", append_images=smaller)
    return _put(target, held.getvalue())


def _picture(name: str, size: int) -> Image.Image:
    with Image.open(BytesIO(png(name, size))) as picture:
        return picture.convert("RGBA")


def _put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
