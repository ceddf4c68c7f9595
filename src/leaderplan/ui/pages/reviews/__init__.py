"""Reviews: what mentors said, beside what they said it about."""

from leaderplan.ui.pages.reviews.page import Reviews

__all__ = ["Reviews"]
