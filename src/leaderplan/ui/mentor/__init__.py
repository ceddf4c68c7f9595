"""The window in which a mentor reads what they were sent, comments on it, and returns it; it needs no plan."""
