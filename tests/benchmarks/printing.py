"""The portfolio of 100 stories: from a plan to the bytes of a tagged PDF, as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.timing import line, median, process

RUNS = 3
ONE = """
import sys, time
from tests.benchmarks.plans import TODAY, records
from leaderplan import assets
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement
from leaderplan.report.blocks import BLOCKS
from leaderplan.report.layout import read_layout
from leaderplan.report.making import make
from leaderplan.report.pdf.fonts import Fonts, system_fonts
from leaderplan.report.pdf.write import write_pdf
count = int(sys.argv[1])
plan = Plan.of(records(120 + count * 12))
ids = [story.id for story in plan.all(Achievement)][:count]
layout = read_layout(assets.ROOT / "layouts" / "portfolio.toml", BLOCKS)
made = make(plan, layout, today=TODAY, language=ENGLISH, chosen=ids)
print(len(ids), write_pdf(made.document, "A4", Fonts.read(assets.ROOT / "fonts", system_fonts())).pages)
"""


def run(folder: Path) -> None:
    """Print the figures."""
    for count in (5, 50, 100, 200):
        told = subprocess.run([sys.executable, "-c", ONE, str(count)], capture_output=True, text=True, check=True)
        stories, pages = told.stdout.split()
        taken = median([process(["-c", ONE, str(count)]) for _run in range(RUNS)])
        figure = f"{taken.cpu:.2f} s, {taken.memory:.0f} MiB"
        line(f"portfolio of {stories} stories, {pages} pages, whole process", figure)
