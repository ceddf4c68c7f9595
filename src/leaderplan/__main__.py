"""python -m leaderplan: the same as the command leaderplan."""

import sys

from leaderplan.cli import main

# How multiprocessing starts a process of its own, which in a packaged program is the program itself.
_ONLY_A_PART = {"--multiprocessing-fork", "-c"}

if __name__ == "__main__":
    if getattr(sys, "frozen", False) and _ONLY_A_PART & set(sys.argv[1:]):
        from multiprocessing import freeze_support  # slow to import, and no other start needs it

        freeze_support()
    main()
