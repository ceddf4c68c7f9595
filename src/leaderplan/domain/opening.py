"""Which attachments the system may open: what shows and cannot run. Any other is only saved as a copy.

The name that counts is the one under which the copy lies, and the first bytes have to agree with it: a program that is
called ``cv.pdf`` is no page.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

HEAD: Final = 1024
"""So many of the first bytes are enough to tell."""

_LONGEST: Final = 120  # bytes of a name before its ending; file systems take 255, and some count them in UTF-16
_LONGEST_ENDING: Final = 16
_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_DEVICES: Final = frozenset(
    "con prn aux nul conin$ conout$".split()
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)
_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")
_PROGRAMS: Final = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")

Agrees = Callable[[bytes], bool]


def may_open(name: str, head: bytes) -> bool:
    """Whether the system may open a file of this name that starts with these bytes (:data:`HEAD` of them, or all)."""
    agrees = _HARMLESS.get(_ending(name))
    return agrees is not None and agrees(head)


def may_be_opened(name: str) -> bool:
    """Whether a file of this name may be opened, if its bytes agree."""
    return _ending(name) in _HARMLESS


def safe_name(name: str) -> str:
    """A name that every file system takes, that shows what it is, and that no system reads as another one.

    Letters that are not seen or turn the direction of others go, as do dots and blanks at the ends, which Windows
    drops: what is left says what the file will be taken for.
    """
    seen = "".join(letter for letter in unicodedata.normalize("NFC", name) if unicodedata.category(letter)[0] != "C")
    kept = "".join("_" if letter in _FORBIDDEN else letter for letter in seen).strip(". ")
    stem, dot, ending = kept.rpartition(".")
    if not dot or len(ending.encode()) > _LONGEST_ENDING:
        stem, dot, ending = kept, "", ""
    stem = _cut(stem).rstrip(". ") or "file"
    if stem.partition(".")[0].rstrip().casefold() in _DEVICES:
        stem = f"_{stem}"
    return f"{stem}{dot}{ending}"


def _ending(name: str) -> str:
    stem, dot, ending = safe_name(name).rpartition(".")
    return ending.casefold() if dot and stem else ""


def _cut(stem: str) -> str:
    return stem.encode()[:_LONGEST].decode(errors="ignore")


def _begins(*starts: bytes) -> Agrees:
    return lambda head: head.startswith(starts)


def _is_pdf(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"%PDF-")


def _is_webp(head: bytes) -> bool:
    return head.startswith(b"RIFF") and head[8:12] == b"WEBP"


def _is_heif(head: bytes) -> bool:
    return head[4:8] == b"ftyp"


def _is_text(head: bytes) -> bool:
    return head.startswith(_BOMS) or not (head.startswith(_PROGRAMS) or b"\0" in head)


# Office files with macros (docm, doc and their like), pages of the web and SVG, which carry scripts, are not here.
_HARMLESS: Final[Mapping[str, Agrees]] = {
    "pdf": _is_pdf,
    "png": _begins(b"\x89PNG\r\n\x1a\n"),
    **dict.fromkeys(("jpg", "jpeg"), _begins(b"\xff\xd8\xff")),
    "gif": _begins(b"GIF87a", b"GIF89a"),
    "webp": _is_webp,
    "bmp": _begins(b"BM"),
    **dict.fromkeys(("tif", "tiff"), _begins(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")),
    **dict.fromkeys(("heic", "heif", "avif"), _is_heif),
    **dict.fromkeys(("txt", "md", "csv", "eml"), _is_text),
    "msg": _begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "rtf": _begins(b"{\\rtf"),
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp"), _begins(b"PK\x03\x04")),
}
