"""Archives made to fill the memory: each is refused before it does.."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LARGE = {
    "a manifest of a gigabyte": """built([Raw(b"manifest.json", b" " * 10**7, 8, size=10**9)])""",
    "a manifest of empty lists": """built([Raw(b"manifest.json", b"[" + b"[]," * 10**7 + b"1]", 8)])""",
    "a manifest of many entries": """archive(entries={str(n): {} for n in range(290_000)})""",
    "a manifest of entries without a size": """archive(entries={str(n): {} for n in range(100_000)})""",
    "a table of two gigabytes": """archive(rows(b" " * 10**6, size=2 * 10**9))""",
    "tables of more than a gigabyte": """archive(*[
        rows(b"{}", table, size=400_000_000) for table in ("person", "risk", "service")])""",
    "a line of a gigabyte": """archive(rows(b" " * 20_000_000, size=999_000_000))""",
    "a gigabyte of line ends": """archive(rows(b"\\n" * 1_900_000, size=999_000_000))""",
    "a line of lists": """archive(rows(b'{"id":"a","x":[' + b"[]," * 5_000_000 + b"1]}\\n"))""",
    "a line of texts": """archive(rows(b'{"id":"a","x":[' + b'"ab",' * 3_000_000 + b"1]}\\n"))""",
    "a line of empty texts": """archive(rows(b'{"id":"a","x":' + b'""' * 7_500_000 + b"}\\n"))""",
    "a line of numbers": """archive(rows(b'{"id":"a","x":[' + b"1," * 7_000_000 + b"1]}\\n"))""",
    "as many values as a line may hold": """archive(rows(b'{"id":"","x":[' + b'"some text",' * 990_000 + b"1]}\\n"))""",
    "a line of letters and one emoji":
        """archive(rows('{"id":"","x":"\\U0001f600'.encode() + b"x" * 15_000_000 + b'"}\\n'))""",
    "a million headers": """crowd(1_000_000)""",
    "as many headers as there may be": """crowd(100_000)""",
    "an attachment of four gigabytes": """archive(attachment(b"x", size=2**32 - 2, packed_size=2**32 - 2))""",
}  # fmt: skip
WRITE = """
import sys
from tests.hostile.rawzip import *
open(sys.argv[1], "wb").write(eval(sys.argv[2]))
"""
READ = """
import resource, sys, time
from leaderplan.errors import UserError
from leaderplan.exchange.archive import Archive
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
try:
    with open(sys.argv[1], "rb") as file, Archive(file) as archive:
        archive.prove()
except UserError as error:
    print(str(error.happened)[:200])
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024, time.process_time() - start)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere")
@pytest.mark.parametrize("made", LARGE.values(), ids=LARGE)
def test_a_bomb_is_refused_within_200_megabytes(made: str, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.leaderplan"
    subprocess.run([sys.executable, "-c", WRITE, str(bomb), made], check=True, timeout=60)
    done = subprocess.run([sys.executable, "-c", READ, str(bomb)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    *said, measured = done.stdout.splitlines()
    assert said and int(measured.split()[0]) < 200, done.stdout
