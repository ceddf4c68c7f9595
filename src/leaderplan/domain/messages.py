"""Texts that the domain says, kept apart from the language in which they are shown.

A text is marked where it is written: ``_("Nobody has heard of {title} yet.", title=story.title)``. Extraction finds
the marks, and a :class:`~leaderplan.domain.language.Language` renders the message for whoever shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from leaderplan.domain.dates import PartialDate

Argument: TypeAlias = "str | int | float | date | datetime | PartialDate | Message | tuple[Message, ...]"


@dataclass(frozen=True, slots=True)
class Message:
    """A marked text with its arguments.

    ``plural`` is the form for other counts than one; then ``count`` decides between the two.
    """

    id: str
    args: tuple[tuple[str, Argument], ...] = ()
    plural: str = ""
    count: int = 1

    def __str__(self) -> str:
        """The text in English, as written: for logs, tests and exceptions nobody rendered."""
        text = self.plural if self.plural and self.count != 1 else self.id
        return text.format(**{name: _plain(value) for name, value in self.args}) if self.args else text


def _plain(value: Argument) -> str:
    return ", ".join(str(part) for part in value) if isinstance(value, tuple) else str(value)


def _(text: str, /, **args: Argument) -> Message:
    """Mark ``text`` for translation; ``{name}`` in it is filled from ``args`` when it is shown."""
    return Message(text, tuple(args.items()))


def _n(one: str, many: str, count: int, /, **args: Argument) -> Message:
    """Mark a text with a plural; ``{count}`` is filled too."""
    return Message(one, (("count", count), *args.items()), many, count)


def to_plain(message: Message) -> dict[str, object]:
    """What JSON can hold of a message; dates and other messages among its arguments are kept by their text."""
    plain: dict[str, object] = {"id": message.id}
    if message.args:
        plain["args"] = {name: value if isinstance(value, (int, float)) else str(value) for name, value in message.args}
    return plain | {"plural": message.plural, "count": message.count} if message.plural else plain


def from_plain(plain: dict[str, object]) -> Message:
    """The message that :func:`to_plain` took apart; raises ValueError for anything else."""
    args, count = plain.get("args", {}), plain.get("count", 1)
    if not isinstance(plain.get("id"), str) or not isinstance(args, dict) or not isinstance(count, int):
        raise ValueError("not a message")
    return Message(str(plain["id"]), tuple(args.items()), str(plain.get("plural", "")), count)
