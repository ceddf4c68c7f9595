"""Texts without what cannot be seen, so that two that look the same are the same."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def clean(text: str) -> str:
    """Line ends as ``\\n``; no control characters, marks that turn the direction of writing, or lone surrogates."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
