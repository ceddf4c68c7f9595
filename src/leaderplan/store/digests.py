"""The digest that every row carries, and the sum of them that every table has.

A digest is SHA-256 over the UTF-8 of the table's name and the row's values in the order of the columns, joined by NUL,
which no stored text holds. A text is written ``t`` and itself, a number ``n`` and its shortest decimal form (``3``,
``0.1``), NULL as nothing. (JSON would say the same six times slower, and opening a plan digests all of it.)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

Cell = str | int | float | None

_MODULUS = 2**256


def digest(table: str, values: Iterable[Cell]) -> bytes:
    """The 32 bytes of a row."""
    parts = [f"t{value}" if value.__class__ is str else "" if value is None else f"n{value!r}" for value in values]
    return sha256("\0".join((table, *parts)).encode()).digest()


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows a table has, and the sum of their digests modulo 2**256 (big-endian bytes where stored)."""

    count: int = 0
    sum: int = 0

    def plus(self, *added: bytes) -> Total:
        """With more rows."""
        return Total(self.count + len(added), (self.sum + sum(map(int.from_bytes, added))) % _MODULUS)

    def minus(self, removed: bytes) -> Total:
        """With one row less."""
        return Total(self.count - 1, (self.sum - int.from_bytes(removed)) % _MODULUS)

    @property
    def stored(self) -> bytes:
        """The sum as it lies in ``meta``."""
        return self.sum.to_bytes(32)
