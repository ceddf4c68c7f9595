"""Documents: a selection of records becomes a tree of plain values, and a printer makes pages of the tree."""
