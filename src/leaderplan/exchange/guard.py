"""The one place where bytes from outside become text: sizes, encodings, and the cleaning of text."""

from __future__ import annotations

import codecs
import re
import stat
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from leaderplan.domain.cleaning import clean
from leaderplan.domain.messages import _
from leaderplan.errors import UserError

LARGEST_FILE = 50_000_000
"""Bytes of a table or a JSON file."""
LONGEST_LINE = 2_000_000
"""Characters: 200 columns of 10,000."""

_CHUNK = 1_000_000
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = bytes({*range(0x20)} - set(b"\t\n\v\f\r\x1b"))
_BINARY_SIGNS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BLANKS = re.compile("[\n\t ]+")


def read_file(path: Path, most: int = LARGEST_FILE) -> bytes:
    """The bytes of an ordinary file of at most ``most`` bytes; raises UserError for anything else."""
    name = shown(path.name)
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe or a device would never end
            raise UserError(_("{name} is not a file.", name=name), _("Choose a file."))
        with path.open("rb") as file:
            return read_stream(file, name, most)
    except FileNotFoundError:
        raise UserError(_("There is no file {name}.", name=name), _("Look for it, and give its whole path.")) from None
    except (OSError, ValueError) as reason:  # ValueError: a NUL in the path
        raise UserError(
            _("{name} cannot be read: {reason}.", name=name, reason=getattr(reason, "strerror", "") or str(reason)),
            _("Ask whoever gave you the file, or copy it to a folder of your own."),
        ) from None


def read_stream(stream: BinaryIO, name: str, most: int = LARGEST_FILE) -> bytes:
    """Everything of ``stream``, of which no more than ``most`` bytes are taken in; raises UserError beyond."""
    data = stream.read(most + 1)
    check_size(data, name, most)
    return data


def check_size(data: bytes, name: str, most: int = LARGEST_FILE) -> None:
    """Raise UserError for an empty file and for one of more than ``most`` bytes."""
    if not data:
        raise UserError(_("{name} is empty.", name=shown(name)), _("Choose another file, or export it again."))
    if len(data) > most:
        raise UserError(
            _("{name} is larger than {most} MB.", name=shown(name), most=most // 1_000_000),
            _("Split it into smaller files."),
        )


def encoding_of(data: bytes, name: str) -> str:
    """Python's name of the encoding: by its mark, by its zeros (UTF-16), UTF-8 where it is valid, else Windows-1252.

    Raises UserError for what is no text in any of them.
    """
    marked = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    if marked or (zeros := _zeros(data)):
        candidates: tuple[str, ...] = (marked or zeros,)
    else:
        candidates = ("utf-8", "cp1252")
    for encoding in candidates:
        if _decodes(data, encoding):
            return encoding
    raise UserError(
        _("{name} is not a text file.", name=shown(name)),
        _("Save it again as text in UTF-8; a spreadsheet is saved as CSV."),
    )


def _zeros(data: bytes) -> str:
    """UTF-16 without a mark, where every other byte of Latin letters is zero."""
    start = data[:2_000]
    half = len(start) // 2
    if len(data) % 2 or start.count(0) * 2 < half:
        return ""
    if start[1::2].count(0) > start[0::2].count(0):
        return "utf-16-le" if not start[0::2].count(0) else ""
    return "utf-16-be" if not start[1::2].count(0) else ""


def _decodes(data: bytes, encoding: str) -> bool:
    """Whether it is text; in pieces, because one emoji makes a string four times as large as its bytes."""
    decoder = codecs.getincrementaldecoder(encoding)()
    bytewise = not encoding.startswith(("utf-16", "utf-32"))
    if bytewise and len(data.translate(None, _BINARY)) != len(data):
        return False
    try:
        for start in range(0, len(data), _CHUNK):
            text = decoder.decode(data[start : start + _CHUNK])
            if not bytewise and _BINARY_SIGNS.search(text):
                return False
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def text_of(data: bytes, name: str, most: int = LARGEST_FILE) -> str:
    """The text of a file, without its byte order mark; raises UserError for what is too large or no text."""
    check_size(data, name, most)
    return data.decode(encoding_of(data, name))


def lines_of(data: bytes, name: str, most: int = LARGEST_FILE) -> Iterator[str]:
    """The text line by line, line ends kept as they are, never held as a whole.

    Raises UserError as :func:`text_of` does, and on the way for a line of more than ``LONGEST_LINE`` characters.
    """
    check_size(data, name, most)
    return _lines(TextIOWrapper(BytesIO(data), encoding_of(data, name), newline=""), name)


def _lines(text: TextIOWrapper, name: str) -> Iterator[str]:
    while line := text.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            raise UserError(
                _("{name} has a line of more than {most} characters.", name=shown(name), most=LONGEST_LINE),
                _("Look for a quotation mark that is not closed, or export the file again."),
            )
        yield line


def prose(text: str) -> str:
    """Paragraphs: :func:`clean`, without blanks around."""
    return clean(text).strip()


def one_line(text: str) -> str:
    """One line: :func:`clean`, every run of spaces, tabs and line ends as one space."""
    return _BLANKS.sub(" ", clean(text)).strip()


def shown(text: str, most: int = 60) -> str:
    """A name or cell from outside, short and harmless enough to stand in a sentence."""
    line = one_line(text[: most * 4])
    return line if len(line) <= most else line[: most - 1] + "…"
