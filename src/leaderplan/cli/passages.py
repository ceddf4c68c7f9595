"""A part of a plan that leaves, or that came, as lines to read and as values."""

from __future__ import annotations

from typing import Any

from leaderplan.cli.speaking import line
from leaderplan.cli.target import short
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.review.reading import Piece, chapters
from leaderplan.exchange.review.package import attachments_of, plain_record

_LABEL = 22


def print_passages(plan: Plan) -> None:
    """Every record by chapters, with its id and each field that is filled."""
    for chapter in chapters(plan, ENGLISH):
        line("")
        line(chapter.title)
        for piece in chapter.pieces:
            _print_piece(piece, "  ")


def _print_piece(piece: Piece, indent: str) -> None:
    line(f"{indent}{short(piece.record.id)}  {piece.kind}: {piece.name}")
    for passage in piece.passages:
        first, *others = passage.text.split("\n")
        line(f"{indent}    {passage.label:{_LABEL}} {first}")
        for other in others:
            line(f"{indent}    {'':{_LABEL}} {other}")
    for part in piece.parts:
        _print_piece(part, indent + "  ")


def plain_records(plan: Plan) -> list[dict[str, Any]]:
    """Every record with the fields that are filled, by table and id."""
    ordered = sorted(plan, key=lambda record: (record.table, record.id))
    return [{"table": record.table} | plain_record(record) for record in ordered]


def plain_files(plan: Plan) -> list[dict[str, Any]]:
    """The files that go with it."""
    return [{"name": file.name, "size": file.size, "sha256": file.sha256} for file in attachments_of(plan)]
