"""Runs in the bundle before LeaderPlan: what it starts, such as a viewer for a PDF, gets the system's own libraries."""

import os

# PyInstaller's starter points the loader to the bundle, and keeps what was there. This process has loaded by then.
_OURS, _BEFORE = "LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG"

os.environ.pop(_OURS, None)
if _BEFORE in os.environ:
    os.environ[_OURS] = os.environ.pop(_BEFORE)
# By these it would take a process of our own for one whose loader is pointed already, which it is no longer.
for _name in [name for name in os.environ if name.startswith("_PYI_")]:
    del os.environ[_name]
