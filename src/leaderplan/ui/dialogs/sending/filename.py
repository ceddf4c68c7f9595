"""What a review file is called: whom it is for and the day, in letters that every system allows."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

from leaderplan.exchange.review.layout import SUFFIX

_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_LONGEST: Final = 60
FORM_SUFFIX: Final = ".html"


def file_name(mentor: str, day: date) -> str:
    """Without a folder; the day keeps it from being a name that a system has for itself."""
    who = " ".join(_FORBIDDEN.sub(" ", mentor).split())[:_LONGEST].strip(" .")
    return f"{who} {day.isoformat()}{SUFFIX}".strip()


def form_beside(target: Path) -> Path:
    """The page for a browser: beside the file, and called the same."""
    return target.with_name(target.name.removesuffix(SUFFIX) + FORM_SUFFIX)
