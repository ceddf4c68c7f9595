"""Whether a bundle carries the text of every licence that it has to, as *About* in it would show them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

import inherited
from facts import ROOT
from notices import PLACE
from trouble import must

# The program's own reading, by a Python that sees no packages but those of the bundle.
_ASK: Final = """
import json, sys
from pathlib import Path
inner, source = sys.argv[1:]
sys.path[:0] = [inner, source]
from leaderplan import assets
assets.ROOT = Path(inner, "leaderplan", "resources")
from leaderplan import licences
works = licences.works()
print(json.dumps([[work.name for work in works], licences.lacking(), [w.name for w in works if not licences.text(w)]]))
"""


def faults(bundle: Path) -> list[str]:
    """A sentence for each work whose licence, or whose text of it, is not in the bundle, or is not known."""
    said = must(sys.executable, "-I", "-S", "-c", _ASK, bundle / "_internal", ROOT / "src")
    works, lacking, silent = json.loads(said)
    if not works:
        return ["The bundle lists none of the works that it carries."]
    return [
        *(() if sys.platform.startswith("linux") else inherited.faults(bundle, PLACE)),
        *(f"The bundle lacks what pip knows of {name}, and so the text of its licence." for name in lacking),
        *(f"The bundle has no text of the licence of {name}." for name in silent),
    ]
