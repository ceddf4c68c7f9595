"""What a screen reader finds in a PDF: the letters of each element of the structure tree, in its order."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf

_ENTRY = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4,})>")


def spoken(data: bytes) -> list[tuple[str, str]]:
    """Role and text of every element that holds text, in the order of the tree; a figure says its alternative."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        letters = [_marked(page) for page in pdf.pages]
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return list(_elements(pdf.Root.StructTreeRoot.K[0], letters, pages))


def text_of(data: bytes) -> str:
    """All of it without white space."""
    return squeezed("".join(text for _role, text in spoken(data)))


def squeezed(text: str) -> str:
    """``text`` without white space, in which lines differ from the tree."""
    return "".join(text.split())


def _elements(
    element: pikepdf.Object, letters: list[dict[int, str]], pages: dict[tuple[int, int], int]
) -> Iterator[tuple[str, str]]:
    role = str(element.S)[1:]
    if role == "Figure":
        yield role, str(element.Alt)
        return
    for kid in element.K:
        if isinstance(kid, int):
            yield role, letters[pages[element.Pg.objgen]][kid]
        elif kid.get("/Type") == "/MCR":
            yield role, letters[pages[kid.Pg.objgen]][int(kid.MCID)]
        elif kid.get("/Type") == "/StructElem":
            yield from _elements(kid, letters, pages)


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked content of a page."""
    maps = {name: _unicode(font) for name, font in page.resources.Font.items()}
    found: dict[int, str] = {}
    current: int | None = None
    font = ""
    for operands, name in _instructions(page):
        if name == "BDC":
            current = int(operands[1].MCID)
            found[current] = ""
        elif name in ("BMC", "EMC"):
            current = None
        elif name == "Tf":
            font = str(operands[0])
        elif name == "Tj" and current is not None:
            found[current] += "".join(maps[font].get(code, "�") for code in bytes(operands[0]))
    return found


def written(data: bytes) -> list[list[bytes]]:
    """The strings written on each page, in the order of its content, as bytes (ASCII is readable)."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [[bytes(operands[0]) for operands, name in _instructions(page) if name == "Tj"] for page in pdf.pages]


def size_of(data: bytes, mark: bytes) -> float:
    """The size of the type in which ``mark`` is first written."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            size = 0.0
            for operands, name in _instructions(page):
                if name == "Tf":
                    size = float(operands[1])
                elif name == "Tj" and mark in bytes(operands[0]):
                    return size
    raise AssertionError(f"{mark!r} is not written")


def outside(data: bytes) -> Iterator[tuple[int, float, float]]:
    """Page and place of every text that begins outside its page or in the outermost margin."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            _left, _bottom, right, top = map(float, page.mediabox)
            for operands, name in _instructions(page):
                if name == "Tm":
                    x, y = float(operands[4]), float(operands[5])
                    if not (14 < x < right - 14 and 14 < y < top - 14):
                        yield number, x, y


def _instructions(page: pikepdf.Page) -> Iterator[tuple[list[pikepdf.Object], str]]:
    for instruction in pikepdf.parse_content_stream(page):
        yield list(instruction.operands), str(instruction.operator)


def _unicode(font: pikepdf.Object) -> dict[int, str]:
    entries = _ENTRY.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(letters.decode()).decode("utf-16-be") for code, letters in entries}
