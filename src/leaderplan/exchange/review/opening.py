"""A review file as it came: sealed with a passphrase or not, in a place of its own, without any plan."""

from __future__ import annotations

import io
from pathlib import Path

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.exchange import sealed
from leaderplan.exchange.guard import read_file, shown
from leaderplan.exchange.review import package
from leaderplan.exchange.review.layout import LARGEST_PACKED
from leaderplan.exchange.review.package import Review
from leaderplan.exchange.sealed import Key

_SEALED_IN = 1_000_000
"""Bytes that sealing adds, at most."""
_ZIP = b"PK\x03\x04"


def read(file: Path) -> bytes:
    """The bytes of a review file; raises UserError for what cannot be one."""
    data = read_file(file, LARGEST_PACKED + _SEALED_IN)
    if not data.startswith(_ZIP):
        raise UserError(
            _("{name} is no review file of LeaderPlan.", name=shown(file.name)),
            _("Choose the file that you were sent."),
        )
    return data


def locked_key(data: bytes) -> bytes | None:
    """The key of a sealed review file, still under its passphrase; None of one that is not sealed."""
    return sealed.sealed_key(io.BytesIO(data))


def opened(data: bytes, key: Key | None) -> Review:
    """The review in these bytes, sealed with ``key`` where there is one; raises UserError for anything else."""
    if key is None:
        return package.read(io.BytesIO(data))
    plain = io.BytesIO()
    sealed.open_sealed(io.BytesIO(data), plain, key)
    return package.read(plain)
