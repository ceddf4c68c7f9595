"""The whole plan in one file, history and attachments included. docs/formats/archive.md says how it is built."""

from leaderplan.exchange.archive.layout import MIME, SUFFIX, Progress, Tables
from leaderplan.exchange.archive.manifest import Head, Manifest, Part
from leaderplan.exchange.archive.reading import Archive
from leaderplan.exchange.archive.writing import write

__all__ = ["MIME", "SUFFIX", "Archive", "Head", "Manifest", "Part", "Progress", "Tables", "write"]
