"""Runs a command and turns what went wrong into one line and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from leaderplan import faults
from leaderplan.domain.language import ENGLISH
from leaderplan.errors import Cancelled, UserError
from leaderplan.places import plan_folder

DONE, MENDABLE, WRONG_USAGE, OUR_FAULT = 0, 1, 2, 3
"""Exit statuses: 1 the person can mend it, 2 wrong usage, 3 our own fault."""


def run(program: click.Command, arguments: Sequence[str]) -> int:
    """Run ``program`` and return its exit status; never a traceback for a person's mistake."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a record may hold what the terminal's encoding cannot
            stream.reconfigure(errors="replace")
    try:
        program.main(list(arguments), prog_name="leaderplan", standalone_mode=False)
    except UserError as error:
        _complain(f"{ENGLISH.say(error.happened)} {ENGLISH.say(error.todo)}")
        return MENDABLE
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except (click.Abort, KeyboardInterrupt, Cancelled):
        _complain("Stopped.")
        return MENDABLE
    except click.ClickException as error:
        error.show()
        return WRONG_USAGE
    except BrokenPipeError:
        # The reader of our output has gone (a pager was left): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        return _own_up(error)
    return DONE


def _own_up(error: Exception) -> int:
    text = faults.report(error)
    file = faults.keep(text, plan_folder())
    where = f"The report lies in {file}." if file else f"The report:\n{text}"
    _complain(f"Something went wrong in LeaderPlan itself ({type(error).__name__}); the plan is as it was. {where}")
    return OUR_FAULT


def _complain(text: str) -> None:
    click.echo(f"leaderplan: {text}", err=True)
