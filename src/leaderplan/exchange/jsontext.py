"""JSON from outside: sizes, depth, keys and numbers that JSON leaves open, before anybody looks at a value."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from functools import lru_cache, partial
from typing import Any, NoReturn

from leaderplan.domain.messages import Message, _
from leaderplan.errors import UserError
from leaderplan.exchange.guard import LARGEST_FILE, shown, text_of

DEEPEST = 32
"""Lists and objects of JSON inside one another."""
MOST_VALUES = 1_000_000
"""Values in one JSON text."""
MOST_BOXES = 300_000
"""Lists, and objects, in one JSON text: an empty one costs more than a hundred letters."""

_FEW_TEXTS = 100_000
# A text as a whole, or one sign outside of texts; possessive, so that a text of megabytes needs no memory.
_PIECE = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[,\[{]', re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def json_of(data: bytes, name: str, most: int = LARGEST_FILE) -> Any:
    """The value of a JSON file; raises UserError for what :func:`json_value` refuses, and for its size."""
    return json_value(text_of(data, name, most), name)


def json_value(text: str, name: str, first_line: int = 1, *, halves: bool = False) -> Any:
    """The value of a JSON text (RFC 8259), which begins in line ``first_line`` of its file.

    Raises UserError for text that is not JSON, for too many or too deeply nested values, for a key that comes twice in
    one object, for NaN and numbers without an end, and for half a character (a lone surrogate) unless ``halves`` are
    welcome.
    """
    if _may_be_too_many(text) and _are_too_many(text):
        _too_many(name)
    try:
        value = _decoder(name).decode(text)
    except json.JSONDecodeError as error:
        raise UserError(
            _("{name} is not JSON from line {line}, column {column} on.",
              name=shown(name), line=error.lineno + first_line - 1, column=error.colno),
            _("Mend the file there, or export it again."),
        ) from None  # fmt: skip
    except RecursionError:
        _too_deep(name)
    except ValueError:  # from _no_number, _finite, and Python's own limit of digits
        raise UserError(
            _("{name} holds a number that JSON does not know: NaN, Infinity or one with too many digits.",
              name=shown(name)),
            _("Put a number or null in its place."),
        ) from None  # fmt: skip
    _check_depth(value, name)
    if not halves and _SURROGATE.search(text):
        _check_characters(value, name)
    return value


def _may_be_too_many(text: str) -> bool:
    """Quick, and right unless texts hold signs of JSON themselves."""
    return text.count(",") > MOST_VALUES or max(text.count("["), text.count("{")) > MOST_BOXES


def _are_too_many(text: str) -> bool:
    """Counted outside of texts, for the sake of a few long texts; among many texts the quick count stands."""
    left = {",": MOST_VALUES, "[": MOST_BOXES, "{": MOST_BOXES, '"': _FEW_TEXTS}
    for piece in _PIECE.finditer(text):
        sign = text[piece.start()]
        left[sign] -= 1
        if left[sign] < 0:
            return True
    return False


@lru_cache(maxsize=8)
def _decoder(name: str) -> json.JSONDecoder:
    """Kept, since a file of lines asks for it once a line."""
    return json.JSONDecoder(object_pairs_hook=partial(_object, name), parse_constant=_no_number, parse_float=_finite)


def _object(name: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Makes an object, which is the one moment when a key that comes twice can be seen."""
    made = dict(pairs)
    if len(made) != len(pairs):
        twice = Counter(key for key, _value in pairs).most_common(1)[0][0]
        raise UserError(
            _("{name} says {key} twice in one object.", name=shown(name), key=shown(twice)),
            _("Take one of the two out."),
        )
    return made


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _check_depth(value: Any, name: str) -> None:
    level = [value] if isinstance(value, (dict, list)) else []
    for _depth in range(DEEPEST):
        if not level:
            return
        level = [
            child
            for box in level
            for child in (box.values() if isinstance(box, dict) else box)
            if isinstance(child, (dict, list))
        ]
    if level:
        _too_deep(name)


def _check_characters(value: Any, name: str) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise UserError(
            _("{name} holds half a character, \\u{code}, after “{before}”.", name=shown(name),
              code=f"{ord(error.object[error.start]):04x}", before=shown(error.object[:error.start][-20:])),
            _("Type that place again, or export the file again."),
        ) from None  # fmt: skip


def _too_many(name: str) -> NoReturn:
    raise UserError(
        _("{name} holds more than {values} values or {boxes} lists or objects.",
          name=shown(name), values=MOST_VALUES, boxes=MOST_BOXES),
        _("Split it into smaller files."),
    )  # fmt: skip


def _too_deep(name: str) -> NoReturn:
    raise UserError(
        _("{name} nests lists and objects deeper than {most}.", name=shown(name), most=DEEPEST),
        _("Choose a file that a program wrote for this purpose."),
    )


def value_shown(value: object) -> str | Message:
    """A JSON value in a sentence: what it says where it is short, what it is where it is not."""
    if isinstance(value, dict):
        return _("an object")
    if isinstance(value, list):
        return _("a list")
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    return shown(value if isinstance(value, str) else str(value)[:100])
