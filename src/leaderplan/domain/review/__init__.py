"""Reviews: what is sent, where a comment sits, what came back, and what becomes of it."""
