"""What binds an answer to the share that it was made from.

HMAC-SHA256 (RFC 2104) under the key of the share, in hex, over the answer without ``proof`` as canonical JSON: keys in
the order of their code points, no white space, UTF-8, nothing escaped that need not be. For texts and whole numbers,
which is all that an answer holds, that is the JSON Canonicalization Scheme (RFC 8785).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from typing import Any

from leaderplan.exchange.review.layout import KEY_BYTES

PROOF = "proof"


def new_key() -> str:
    """A key for one share, in hex."""
    return secrets.token_hex(KEY_BYTES)


def canonical(answer: Mapping[str, Any]) -> bytes:
    """The bytes that are proved; raises UnicodeEncodeError for half a character."""
    unproved = {name: value for name, value in answer.items() if name != PROOF}
    return json.dumps(unproved, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def proof(answer: Mapping[str, Any], key: str) -> str:
    """The proof of an answer under a key in hex."""
    return hmac.new(bytes.fromhex(key), canonical(answer), hashlib.sha256).hexdigest()


def is_proven(answer: Mapping[str, Any], key: str) -> bool:
    """Whether an answer carries the proof under this key."""
    stated = answer.get(PROOF)
    if not isinstance(stated, str) or not stated.isascii():
        return False
    try:
        return hmac.compare_digest(proof(answer, key), stated)
    except ValueError:  # half a character in it, or a key that is none
        return False
