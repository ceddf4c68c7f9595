"""python -m leaderplan: the same as the command leaderplan."""

from leaderplan.cli import main

if __name__ == "__main__":
    main()
