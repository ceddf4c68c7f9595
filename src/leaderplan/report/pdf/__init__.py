"""The tree in print: pages laid out once, then painted, with tags that are the tree (PDF/UA-1, ISO 14289-1)."""
