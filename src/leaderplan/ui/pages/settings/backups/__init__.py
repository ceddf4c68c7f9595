"""The backups: a list by day, what one of them holds, and the ways back to it."""
