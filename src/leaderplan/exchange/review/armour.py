"""An answer as text that survives a mail: base64 (RFC 4648, 5, the alphabet for addresses) between two marked lines.

Whatever a mail program puts in between, quotation marks of a reply, other line ends, spaces, is passed over. A whole
mail (RFC 5322) is looked through part by part.
"""

from __future__ import annotations

import base64
import binascii
import email
import email.policy
import re
from typing import Any

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.exchange.guard import shown, text_of
from leaderplan.exchange.jsontext import json_value
from leaderplan.exchange.review.layout import ANSWER_KIND, LARGEST_JSON

BEGIN = "-----BEGIN LEADERPLAN ANSWER-----"
END = "-----END LEADERPLAN ANSWER-----"
WIDTH = 64
"""Characters a line, so that no mail program breaks it."""

_BLOCK = re.compile(re.escape(BEGIN) + "(.*?)" + re.escape(END), re.DOTALL)
_OTHERS = re.compile(r"[^A-Za-z0-9_-]")
_LARGEST = LARGEST_JSON * 2
_HEADER = re.compile(rb"\A(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:[ \t])", re.ASCII)


def armoured(data: bytes) -> str:
    """The bytes of an answer as text for a mail."""
    text = base64.urlsafe_b64encode(data).decode().rstrip("=")
    lines = [text[start : start + WIDTH] for start in range(0, len(text), WIDTH)]
    return "\n".join([BEGIN, *lines, END, ""])


def json_in(data: bytes, name: str) -> Any:
    """The JSON of an answer, which ``data`` is, or holds as text; raises UserError where there is none.

    Of several, as in a mail that quotes an older one, it is the one that says it was written last.
    """
    text = text_of(data, name, _LARGEST)
    if text.lstrip().startswith("{"):
        return _json(text, name)
    found = [_unarmoured(block, name) for block in _BLOCK.findall(text)] or _in_mail(data, name)
    if not found:
        raise UserError(
            _("{name} holds no answer to a review.", name=shown(name)),
            _("Choose the file that your mentor sent back, or paste all of their mail, from the line that begins with"
              " {begin} on.", begin=BEGIN),
        )  # fmt: skip
    return max((_json(each, name) for each in found), key=_written_at)


def _written_at(plain: Any) -> str:
    return str(plain.get("written_at")) if isinstance(plain, dict) else ""


def _json(text: str, name: str) -> Any:
    if len(text) > LARGEST_JSON or len(text.encode("utf-8", "surrogatepass")) > LARGEST_JSON:
        raise UserError(
            _("{name} is larger than {most} MB.", name=shown(name), most=LARGEST_JSON // 1_000_000),
            _("Ask for a shorter answer."),
        )
    return json_value(text, name)


def _unarmoured(block: str, name: str) -> str:
    letters = _OTHERS.sub("", block)
    try:
        return base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError):
        raise UserError(
            _("The answer in {name} was cut off or changed on its way.", name=shown(name)),
            _("Copy the whole text again, both marked lines with it, or ask for the answer as a file."),
        ) from None


def _in_mail(data: bytes, name: str) -> list[str]:
    """The answers in a saved mail: in its text, and among its attachments."""
    if not _HEADER.match(data):
        return []
    found: list[str] = []
    try:
        for part in email.message_from_bytes(data, policy=email.policy.compat32).walk():
            held = part.get_payload(decode=True)
            if isinstance(held, bytes) and held:
                text = held.decode("utf-8", "replace")
                found += [_unarmoured(block, name) for block in _BLOCK.findall(text)]
                found += [text] if text.lstrip().startswith("{") and ANSWER_KIND in text else []
    except (RecursionError, ValueError, LookupError):  # parts within parts without end, or headers that are none
        return found
    return found
