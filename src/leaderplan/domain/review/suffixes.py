"""How the names of review files and of answers end: known before anything is imported that reads them."""

from __future__ import annotations

from typing import Final

REVIEW: Final = ".leaderplan-review"
ANSWER: Final = ".leaderplan-answer"
