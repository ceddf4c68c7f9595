"""Signs what is ours, for a publisher who has a certificate: first the bundle, then the installers made of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from facts import Program
from trouble import Runs, must
from windows.executables import console, windowed

CERTIFICATE: Final = "LEADERPLAN_WINDOWS_CERTIFICATE"
"""The variable with the SHA-1 of the certificate, which signtool finds in Windows' own store."""
TIMESTAMP: Final = "LEADERPLAN_WINDOWS_TIMESTAMP"
"""The variable with the address of the certificate authority's time service: a signature lives on when it expires."""


def ours(bundle: Path, program: Program) -> list[Path]:
    """What in a bundle is made here: both executables and SQLite. What others made keeps the signature it came with."""
    return [bundle / console(program), bundle / windowed(program), *sorted(bundle.rglob("sqlite3.dll"))]


def sign(files: Iterable[Path], run: Runs = must, environment: Mapping[str, str] = os.environ) -> str:
    """Sign these files, and check it; what came of it, in a sentence.

    An installer carries the bundle's files as they are, so the bundle comes first.
    """
    paths = list(files)
    names = ", ".join(path.name for path in paths)
    certificate, timestamp = environment.get(CERTIFICATE, ""), environment.get(TIMESTAMP, "")
    if not (certificate and timestamp):
        return (
            f"{names}: not signed, as {CERTIFICATE} and {TIMESTAMP} are not set. Windows will warn of an unknown "
            "publisher, and machines that run only signed programs will not run it."
        )
    run("signtool", "sign", "/sha1", certificate, "/fd", "SHA256", "/tr", timestamp, "/td", "SHA256", *paths)
    run("signtool", "verify", "/pa", "/tw", *paths)
    return f"{names}: signed."
