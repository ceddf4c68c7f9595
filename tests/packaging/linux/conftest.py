"""What makes packages for Linux is made and tried on systems with its kind of files and shells."""

from __future__ import annotations

import sys

collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []
