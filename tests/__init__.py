"""The tests, which mirror src/leaderplan folder by folder."""
