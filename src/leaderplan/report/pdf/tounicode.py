"""The maps from glyphs back to letters, which make text searchable and readable aloud."""

from __future__ import annotations

import re
from typing import Final

from pikepdf import Dictionary, Name, Pdf

_ENTRY: Final = re.compile(rb"<[0-9A-Fa-f]{2}> <[0-9A-Fa-f]{4,}>")
_CHARS: Final = re.compile(rb"\d+ beginbfchar.*endbfchar\n?", re.DOTALL)
_AT_ONCE: Final = 100  # entries a block may have (Adobe Technical Note 5014)


def mend_fonts(pdf: Pdf) -> None:
    """Drop the entries to U+0000 with which ReportLab pads its maps (PDF/UA-1, 7.21.7), and idle page transitions."""
    for page in pdf.pages:
        if "/Trans" in page.obj:
            del page.obj["/Trans"]
    if not pdf.pages:
        return
    fonts = pdf.pages[0].resources.get("/Font", Dictionary())
    for _name, font in fonts.items():
        if "/ToUnicode" in font:
            kept = [entry for entry in _ENTRY.findall(font.ToUnicode.read_bytes()) if not entry.endswith(b"<0000>")]
            font.ToUnicode = pdf.make_stream(_CHARS.sub(_blocks(kept), font.ToUnicode.read_bytes()))
        font.Type = Name.Font


def _blocks(entries: list[bytes]) -> bytes:
    blocks = (entries[at : at + _AT_ONCE] for at in range(0, len(entries), _AT_ONCE))
    return b"".join(b"%d beginbfchar\n%s\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks)
