"""Qt item models over the records of a plan."""
