"""What the hardened runtime, which notarization asks for, must let the program do all the same.

One thing only: Python's ctypes, by which pypdfium2 draws pages, makes small pieces of machine code for calls back into
Python. Everything in the bundle has our signature, so library validation stays on. There is no sandbox, and so no
entitlement for files or for a network; the program opens no connection.
https://developer.apple.com/documentation/security/hardened-runtime
"""

from __future__ import annotations

import plistlib
from pathlib import Path
from typing import Final

VALUES: Final = {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def write(folder: Path) -> Path:
    """The entitlements as a file in ``folder``, as codesign wants them; the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "entitlements.plist"
    file.write_bytes(plistlib.dumps(VALUES))
    return file
