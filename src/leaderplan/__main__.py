"""python -m leaderplan: the same as the command leaderplan."""

from multiprocessing import freeze_support

from leaderplan.cli import main

if __name__ == "__main__":
    freeze_support()  # what seals an archive runs in a process of its own, also in a packaged program
    main()
