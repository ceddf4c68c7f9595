#!/usr/bin/env python3
"""Tries the packages in dist/ as their users do, without a network: installed, opened, typed into, upgraded, removed.

python3 packaging/smoke.py [--dist DIR] [PART ...]   all that this system can try, or only: bundle tar wheel deb

Linux as root tries all of it: a window under a real window manager, and the .deb in a bare Debian 12 that debootstrap
makes. Other systems try the bundle. What was done is written to SMOKE.txt beside the packages.
"""

from __future__ import annotations

import sys
from pathlib import Path

from build import set_up


def main() -> int:
    """The exit status: 0 if everything that was tried went well."""
    from trial import course

    return course.run(sys.argv[1:], Path(__file__).resolve())


if __name__ == "__main__":
    set_up(__file__)
    sys.exit(main())
