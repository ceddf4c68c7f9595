"""From the text of one cell to the value of one field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from leaderplan.domain.fields import Choice, Kind, Spec
from leaderplan.domain.messages import Message, _
from leaderplan.exchange.csvtable.columns import plain
from leaderplan.exchange.guard import one_line, prose, shown
from leaderplan.exchange.tables import wanted
from leaderplan.exchange.writtendates import is_open, lies_month_first, read_date

_YES = {"yes", "y", "true", "t", "1", "x", "✓", "✔", "ja", "on"}
_NO = {"no", "n", "false", "f", "0", "-", "off"}
_NUMBER = re.compile(r"[-−+]?\d{1,15}(?:\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"[-−+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[-−+]?\d{1,15},\d+", re.ASCII)


class WrongCell(Exception):
    """A cell that its field cannot take; ``message`` is the sentence that says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def value_of(spec: Spec, text: str) -> Any:
    """The value of a field of any kind but references; raises :class:`WrongCell`."""
    reader = _READERS.get(spec.kind)
    if reader is None:
        return prose(text) if spec.kind is Kind.PROSE else one_line(text)
    return reader(spec, one_line(text) if spec.kind not in (Kind.TAGS, Kind.CHOICES) else prose(text))


def not_wanted(spec: Spec, text: str) -> WrongCell:
    """That a cell is not what its field wants."""
    return WrongCell(_("{text} is not {wanted}.", text=shown(text), wanted=wanted(spec)))


def parts_of(text: str, signs: str = ";\n,") -> list[str]:
    """The parts of a list in one cell, at the first of the signs that it holds."""
    for sign in signs:
        if sign in text:
            return [part for each in text.split(sign) if (part := one_line(each))]
    return [one_line(text)] if text.strip() else []


def _date(spec: Spec, text: str) -> Any:
    if is_open(text):
        return None
    try:
        return read_date(text)
    except ValueError:
        raise wrong_date(spec, text) from None


def wrong_date(spec: Spec, text: str) -> WrongCell:
    """That a cell is no date; and if so, that days come first here."""
    if lies_month_first(text):
        return WrongCell(_("{text} has no such month: days come first, as in 31/3/2025; 2025-03-31 is read too.",
                           text=shown(text)))  # fmt: skip
    return not_wanted(spec, text)


def _number(spec: Spec, text: str) -> float | int:
    bare = re.sub(r"[\s%£€$_']|per ?cent$", "", text)
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(",", "")
    elif _DECIMAL_COMMA.fullmatch(bare):
        bare = bare.replace(",", ".")
    if not _NUMBER.fullmatch(bare):
        raise not_wanted(spec, text)
    number = float(bare.replace("−", "-"))
    if not spec.whole and spec.kind is Kind.NUMBER:
        return number
    if not number.is_integer():
        raise not_wanted(spec, text)
    return int(number)


def _choice(spec: Spec, text: str) -> Choice:
    asked = plain(text)
    for member in spec.choices or ():
        if asked in (plain(member.value), plain(str(member.label))):
            return member
    raise not_wanted(spec, text)


def _choices(spec: Spec, text: str) -> tuple[Choice, ...]:
    return tuple(dict.fromkeys(_choice(spec, part) for part in parts_of(text, ";|/\n,")))


def _tags(_spec: Spec, text: str) -> tuple[str, ...]:
    parts = text.split() if text.startswith("#") else parts_of(text, ";|\n,")
    return tuple(dict.fromkeys(tag for part in parts if (tag := part.strip("# "))))


def _flag(spec: Spec, text: str) -> bool:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    raise not_wanted(spec, text)


def _share(spec: Spec, text: str) -> tuple[int, ...]:
    found = re.findall(r"\d{1,3}(?!\d)", text, re.ASCII)
    if len(found) != len(spec.choices or ()) or re.search(r"\d{4}", text, re.ASCII):
        raise not_wanted(spec, text)
    return tuple(map(int, found))


def _address(_spec: Spec, text: str) -> str:
    return f"https://{text}" if text.lower().startswith("www.") else text


def _never(_spec: Spec, _text: str) -> Any:
    raise WrongCell(_("this cannot come from a cell: leave the column out."))


_READERS: Mapping[Kind, Callable[[Spec, str], Any]] = {
    Kind.DATE: _date,
    Kind.MOMENT: _never,
    Kind.LEVEL: _number,
    Kind.NUMBER: _number,
    Kind.SHARE: _share,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.TAGS: _tags,
    Kind.FLAG: _flag,
    Kind.ADDRESS: _address,
    Kind.ATTACHMENT: _never,
}
