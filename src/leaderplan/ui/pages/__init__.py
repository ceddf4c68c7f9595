"""The pages of the window, a module or a folder each.

`ui/contents.py` lists them as the sidebar shows them; `app.py` says where each comes from, so that a page with all
that it needs is imported when it is first shown.
"""
