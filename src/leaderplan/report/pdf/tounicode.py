"""The maps from glyphs back to letters, which make text searchable and readable aloud."""

from __future__ import annotations

import re
from typing import Final

from pikepdf import Dictionary, Name, Pdf

_ENTRY: Final = re.compile(rb"<[0-9A-Fa-f]{2}> <[0-9A-Fa-f]{4,}>")
_CHARS: Final = re.compile(rb"\d+ beginbfchar.*endbfchar\n?", re.DOTALL)
_BEYOND: Final = re.compile(rb"<([0-9A-Fa-f]{5,6})>")
_AT_ONCE: Final = 100  # entries a block may have (Adobe Technical Note 5014)


def mend_fonts(pdf: Pdf) -> None:
    """Mend the maps (PDF/UA-1, 7.21.7) and drop idle page transitions.

    ReportLab pads its maps with entries to U+0000, and writes a letter beyond U+FFFF as its number where the format
    wants UTF-16 (Adobe Technical Note 5411).
    """
    for page in pdf.pages:
        if "/Trans" in page.obj:
            del page.obj["/Trans"]
    if not pdf.pages:
        return
    fonts = pdf.pages[0].resources.get("/Font", Dictionary())
    for _name, font in fonts.items():
        if "/ToUnicode" in font:
            kept = [entry for entry in _ENTRY.findall(font.ToUnicode.read_bytes()) if not entry.endswith(b"<0000>")]
            mended = _BEYOND.sub(_as_utf16, _blocks(kept))
            font.ToUnicode = pdf.make_stream(_CHARS.sub(mended, font.ToUnicode.read_bytes()))
        font.Type = Name.Font


def _as_utf16(found: re.Match[bytes]) -> bytes:
    return b"<%s>" % chr(int(found[1], 16)).encode("utf-16-be").hex().upper().encode()


def _blocks(entries: list[bytes]) -> bytes:
    blocks = (entries[at : at + _AT_ONCE] for at in range(0, len(entries), _AT_ONCE))
    return b"".join(b"%d beginbfchar\n%s\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks)
