from __future__ import annotations

import sys
from pathlib import Path

import pytest

from facts import ROOT
from trouble import Trouble, must


def python(source: str, **more: object) -> str:
    return must(sys.executable, "-c", source, **more)  # type: ignore[arg-type]


def test_what_a_command_writes_is_handed_back() -> None:
    assert python("print('done')") == "done\n"


def test_a_command_that_fails_is_told_with_all_that_it_said() -> None:
    with pytest.raises(Trouble) as caught:
        python("import sys; print('first'); print('then', file=sys.stderr); sys.exit(7)")
    said = str(caught.value)
    assert said.startswith("This command failed (7): ") and "'import sys; print" in said
    assert said.endswith("\nfirst\nthen")


def test_a_command_that_is_not_there_is_named() -> None:
    with pytest.raises(Trouble, match=r"^no-such-program is not installed here, .*: no-such-program --version$"):
        must("no-such-program", "--version")


def test_a_command_runs_in_the_checkout_with_more_in_its_environment_and_waits_for_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEPT", "kept")
    ask = "import os, sys; print(os.getcwd(), os.environ['KEPT'], os.environ.get('MORE'), repr(sys.stdin.read()))"
    assert python(ask, env={"MORE": "more"}) == f"{ROOT} kept more ''\n"
    assert python(ask, cwd=tmp_path) == f"{tmp_path} kept None ''\n"
