"""The canvas of one collaboration, on one sheet; each part shows and edits one thing."""
