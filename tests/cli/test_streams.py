"""Commands where a stream is closed, as a program that starts others may leave it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from leaderplan.cli.streams import is_terminal
from tests.commandline import Stream


def without(streams: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a command in a shell that closes ``streams`` before."""
    command = ["sh", "-c", f'exec "$@" {streams}', "sh", sys.executable, "-m", "leaderplan", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=50)


pytestmark = pytest.mark.skipif(os.name != "posix", reason="no shell there closes streams")


@pytest.mark.parametrize("words", [["list", "achievement", "--json"], ["list", "achievement"], ["check"], ["--help"]])
def test_without_a_standard_output_nothing_is_printed_and_nothing_is_wrong(plan: Path, words: list[str]) -> None:
    ended = without(">&-", *words)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "status"), [(["show", "abcdef"], 1), (["lst"], 2), (["list", "--bogus"], 2), (["open", "/no/plan"], 1)]
)
def test_without_a_standard_error_the_status_says_it(plan: Path, words: list[str], status: int) -> None:
    ended = without("2>&-", *words)
    assert (ended.returncode, ended.stdout) == (status, "")


def test_without_any_stream_the_window_opens(sample: Path) -> None:
    assert without("<&- >&- 2>&-", "open", "--quit-after-paint").returncode == 0


@pytest.mark.parametrize("words", [["count", "-"], ["put", "person", "-"]])
def test_without_a_standard_input_a_command_says_what_it_lacks(plan: Path, words: list[str]) -> None:
    ended = without("<&-", *words)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("leaderplan: There is no standard input to read. ")


def test_a_file_that_is_opened_never_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    script = (
        "import os; from leaderplan.cli.streams import keep_numbers\n"
        f"keep_numbers(); opened = os.open({str(tmp_path / 'plan')!r}, os.O_CREAT | os.O_WRONLY)\n"
        "os.write(2, b'a warning of a library'); os._exit(opened)"
    )
    command = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", sys.executable, "-c", script]
    assert subprocess.run(command, timeout=50).returncode > 2
    assert (tmp_path / "plan").read_bytes() == b""


def test_a_stream_that_is_missing_or_closed_is_no_terminal() -> None:
    open_one, closed = Stream(terminal=True), Stream(terminal=True)
    closed.close()
    assert [is_terminal(each) for each in (None, closed, open_one, Stream())] == [False, False, True, False]
