"""An answer as text that survives a mail: base64 (RFC 4648, 5, the alphabet for addresses) between two marked lines.

Whatever a mail program puts in between, quotation marks of a reply, other line ends, spaces, the tags of HTML, is
passed over. A saved mail is looked through part by part.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Any

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.exchange.guard import check_size, encoding_of, shown
from leaderplan.exchange.jsontext import json_value
from leaderplan.exchange.review import mail
from leaderplan.exchange.review.layout import ANSWER_KIND, LARGEST_JSON

BEGIN = "-----BEGIN LEADERPLAN ANSWER-----"
END = "-----END LEADERPLAN ANSWER-----"
WIDTH = 64
"""Characters a line, so that no mail program breaks it."""
LARGEST_MAIL = 30_000_000
"""Bytes of a mail or a text, in which the largest answer has room as base64."""

_MIDDLE = b"LEADERPLAN"
_BLANK = rb"(?:[\s>]|\xc2?\xa0|&nbsp;|&gt;){1,20}"  # where a line was broken, or its blanks were made firm
_BEFORE = re.compile(rb".*-----(BEGIN|END)" + _BLANK + rb"\Z", re.DOTALL)
_AFTER = re.compile(_BLANK + b"ANSWER-----")
_LONGEST_BEFORE = 10 + 20 * len("&nbsp;")
_MOST_MARKS = 10_000
_MOST_BLOCKS = 100
_MOST_VALUES = 300_000
"""Brackets and commas in all answers of one mail but the first."""
_MARKUP = re.compile(rb"<[^<>]*>|&[#0-9A-Za-z]{1,30};")
_MOST_MARKUP = 250_000
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_OTHERS = bytes(set(range(256)) - set(_LETTERS))
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")


def armoured(data: bytes) -> str:
    """The bytes of an answer as text for a mail."""
    text = base64.urlsafe_b64encode(data).decode().rstrip("=")
    lines = [text[start : start + WIDTH] for start in range(0, len(text), WIDTH)]
    return "\n".join([BEGIN, *lines, END, ""])


def json_in(data: bytes, name: str) -> Any:
    """The JSON of an answer, which ``data`` is, or holds as text; raises UserError where there is none.

    Of several, as in a mail that quotes an older one, it is the one that says it was written last. One that was cut
    off is passed over where another is whole.
    """
    check_size(data, name, 2 * LARGEST_MAIL)
    if len(data) > LARGEST_MAIL:
        raise UserError(
            _("{name} is larger than {most} MB.", name=shown(name), most=LARGEST_MAIL // 1_000_000),
            _("Take the answer out of the mail, or ask for it as a file."),
        )
    tries: tuple[Iterator[bytes | None], ...]
    if mail.is_mail(data):
        held = mail.Mail(data)
        tries = (_in_parts(held.parts(rich=False)), _in_parts(held.parts(rich=True)), _in_text(data))
    else:
        encoding = encoding_of(data, name)
        if encoding not in ("utf-8", "utf-8-sig", "cp1252"):
            data = data.decode(encoding).encode("utf-8", "replace")
            encoding = "utf-8"
        if _JSON.match(data):
            return _json(data.decode(encoding), name)
        tries = (_in_text(data),)
    wrong: UserError | None = None
    for found in tries:
        read = _Read(name)
        for each in found:
            read.take(each)
        if read.is_any:
            return read.latest
        wrong = wrong or read.wrong
    raise wrong or UserError(
        _("{name} holds no answer to a review.", name=shown(name)),
        _("Choose the file that your mentor sent back, or paste all of their mail, from the line that begins with"
          " {begin} on.", begin=BEGIN),
    )  # fmt: skip


class _Read:
    """The answer that was written last of those read so far, and what was wrong with the first that is none."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._values = 0
        self.is_any = False
        self.latest: Any = None
        self.wrong: UserError | None = None

    def take(self, found: bytes | None) -> None:
        """Read one more, as long as it is little; None is one that was cut off."""
        self._values += sum(found.count(sign) for sign in (b"[", b"{", b",")) if found else 0
        if (self.is_any or self.wrong) and self._values > _MOST_VALUES:
            return
        try:
            plain = _json(found.decode(), self._name) if found is not None else ...
        except UnicodeDecodeError:
            plain = ...
        except UserError as error:
            self.wrong = self.wrong or error
            return
        if plain is ...:
            self.wrong = self.wrong or UserError(
                _("The answer in {name} was cut off or changed on its way.", name=shown(self._name)),
                _("Copy the whole text again, both marked lines with it, or ask for the answer as a file."),
            )
        elif not self.is_any or _written_at(plain) > _written_at(self.latest):
            self.is_any, self.latest = True, plain


def _written_at(plain: Any) -> str:
    return str(plain.get("written_at")) if isinstance(plain, dict) else ""


def _json(text: str, name: str) -> Any:
    if len(text) > LARGEST_JSON or len(text.encode("utf-8", "surrogatepass")) > LARGEST_JSON:
        raise UserError(
            _("{name} is larger than {most} MB.", name=shown(name), most=LARGEST_JSON // 1_000_000),
            _("Ask for a shorter answer."),
        )
    return json_value(text, name)


def _in_parts(parts: Iterator[bytes]) -> Iterator[bytes | None]:
    """The answers in the parts of a mail, in its text and among its attachments; None for each that was cut off."""
    for part in parts:
        if _JSON.match(part) and ANSWER_KIND.encode() in part:
            yield part.removeprefix(b"\xef\xbb\xbf")
        else:
            yield from _in_text(part)


def _in_text(text: bytes) -> Iterator[bytes | None]:
    """The answers between marked lines; None for each that was cut off."""
    return (_unarmoured(text[start:end]) for start, end in _blocks(text))


def _blocks(text: bytes) -> Iterator[tuple[int, int]]:
    """Where a marked block begins and ends: at an end, and the last beginning before it."""
    began = at = -1
    blocks = 0
    for _mark in range(_MOST_MARKS):
        if (at := text.find(_MIDDLE, at + 1)) < 0 or blocks == _MOST_BLOCKS:
            return
        before = _BEFORE.match(text, max(0, at - _LONGEST_BEFORE), at)
        after = _AFTER.match(text, at + len(_MIDDLE))
        if not before or not after:
            continue
        if before[1] == b"BEGIN":
            began = after.end()
        elif began >= 0:
            blocks += 1
            yield began, before.start(1) - len("-----")
            began = -1


def _unarmoured(block: bytes) -> bytes | None:
    markup = block.count(b"<") + block.count(b"&")
    if markup > min(_MOST_MARKUP, len(block) // 16 + 100):
        return None
    letters = (_MARKUP.sub(b"", block) if markup else block).translate(None, _OTHERS)
    try:
        return base64.urlsafe_b64decode(letters + b"=" * (-len(letters) % 4))
    except binascii.Error:
        return None
