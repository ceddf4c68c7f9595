from __future__ import annotations

import os
import re
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


def test_fish_completes_commands_with_all_that_is_said_of_them(files: dict[str, Path], path: str) -> None:
    script = 'source $argv[1]; complete -C "leaderplan backup"; complete -C "leaderplan list achie"'
    offered = told("fish", "--no-config", "-c", script, files["fish"], env={"PATH": path}).splitlines()
    assert offered == [
        "backup\tTake a backup now, and check it.",
        "backups\tThe backups of the plan, newest first.",
        "achievement",
    ]


def test_zsh_loads_its_file_for_the_command_and_asks_each_time(files: dict[str, Path]) -> None:
    lines = files["zsh"].read_text().splitlines()
    assert lines[0] == "#compdef leaderplan"
    assert lines[-1] == '_leaderplan_completion "$@"' and "_leaderplan_completion() {" in lines
    assert not [line for line in lines if "zsh_eval_context" in line]


@pytest.mark.parametrize(("shell", "typing"), [("zsh", "1"), ("fish", "exp")])
def test_the_program_answers_what_the_file_asks(files: dict[str, Path], path: str, shell: str, typing: str) -> None:
    asked = f"_LEADERPLAN_COMPLETE={shell}_complete"
    assert asked in files[shell].read_text()
    words = {"PATH": path, "COMP_WORDS": "leaderplan exp", "COMP_CWORD": typing}
    answer = told("env", asked, "leaderplan", env=words)
    assert re.split(r"[,\t\n]", answer.strip()) == ["plain", "export", "Write the plan into a file."]
