"""Review files, which go to a mentor, and answers, which come back. docs/formats/review.md specifies both."""
