"""About: what runs, where the plan lives, and what LeaderPlan owes to others."""
