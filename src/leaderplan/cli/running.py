"""Runs a command and turns what went wrong into one line and an exit status."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from leaderplan import faults
from leaderplan.cli.place import Chosen
from leaderplan.cli.speaking import visible
from leaderplan.cli.streams import is_terminal
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message, _
from leaderplan.errors import Cancelled, UserError

DONE, MENDABLE, WRONG_USAGE, OUR_FAULT = 0, 1, 2, 3
"""Exit statuses: 1 the person can mend it, 2 wrong usage, 3 our own fault."""


def run(program: click.Command, arguments: Sequence[str]) -> int:
    """Run ``program`` and return its exit status; never a traceback for a person's mistake."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a record may hold what the terminal's encoding cannot
            stream.reconfigure(errors="backslashreplace")
    chosen = Chosen()
    try:
        status = program.main(list(arguments), prog_name="leaderplan", standalone_mode=False, obj=chosen)
    except UserError as error:
        return _refuse(error.happened, error.todo, chosen)
    except (click.Abort, KeyboardInterrupt, Cancelled):
        return _complain(_("Stopped."), _("What was not yet stored is as it was."))
    except click.ClickException as error:
        return _correct(error, chosen)
    except SystemExit:
        return DONE  # click's answer where the reader of our output has gone: a pager was left, nothing is wrong
    except Exception as error:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return _refuse(_("The disk is full."), _("Free some space, then try again."), chosen)
        return _own_up(error, chosen)
    return status if isinstance(status, int) else DONE


def _own_up(error: Exception, chosen: Chosen) -> int:
    text = faults.report(error)
    file = faults.keep(text, chosen.folder)
    happened = _("Something went wrong in LeaderPlan itself ({kind}).", kind=type(error).__name__)
    if file:
        _complain(happened, _("Send whoever looks after it the report {file}.", file=str(file)))
    else:
        _complain(happened, _("Send whoever looks after it this report:"))
        with suppress(OSError):
            click.echo(text, err=True)
    _show_unseen(chosen, "", "", text)
    return OUR_FAULT


def _refuse(happened: Message, todo: Message, chosen: Chosen) -> int:
    """What the person can mend, where they can read it."""
    _complain(happened, todo)
    _show_unseen(chosen, ENGLISH.say(happened), ENGLISH.say(todo))
    return MENDABLE


def _correct(error: click.ClickException, chosen: Chosen) -> int:
    """What was written wrongly."""
    if sys.stderr is not None:
        with suppress(OSError):
            error.show()
    _show_unseen(chosen, error.format_message(), ENGLISH.say(_("“leaderplan open --help” says what may be written.")))
    return WRONG_USAGE


def _complain(happened: Message, todo: Message) -> int:
    """One line on standard error; a list of problems stands one below the other where a person looks on."""
    text = visible(f"leaderplan: {ENGLISH.say(happened)} {ENGLISH.say(todo)}")
    with suppress(OSError):  # the terminal may have gone meanwhile
        click.echo(text if is_terminal(sys.stderr) else " ".join(text.split("\n")), err=True)
    return MENDABLE


def _show_unseen(chosen: Chosen, happened: str, todo: str, report: str = "") -> None:
    """Show it in a box where the window was wanted and nobody reads standard error."""
    if chosen.for_window:
        from leaderplan.cli import unseen

        unseen.show(happened, todo, report)
