"""The fonts of a document: which font prints which character, how wide it is, and what no font can print."""

from __future__ import annotations

import copy
import io
import os
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTFError, TTFont

# Scripts that are wrong without shaping or right-to-left setting, which LeaderPlan does not do: they are named instead.
_SHAPED: Final = (
    range(0x0590, 0x0E00),  # Hebrew, Arabic, the scripts of India
    range(0x0F00, 0x10A0),  # Tibetan, Myanmar
    range(0x1780, 0x1800),  # Khmer
    range(0xFB1D, 0xFE00),  # presentation forms of Hebrew and Arabic
    range(0xFE70, 0xFF00),
)
# TrueType fonts with Chinese, Japanese and Korean that systems bring; those with CFF outlines cannot be embedded.
_SYSTEM_NAMES: Final = (
    "DroidSansFallbackFull.ttf",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
    "NotoSansSC-Regular.ttf",
    "NotoSansCJKsc-Regular.ttf",
    "Arial Unicode.ttf",
    "msyh.ttc",
    "simsun.ttc",
    "malgun.ttf",
    "YuGothR.ttc",
    "uming.ttc",
    "ukai.ttc",
)
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def system_fonts() -> tuple[Path, ...]:
    """The TrueType fonts of this system that print more scripts than our own, the best first; often none."""
    found = {path.name: path for folder in _font_folders() for path in folder.rglob("*.tt[cf]")}
    return tuple(found[name] for name in _SYSTEM_NAMES if name in found)


def _font_folders() -> Iterator[Path]:
    if sys.platform == "win32":
        folders = [Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")]
    elif sys.platform == "darwin":
        folders = [Path("/System/Library/Fonts"), Path("/Library/Fonts")]
    else:
        folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
    return (folder for folder in folders if folder.is_dir())


class FontFile:
    """A TrueType font, read when it is first needed."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def font(self) -> TTFont | None:
        """The parsed font, or None for a file that cannot be read or embedded."""
        try:
            return TTFont(self.path.stem, io.BytesIO(self.path.read_bytes()))
        except (OSError, TTFError):
            return None

    @cached_property
    def covered(self) -> frozenset[str]:
        """The characters that it prints rightly, and the line end, which is not printed."""
        if self.font is None:
            return frozenset()
        letters = (chr(code) for code in self.font.face.charToGlyph if not any(code in shaped for shaped in _SHAPED))
        return frozenset(letter for letter in letters if unicodedata.category(letter)[0] != "C") | {"\n"}


@dataclass(frozen=True, slots=True, eq=False)
class Fonts:
    """The font files of documents. One value serves any number of documents, also at once."""

    regular: FontFile
    bold: FontFile
    italic: FontFile
    bold_italic: FontFile
    symbols: FontFile
    symbols_bold: FontFile
    others: tuple[FontFile, ...] = ()

    @classmethod
    def read(cls, folder: Path, others: tuple[Path, ...] = ()) -> Fonts:
        """The fonts in ``folder`` (``noto-sans/`` and ``dejavu/``), and ``others`` for what those do not hold."""
        return cls(
            FontFile(folder / "noto-sans" / "NotoSans_400Regular.ttf"),
            FontFile(folder / "noto-sans" / "NotoSans_600SemiBold.ttf"),
            FontFile(folder / "noto-sans" / "NotoSans_400Regular_Italic.ttf"),
            FontFile(folder / "noto-sans" / "NotoSans_600SemiBold_Italic.ttf"),
            FontFile(folder / "dejavu" / "DejaVuSans.ttf"),
            FontFile(folder / "dejavu" / "DejaVuSans-Bold.ttf"),
            tuple(FontFile(path) for path in others),
        )

    def chain(self, *, bold: bool, italic: bool) -> tuple[FontFile, ...]:
        """The files to look a character up in, in that order."""
        upright = self.bold if bold else self.regular
        slanted = self.bold_italic if bold else self.italic
        return (slanted if italic else upright, self.symbols_bold if bold else self.symbols, *self.others)


class Face:
    """One font within one document: ReportLab keeps in it which characters were used, so each document has its own."""

    def __init__(self, file: FontFile) -> None:
        master = file.font
        if master is None:
            raise FileNotFoundError(file.path)
        self.covered = file.covered
        self.font = copy.copy(master)
        self.font.face = copy.copy(master.face)  # it holds a reading position
        self.font.state = WeakKeyDictionary()
        self._widths = master.face.charWidths
        self._missing: float = master.face.defaultWidth
        self._known: dict[str, float] = {}

    def width(self, text: str) -> float:
        """How wide ``text`` is at size 1."""
        known = self._known.get(text)
        if known is None:
            widths, missing = self._widths, self._missing
            known = sum(widths.get(32 if code == 0xA0 else code, missing) for code in map(ord, text)) / 1000
            self._known[text] = known
        return known


class DocumentFonts:
    """The fonts of one document, and the characters that none of them could print."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._faces: dict[FontFile, Face] = {}
        self.unprintable: dict[str, None] = {}

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        """The face that text is set in where it can be."""
        return self._face(self._fonts.chain(bold=bold, italic=italic)[0])

    def _face(self, file: FontFile) -> Face:
        if file not in self._faces:
            self._faces[file] = Face(file)
        return self._faces[file]

    def runs(self, text: str, *, bold: bool = False, italic: bool = False) -> list[tuple[Face, str]]:
        """``text`` in pieces that one face prints each; what none prints becomes U+FFFD and is remembered."""
        chain = self._fonts.chain(bold=bold, italic=italic)
        first = self._face(chain[0])
        if first.covered.issuperset(text):
            return [(first, text)]
        runs: list[tuple[Face, str]] = []
        for letter in text:
            face, printed = self._choose(letter, chain)
            if runs and runs[-1][0] is face:
                runs[-1] = (face, runs[-1][1] + printed)
            else:
                runs.append((face, printed))
        return runs

    def _choose(self, letter: str, chain: tuple[FontFile, ...]) -> tuple[Face, str]:
        for file in chain:
            if letter in file.covered:
                return self._face(file), letter
        self.unprintable.setdefault(letter)
        return self._face(chain[1]), _REPLACEMENT
