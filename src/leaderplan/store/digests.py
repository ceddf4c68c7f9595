"""The digest that every row carries, and the sum of them that every table has.

A digest is SHA-256 over the compact JSON of the table's name and the row's values in the order of the columns.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

Cell = str | int | float | None

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_MODULUS = 2**256


def digest(table: str, values: Iterable[Cell]) -> bytes:
    """The 32 bytes of a row; raises ValueError or TypeError for values that were never written."""
    return sha256(_encode([table, *values]).encode()).digest()


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows a table has, and the sum of their digests modulo 2**256 (big-endian bytes where stored)."""

    count: int = 0
    sum: int = 0

    def plus(self, added: bytes) -> Total:
        """With one more row."""
        return Total(self.count + 1, (self.sum + int.from_bytes(added)) % _MODULUS)

    def minus(self, removed: bytes) -> Total:
        """With one row less."""
        return Total(self.count - 1, (self.sum - int.from_bytes(removed)) % _MODULUS)

    @property
    def stored(self) -> bytes:
        """The sum as it lies in ``meta``."""
        return self.sum.to_bytes(32)
