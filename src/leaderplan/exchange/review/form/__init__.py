"""The form for a browser: one HTML file with the plan to read, in which a mentor answers without LeaderPlan."""

from leaderplan.exchange.review.form.writing import write

__all__ = ["write"]
