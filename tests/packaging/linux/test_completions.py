from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facts import ROOT, read
from linux.completions import completions
from tests.packaging.linux.tools import told

PLACES = {
    "bash": "bash-completion/completions/leaderplan",
    "zsh": "zsh/vendor-completions/_leaderplan",
    "fish": "fish/vendor_completions.d/leaderplan.fish",
}


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A PATH whose first folder holds `leaderplan` of this source."""
    program = tmp_path / "bin" / "leaderplan"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m leaderplan "$@"\n')
    program.chmod(0o755)
    return f"{program.parent}{os.pathsep}{os.environ['PATH']}"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """The completion file of each shell."""
    texts = completions(read())
    for shell, place in PLACES.items():
        (tmp_path / shell).write_text(texts[place])
    return {shell: tmp_path / shell for shell in PLACES}


def tab(file: Path, path: str, *words: str) -> list[str]:
    """What bash offers when Tab is pressed behind the words, the last of which is being typed."""
    script = (
        'set -u; source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()\n'
        "spec=$(complete -p leaderplan); function=${spec#*-F }; function=${function%% *}\n"
        'compopt() { echo "compopt $1 $2"; }\n'
        '"$function" leaderplan "${COMP_WORDS[COMP_CWORD]}" leaderplan\n'
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    return told("bash", "--norc", "-c", script, "bash", file, *words, env={"PATH": path}).split("\n")[:-1]


def test_bash_completes_commands_options_and_files(files: dict[str, Path], path: str) -> None:
    bash = files["bash"]
    assert tab(bash, path, "leaderplan", "exp") == ["export"]
    assert tab(bash, path, "leaderplan", "frameworks", "") == ["add"]
    assert tab(bash, path, "leaderplan", "export", "--u") == ["--unsealed"]
    assert {"--passphrase-file", "--output", "--plan", "--help"} <= set(tab(bash, path, "leaderplan", "export", "-"))
    assert tab(bash, path, "leaderplan", "import", "some f")[0] == "compopt -o default"
    assert tab(bash, path, "leaderplan", "check", "--plan", "")[0] == "compopt -o dirnames"
    assert tab(bash, path, "leaderplan", "nothing-of-this-name", "x") == [""]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_find_no_fault_in_their_files(files: dict[str, Path], shell: str) -> None:
    assert told(shell, "-n", files[shell]) == ""


def test_zsh_and_fish_know_whose_completion_it_is_and_how_to_ask(files: dict[str, Path], path: str) -> None:
    assert files["zsh"].read_text().startswith("#compdef leaderplan\n")
    assert "complete --no-files --command leaderplan " in files["fish"].read_text()
    asked = {"PATH": path, "COMP_WORDS": "leaderplan exp", "COMP_CWORD": "1"}
    for shell, answer in (
        ("zsh", ["plain", "export", "Write the plan into a file."]),
        ("fish", ["plain,export\tWrite"]),
    ):
        variable = f"_LEADERPLAN_COMPLETE={shell}_complete"
        assert variable in files[shell].read_text()
        ended = subprocess.run(
            ["env", variable, "leaderplan"],
            env={**os.environ, **asked, "COMP_CWORD": "1" if shell == "zsh" else "exp"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert ended.stdout.startswith("\n".join(answer)), ended.stdout
