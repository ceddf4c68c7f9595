"""Mails and pasted texts that cost much to look through, with no answer in them or with a good one."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from email.message import EmailMessage

from leaderplan.exchange.review.armour import BEGIN, END, armoured

SIZE = 29_500_000
_BEGIN, _END = BEGIN.encode(), END.encode()
_SUBJECT = b"Subject: x\n"
_MIXED = _SUBJECT + b'Content-Type: multipart/mixed; boundary="b"\n\n'


def filled(piece: bytes, size: int = SIZE) -> bytes:
    """The piece over and over."""
    return (piece * (size // len(piece) + 1))[:size]


def nested(depth: int) -> bytes:
    """The headers of multiparts within multiparts."""
    return b"From: a@example.org\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%dx"\r\n\r\n--%dx\r\n' % (n, n) for n in range(depth)
    )


def _encoded(body: bytes) -> bytes:
    return _SUBJECT + b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(body)


def _many_boxes() -> bytes:
    part = (
        b'--b\nContent-Type: application/json\n\n{"format": "leaderplan-answer", "x": [' + b"[]," * 99_000 + b"[]]}\n"
    )
    return _MIXED + filled(part)


def _html(data: bytes) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "x"
    lines = "".join(f"<div>{line.replace(' ', '&nbsp;')}<br></div>\n" for line in armoured(data).splitlines())
    mail.set_content(f"<html><body>{lines}</body></html>", subtype="html", cte="quoted-printable")
    return mail.as_bytes()


REFUSED_MAILS: Mapping[str, Callable[[bytes], bytes]] = {
    "parts within parts": lambda _good: nested(400),
    "large, of parts within parts": lambda _good: nested(400) + filled(b"x\r\n"),
    "the good one deeper than any": lambda good: nested(30) + b"Subject: x\n\n" + armoured(good).encode()[:200],
    "beginnings without an end": lambda _good: filled(_BEGIN + b"\n"),
    "beginnings without an end, in a mail": lambda _good: _SUBJECT + b"\n" + filled(_BEGIN + b"\n"),
    "many blocks of nothing": lambda _good: filled(_BEGIN + b"\nabcd\n" + _END + b"\n"),
    "the name in the marks over and over": lambda _good: filled(b"LEADERPLAN"),
    "tags that never end": lambda _good: _BEGIN + filled(b"<") + _END,
    "nothing but tags": lambda _good: _BEGIN + filled(b"a<>") + _END,
    "many tags": lambda _good: _BEGIN + filled(b"a" * 120 + b"<>") + _END,
    "many parts": lambda _good: _MIXED + filled(b"--b\n\nx\n"),
    "lines that are nearly boundaries": lambda _good: _MIXED + filled(b"\n--bx"),
    "headers without end": lambda _good: _SUBJECT + filled(b"Content-Type: text/plain; a=b;\n"),
    "base64 of nothing": lambda _good: _encoded(b"x" * 21_000_000),
    "base64 that is none": lambda _good: _SUBJECT + b"Content-Transfer-Encoding: base64\n\n" + filled(b"="),
    "many answers of lists": lambda _good: _many_boxes(),
    "more than 30 MB": lambda good: b"Subject: x\n\n" + filled(b"x \n", 31_000_000) + armoured(good).encode(),
}
HARMLESS_MAILS: Mapping[str, Callable[[bytes], bytes]] = {
    "in HTML alone": _html,
    "in a large one": lambda good: b"Subject: x\n\n" + armoured(good).encode() + filled(b"x \n", 20_000_000),
    "after a beginning without an end": lambda good: f"{BEGIN}\nabc\n{armoured(good)}".encode(),
    "after one that was cut off": lambda good: f"{armoured(good)[:90]}\n{END}\n{armoured(good)}".encode(),
}
