"""Start: against a bare PySide6 window in the same run, and until a large plan is shown."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.plans import stored
from tests.benchmarks.timing import Process, line, median, process

HERE = Path(__file__).parent
RUNS = 7


def run(folder: Path) -> None:
    """Print the figures; the programs take turns, so that a busy moment meets them all."""
    small, large = folder / "1000", folder / "10000"
    stored(small, 1_000)
    count = stored(large, 10_000)
    programs = {
        "bare": [str(HERE / "bare.py")],
        "paint": [str(HERE / "first_paint.py"), str(small)],
        "small": ["-m", "leaderplan", "open", str(small), "--quit-after-paint"],
        "large": ["-m", "leaderplan", "open", str(large), "--quit-after-paint"],
    }
    taken: dict[str, list[Process]] = {name: [] for name in programs}
    for turn in range(RUNS + 1):
        for name, arguments in programs.items():
            found = process(arguments)
            if turn:  # the first writes the compiled modules
                taken[name].append(found)
    middle = {name: median(found) for name, found in taken.items()}
    bare, paint = middle["bare"], middle["paint"]
    line("bare PySide6 window, CPU", f"{bare.cpu:.2f} s")
    line("start to first paint, CPU", f"{paint.cpu:.2f} s = {paint.cpu / bare.cpu:.2f} x bare", "goal 1.6 x")
    line("start to a 1,000-record plan shown, CPU", f"{middle['small'].cpu:.2f} s")
    line("memory after start, 1,000 records", f"{middle['small'].memory:.0f} MiB", "goal 90 MiB")
    line("memory of the bare window", f"{bare.memory:.0f} MiB")
    more = middle["large"].wall - middle["small"].wall
    line(f"start to a {count:,}-record plan shown, wall", f"{middle['large'].wall:.2f} s", "goal 0.5 s")
    line("  of it more than for 1,000 records", f"{more:.2f} s")
