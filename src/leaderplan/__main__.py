"""python -m leaderplan: the same as the command leaderplan."""

import sys

from leaderplan.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # What seals an archive runs in a process of its own, which a packaged program starts as itself.
        from multiprocessing import freeze_support

        freeze_support()
    main()
