"""The files by which bash, zsh and fish complete the command line; each asks the program itself what may come next."""

from __future__ import annotations

from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from facts import Facts
from leaderplan.cli import program


def completions(facts: Facts) -> dict[str, str]:
    """The text of each file by its place below ``share``."""
    command = facts.program.command
    return {
        f"bash-completion/completions/{command}": _source(BashComplete, command),
        f"zsh/vendor-completions/_{command}": _source(ZshComplete, command),
        f"fish/vendor_completions.d/{command}.fish": _source(FishComplete, command),
    }


def _source(shell: type[ShellComplete], command: str) -> str:
    asked = f"_{command}_complete".replace("-", "_").upper()  # the variable that click looks for
    # Not shell.source(): that of bash looks for a bash on the machine that builds.
    return ShellComplete.source(shell(program, {}, command, asked))
