"""The formats that can be read, and which of them a file is in."""

from __future__ import annotations

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.exchange import csvtable, framework, jsonresume, objects
from leaderplan.exchange.guard import check_size, shown
from leaderplan.exchange.importer import Importer

IMPORTERS: tuple[Importer, ...] = (
    Importer("framework", _("Competency framework (JSON)"), (".json",), framework.sniff, framework.read),
    Importer("json-resume", _("JSON Resume 1.0.0"), (".json",), jsonresume.sniff, jsonresume.read),
    Importer("csv", _("Table (CSV, TSV)"), (".csv", ".tsv", ".tab", ".txt"), csvtable.sniff, csvtable.read),
    Importer("json", _("JSON objects, one record each"), (".json", ".jsonl", ".ndjson"), objects.sniff, objects.read),
)
"""The formats that can be read, in the order in which they are tried."""


def importer_for(data: bytes, name: str, wanted: str | None = None) -> Importer:
    """The importer called ``wanted``, else the one that knows the file; raises UserError where there is none."""
    check_size(data, name)
    formats = ", ".join(importer.name for importer in IMPORTERS)
    if wanted is not None:
        for importer in IMPORTERS:
            if importer.name == wanted:
                return importer
        raise UserError(
            _("There is no format {format}.", format=shown(wanted)), _("Name one of these: {formats}.", formats=formats)
        )
    for importer in IMPORTERS:
        if importer.sniff(data, name):
            return importer
    raise UserError(
        _("{name} is in none of the formats that can be read.", name=shown(name)),
        _("Export it as one of these: {formats}.", formats=formats),
    )
