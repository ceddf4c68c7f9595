"""What lies where in a review file and in an answer, and how large each may be; docs/formats/review.md says it too."""

from __future__ import annotations

from leaderplan.domain.review import suffixes

SUFFIX = suffixes.REVIEW
ANSWER_SUFFIX = suffixes.ANSWER
MIME = "application/vnd.leaderplan.review"
ANSWER_MIME = "application/vnd.leaderplan.answer"

KIND = "leaderplan-review"
ANSWER_KIND = "leaderplan-answer"
VERSION = 1
"""Of both files; the records in them have the format of the plan."""

MANIFEST = "manifest.json"
PLAN = "plan.json"

LARGEST_PACKED = 50_000_000
"""Bytes of a review file."""
LARGEST_UNPACKED = 200_000_000
"""Bytes of all its entries."""
HIGHEST_RATIO = 100
"""Unpacked to packed, of an entry of more than a million bytes."""
MOST_ENTRIES = 500
LARGEST_JSON = 20_000_000
"""Bytes of one JSON text, an answer among them."""
MOST_COMMENTS = 20_000
"""Comments in one answer."""
LONGEST_LINE = 1_000
"""Characters of a name or a title in a manifest."""
KEY_BYTES = 32
"""Of the key of a share, which stands as hex."""
