"""The packaged program against the same program from source: how large it is, and how much longer it takes to start."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.plans import stored
from tests.benchmarks.timing import Process, line, median, process

ROOT = Path(__file__).parents[2]
BUNDLE = ROOT / "build" / "bundle" / "leaderplan"
RUNS = 9


def run(folder: Path) -> None:
    """Print the figures of the bundle that packaging/build.py made; both take turns."""
    program = BUNDLE / "leaderplan"
    if not program.is_file():
        line("the bundle is not there: python3 packaging/build.py bundle", "not measured")
        return
    size = sum(path.stat().st_size for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink())
    line("bundle on disk", f"{size / 10**6:.1f} MB", "goal 130 MB")
    for pattern in ("*.deb", "*.tar.xz"):
        for package in (ROOT / "dist").glob(pattern):
            line(package.name, f"{package.stat().st_size / 10**6:.1f} MB", "goal 45 MB")
    stored(folder, 1_000)
    for arguments in (["--version"], ["list", "achievement"], ["open", "--quit-after-paint"]):
        source, bundle = _both(program, arguments, {"LEADERPLAN_PLAN": str(folder)})
        figure = f"{bundle.cpu:.2f} s = {bundle.cpu / source.cpu:.2f} x source"
        line(f"leaderplan {' '.join(arguments)}, CPU", figure, "goal 1.2 x")


def _both(program: Path, arguments: list[str], environment: dict[str, str]) -> tuple[Process, Process]:
    source: list[Process] = []
    bundle: list[Process] = []
    for turn in range(RUNS + 1):
        taken = (
            process(["-m", "leaderplan", *arguments], environment),
            process(arguments, environment, str(program)),
        )
        if turn:  # the first writes the compiled modules
            source.append(taken[0])
            bundle.append(taken[1])
    return median(source), median(bundle)
