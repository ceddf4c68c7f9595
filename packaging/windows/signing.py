"""Signs what is ours, for a publisher who has a certificate: first the bundle, then the installers made of it.

On Windows, in the folder packaging: python -m windows.signing FILE ...
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from facts import Program
from trouble import Runs, Trouble, must
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


def main(arguments: Sequence[str], run: Runs = must, environment: Mapping[str, str] = os.environ) -> int:
    """Sign these files; the exit status, which is 0 without a certificate as well."""
    # signtool runs in the checkout, where a relative path would mean another file.
    files = [Path(argument).resolve() for argument in arguments]
    missing = [str(file) for file in files if not file.is_file()]
    if not files or missing:
        print(f"{', '.join(missing)}: not there." if missing else __doc__, file=sys.stderr)
        return 2
    try:
        print(sign(files, run, environment))
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
