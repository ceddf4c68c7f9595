"""What LeaderPlan is about, in plain Python: no files, no window, no database."""
