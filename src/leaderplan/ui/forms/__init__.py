"""Fields of records, edited where they stand and stored at once."""
