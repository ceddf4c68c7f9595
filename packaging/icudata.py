"""The data of ICU in the bundle: what Qt asks of it, without the calendars, currencies and scripts of 800 locales.

Qt on Linux links to ICU, whose data is the largest file of all. Qt compares words in a language's order (QCollator)
and knows the classes of characters with it; the rest, from spelled-out numbers to transliteration, nothing here calls.
The file is a table of contents with the items behind it: https://unicode-org.github.io/icu/userguide/icu_data/ and
ICU's toolutil/package.cpp describe it. Each number in it is little-endian.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from trouble import Trouble, must

_MAGIC: Final = b"\xda\x27"
_FORMAT: Final = b"CmnD"
_ALIGNED: Final = 16
_KEPT: Final = (
    "*/coll/*",  # the order of words in each language
    "*/*.icu",  # classes of characters
    "*/*.nrm",  # normal forms
    "*/root.res",
    "*/res_index.res",
    "*/pool.res",
    "*/supplementalData.res",
    "*/likelySubtags.res",
    "*/keyTypeData.res",
    "*/metadata.res",
)
_DROPPED: Final = ("*/unames.icu", "*/brkitr/*", "*/translit/*", "*/curr/*", "*/zone/*", "*/unit/*", "*/rbnf/*")


def trim(library: Path, target: Path) -> Path:
    """Write libicudata with only what is kept, under the name of ``library`` into ``target``; raises Trouble."""
    data = packed_in(library)
    small = target / "icudata.dat"
    target.mkdir(parents=True, exist_ok=True)
    small.write_bytes(pack(data, {name: item for name, item in items(data).items() if keeps(name)}))
    symbol = _symbol(library)
    source = target / "icudata.s"
    source.write_text(
        f".section .rodata\n.balign {_ALIGNED}\n.globl {symbol}\n.type {symbol}, @object\n"
        f'{symbol}:\n.incbin "{small}"\n.size {symbol}, .-{symbol}\n.section .note.GNU-stack,"",@progbits\n'
    )
    made = target / library.name
    must("cc", "-shared", "-nostdlib", f"-Wl,-soname,{library.name}", "-o", made, source)
    return made


def packed_in(library: Path) -> bytes:
    """The data as it lies in the library; raises Trouble where there is none."""
    content = library.read_bytes()
    found = content.find(_MAGIC)
    while found >= 0 and content[found + 10 : found + 14] != _FORMAT:
        found = content.find(_MAGIC, found + 1)
    if found < 0:
        raise Trouble(f"{library} holds no data of ICU in the form that is known.")
    return content[found - 2 :]


def items(data: bytes) -> dict[str, bytes]:
    """Each item by its name, such as ``icudt73l/coll/cs.res``; what follows the last one stays with it."""
    start = struct.unpack_from("<H", data)[0]
    (count,) = struct.unpack_from("<I", data, start)
    table = [struct.unpack_from("<II", data, start + 4 + 8 * n) for n in range(count)]
    ends = [place for _name, place in table[1:]] + [len(data) - start]
    return {
        _text(data, start + name): data[start + place : start + end]
        for (name, place), end in zip(table, ends, strict=True)
    }


def pack(data: bytes, kept: Mapping[str, bytes]) -> bytes:
    """The data with only these items, in the order of their names, as ICU finds them by halving."""
    header = data[: struct.unpack_from("<H", data)[0]]
    names = sorted(kept)
    words = [name.encode("ascii") + b"\0" for name in names]
    texts = b"".join(words)
    before = 4 + 8 * len(names)
    place = _aligned(before + len(texts))
    table, body, at = struct.pack("<I", len(names)), b"", before
    pieces: list[bytes] = []
    for name, word in zip(names, words, strict=True):
        table += struct.pack("<II", at, place)
        at += len(word)
        item = kept[name].ljust(_aligned(len(kept[name])), b"\0")
        pieces.append(item)
        place += len(item)
    body = (table + texts).ljust(_aligned(before + len(texts)), b"\0")
    return header + body + b"".join(pieces)


def keeps(name: str) -> bool:
    """Whether an item stays."""
    return any(fnmatch(name, one) for one in _KEPT) and not any(fnmatch(name, one) for one in _DROPPED)


def _symbol(library: Path) -> str:
    """The name under which the other libraries of ICU find the data, as icudt73_dat."""
    for line in must("nm", "--dynamic", "--defined-only", library).splitlines():
        if line.endswith("_dat"):
            return line.split()[-1]
    raise Trouble(f"{library} names no data.")


def _text(data: bytes, start: int) -> str:
    return data[start : data.index(b"\0", start)].decode("ascii")


def _aligned(length: int) -> int:
    return -(-length // _ALIGNED) * _ALIGNED
