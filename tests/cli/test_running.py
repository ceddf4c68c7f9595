from __future__ import annotations

import errno
import sys
from pathlib import Path

import click
import pytest

from leaderplan.cli.place import plan_option
from leaderplan.cli.running import run
from leaderplan.domain.messages import _
from leaderplan.errors import Cancelled, UserError

MENDABLE = UserError(_("One thing:\nits second line."), _("Mend it."))


def failing(error: BaseException) -> click.Command:
    """A command that ends so."""

    @click.command()
    @plan_option
    def command() -> None:
        raise error

    return command


def test_what_the_person_can_mend_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(failing(MENDABLE), []) == 1
    assert capsys.readouterr() == ("", "leaderplan: One thing: its second line. Mend it.\n")


def test_a_list_of_problems_stands_one_below_the_other_for_a_person(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    run(failing(MENDABLE), [])
    assert capsys.readouterr().err == "leaderplan: One thing:\nits second line. Mend it.\n"


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt(), EOFError(), click.Abort()], ids=repr)
def test_who_stops_a_command_is_told_so(error: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(failing(error), []) == 1
    assert capsys.readouterr().err.lstrip().startswith("leaderplan: Stopped.")


def test_a_reader_who_has_gone_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(failing(OSError(errno.EPIPE, "gone")), []) == 0
    assert capsys.readouterr() == ("", "")


def test_output_to_a_full_disk_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(failing(OSError(errno.ENOSPC, "full")), []) == 1
    assert capsys.readouterr().err == "leaderplan: The disk is full. Free some space, then try again.\n"


def test_our_own_fault_is_owned_up_with_a_report_beside_the_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(failing(KeyError("Ann Price is leaving")), ["--plan", str(tmp_path)]) == 3
    (report,) = (tmp_path / "log").iterdir()
    said = capsys.readouterr().err
    assert str(report) in said and "KeyError" in said
    assert said.count("\n") == 1
    assert "KeyError" in report.read_text()
    assert "Ann Price" not in said + report.read_text()


def test_a_report_that_cannot_be_kept_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "log").write_text("in the way")
    assert run(failing(ZeroDivisionError()), ["--plan", str(tmp_path)]) == 3
    assert "test_running.py" in capsys.readouterr().err


def test_wrong_usage_has_a_status_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(failing(MENDABLE), ["--colour"]) == 2
    assert "--colour" in capsys.readouterr().err


def test_a_status_that_a_command_leaves_with_is_kept() -> None:
    @click.command()
    @click.pass_context
    def command(ctx: click.Context) -> None:
        ctx.exit(7)

    assert run(command, []) == 7
