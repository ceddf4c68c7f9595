"""The parts of a saved mail (RFC 5322, RFC 2045) in which an answer may be, found without reading it as a whole.

Python's own parser makes lists of all lines, which a large mail, or one of parts within parts, makes dear.
"""

from __future__ import annotations

import binascii
import email
import re
from collections.abc import Iterator
from email.message import Message

from leaderplan.exchange.review.layout import ANSWER_MIME, ANSWER_SUFFIX

MOST_PARTS = 100
DEEPEST = 20
"""Multiparts within multiparts."""

_START = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:[ \t])", re.ASCII)
_HEADERS = 128_000
"""Bytes in which the headers of a part must end."""
_ABOUT_CONTENT = re.compile(rb"^Content-[^\n]*\n(?:[ \t][^\n]*\n)*", re.MULTILINE | re.IGNORECASE)
_LARGEST_ABOUT_CONTENT = 4_000
_BLANK_LINE = re.compile(rb"\n\r?\n")
_LINE = re.compile(rb"(--)?[ \t]{0,100}\r?(?:\n|\Z)")
_MOST_LINES = 1_000
"""Lines that look like boundaries."""
_LONGEST_BOUNDARY = 200
_JSON = ("application/json", ANSWER_MIME)


def is_mail(data: bytes) -> bool:
    """Whether it begins as a saved mail does; a text may, too."""
    return _START.match(data) is not None


class Mail:
    """A saved mail, gone through once."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._leaves = [leaf for leaf in _Walk(data).leaves(0, len(data)) if _may_answer(leaf[0])]

    def parts(self, *, rich: bool) -> Iterator[bytes]:
        """What the parts that may hold an answer hold, decoded: those that are HTML (``rich``), or the others."""
        for head, start, end in self._leaves:
            if (head.get_content_type() == "text/html") is rich:
                yield _decoded(head, self._data[start:end])


def _may_answer(head: Message) -> bool:
    kind = head.get_content_type()
    if kind == "application/octet-stream":
        try:
            name = head.get_filename("")
            return not name or name.lower().endswith((ANSWER_SUFFIX, ".json", ".txt"))
        except (ValueError, LookupError):  # a name in an encoding that there is not
            return False
    return kind.startswith("text/") or kind in _JSON


def _decoded(head: Message, body: bytes) -> bytes:
    encoding = str(head.get("Content-Transfer-Encoding", "")).strip().lower()
    try:
        if encoding == "base64":
            return binascii.a2b_base64(body)
        return binascii.a2b_qp(body) if encoding == "quoted-printable" else body
    except binascii.Error:
        return b""


class _Walk:
    """Goes through the parts by their places, with an end to how many there are and how deep they lie."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parts = self._lines = 0

    def leaves(self, start: int, end: int, depth: int = 0) -> Iterator[tuple[Message, int, int]]:
        """What is said of each part that holds no others, and where its body begins and ends."""
        if self._parts >= MOST_PARTS:
            return
        self._parts += 1
        head, body = self._head(start, end)
        if head.get_content_maintype() not in ("multipart", "message"):
            yield head, body, end
        elif depth < DEEPEST:
            within = [(body, end)] if head.get_content_maintype() == "message" else self._within(head, body, end)
            for inner, until in within:
                yield from self.leaves(inner, until, depth + 1)

    def _head(self, start: int, end: int) -> tuple[Message, int]:
        until = min(end, start + _HEADERS)
        none = re.compile(rb"\r?\n").match(self._data, start, until)
        blank = none or _BLANK_LINE.search(self._data, start, until)
        body = blank.end() if blank else until
        about = b""
        for found in _ABOUT_CONTENT.finditer(self._data, start, body):
            about += found[0][:_LARGEST_ABOUT_CONTENT]
            if len(about) >= _LARGEST_ABOUT_CONTENT:
                break
        return email.message_from_bytes(about), body

    def _within(self, head: Message, start: int, end: int) -> Iterator[tuple[int, int]]:
        try:
            boundary = (head.get_boundary() or "").encode("ascii", "surrogateescape")
        except (ValueError, LookupError):
            return
        if not 0 < len(boundary) <= _LONGEST_BOUNDARY:
            return
        mark = b"\n--" + boundary
        began = None
        at = max(start - 1, 0)  # the blank line before the body ends where the first boundary may begin
        while (at := self._data.find(mark, at, end)) >= 0 and self._lines < _MOST_LINES:
            self._lines += 1
            line = _LINE.match(self._data, at + len(mark), end)
            if line:
                if began is not None:
                    yield began, max(began, at)
                if line[1]:
                    return
                began = line.end()
                at = began - 1
            else:
                at += len(mark)
        if began is not None:  # it was cut off
            yield began, end
