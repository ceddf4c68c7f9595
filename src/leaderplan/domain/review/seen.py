"""The text that somebody read, as one short value: it tells whether the text is still the same.

SHA-256 in hex, of UTF-8. Of one field it is that of its text, without what cannot be seen and with every run of white
space as one blank, as it is on its way to a reader; of a record that of the compact JSON list of its table and such
texts, as pairs of field and text in the order of the record's declaration. Of a framework only names count: its
sentences may be ones that were not sent.
"""

from __future__ import annotations

import hashlib
import json

from leaderplan.domain.cleaning import clean
from leaderplan.domain.fields import Kind, Record, specs
from leaderplan.domain.records import Competency, Framework, Level

_TEXTS = (Kind.TEXT, Kind.PROSE)
_PUBLISHED = (Framework, Level, Competency)


def text_hash(text: str) -> str:
    """Of one text."""
    return hashlib.sha256(_even(text).encode("utf-8", "surrogatepass")).hexdigest()


def record_hash(record: Record) -> str:
    """Of all texts of a record that may be read by others."""
    pairs = [
        (name, _even(getattr(record, name)))
        for name, spec in specs(type(record)).items()
        if spec.shared and spec.kind in _TEXTS and getattr(record, name)
        if name == record.title_field or not isinstance(record, _PUBLISHED)
    ]
    return text_hash(json.dumps([record.table, pairs], ensure_ascii=False, separators=(",", ":")))


def _even(text: str) -> str:
    return " ".join(clean(text).split())


def seen_hash(record: Record | None, field: str) -> str:
    """Of what a comment is about: a field where it names one that holds text, else the record; empty of nothing."""
    if record is None:
        return ""
    spec = specs(type(record)).get(field)
    return text_hash(getattr(record, field)) if spec and spec.kind in _TEXTS else record_hash(record)
