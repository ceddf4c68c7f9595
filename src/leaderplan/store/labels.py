"""The names of erased records, taken out of what steps are called."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from leaderplan.domain.edits import NAME_LENGTH

NAMELESS = "…"

_TELLING = 4
"""Characters from which on a name says whom it means wherever it stands; a shorter one must stand alone."""


class Names:
    """What some records were ever called."""

    def __init__(self, headings: Iterable[str]) -> None:
        self._names = sorted({heading[:NAME_LENGTH] for heading in headings if heading.strip()})
        self._found = re.compile("|".join(map(_pattern, self._names))) if self._names else None
        # How they begin, as JSON writes it: most labels need not be read at all.
        begun = {re.escape(json.dumps(name[:_TELLING])[1:-1]) for name in self._names}
        self._hinted = re.compile("|".join(sorted(begun))) if begun else None

    def taken_out(self, label: str, everything: bool) -> str:
        """A label as it is kept, with an ellipsis for each text in it that names one of them, or for each text."""
        if not everything and not (self._hinted and self._hinted.search(label)):
            return label
        plain = json.loads(label)
        if isinstance(plain, dict) and "args" in plain:
            after = plain | {"args": self._blanked(plain["args"], everything)}
            return label if after == plain else json.dumps(after)
        return label

    def _blanked(self, value: object, everything: bool) -> object:
        if isinstance(value, dict):
            return {name: self._blanked(part, everything) for name, part in value.items()}
        if isinstance(value, list):
            return [self._blanked(part, everything) for part in value]
        if isinstance(value, str) and (everything or self._names_one(value)):
            return NAMELESS
        return value

    def _names_one(self, text: str) -> bool:
        if self._found is None or self._found.search(text):
            return self._found is not None
        # A longer name that was cut off may end in the middle of one.
        return len(text) == NAME_LENGTH and any(
            text.endswith(name[:length]) for name in self._names for length in range(_TELLING, len(name))
        )


def _pattern(name: str) -> str:
    found = re.escape(name)
    return found if len(name) >= _TELLING or not name.isascii() else rf"(?<!\w){found}(?!\w)"
