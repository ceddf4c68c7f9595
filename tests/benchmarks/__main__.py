"""python3 dev.py bench [NAME...]: prints figures beside their goals; names are those of the modules here."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])

from tests.benchmarks import bundled, capturing, growing, keeping, printing, starting, storing  # the path is set above

BENCHMARKS = {
    "starting": starting.run,
    "storing": storing.run,
    "capturing": capturing.run,
    "printing": printing.run,
    "growing": growing.run,
    "keeping": keeping.run,
    "bundled": bundled.run,
}


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"No benchmark is called {unknown[0]}. There are: {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores")
    for name in names or BENCHMARKS:
        print(f"\n{name}")
        with tempfile.TemporaryDirectory() as folder:
            BENCHMARKS[name](Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
