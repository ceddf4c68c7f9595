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
        f"zsh/vendor-completions/_{command}": _zsh(command),
        f"fish/vendor_completions.d/{command}.fish": _fish(command),
    }


def _source(shell: type[ShellComplete], command: str) -> str:
    # Not shell.source(): that of bash looks for a bash on the machine that builds.
    return ShellComplete.source(_shell(shell, command))


def _shell(shell: type[ShellComplete], command: str) -> ShellComplete:
    asked = f"_{command}_complete".replace("-", "_").upper()  # the variable that click looks for
    return shell(program, {}, command, asked)


def _zsh(command: str) -> str:
    """The end of click's file tells being loaded from being read; loaded, it answers the second Tab with nothing.

    From a folder of completions it is only ever loaded.
    """
    defined, ending, _rest = _source(ZshComplete, command).partition("\nif [[ $zsh_eval_context")
    assert ending, "click ends its file for zsh in another way now: see whether the second Tab works"
    return f'{defined}\n{_shell(ZshComplete, command).func_name} "$@"\n'


def _fish(command: str) -> str:
    """Click's file splits an answer at every comma, and so ends what is said of a command at its first one."""
    source = _source(FishComplete, command)
    splitting = 'string split "," $completion'
    assert splitting in source, "click splits what fish is told in another way now: see whether commas come through"
    return source.replace(splitting, 'string split -m 1 "," $completion')
