"""Tries installers on a Windows without a plan, as a person does: installed, used, removed.

In the folder packaging: python -m windows.trial INSTALLER.msi ...
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from facts import Facts, read
from trouble import Runs, Trouble, must
from windows.executables import console
from windows.scope import SCOPES, USER, Scope


def try_out(installer: Path, facts: Facts, environment: Mapping[str, str] = os.environ, run: Runs = must) -> None:
    """Install, make a plan and a document, remove: the program goes and the plan stays. Raises Trouble."""
    scope = scope_of(installer)
    place = _place(scope, facts, environment)
    plan = Path(environment["LOCALAPPDATA"]) / facts.program.name / "plan" / "plan.db"
    if plan.exists() or place.exists():
        raise Trouble(f"{plan.parent} and {place} must not be there: what is tried here makes them, and deletes them.")
    run("msiexec", "/i", installer, "/qn", "/norestart")
    for kind in facts.file_types:
        run("reg", "query", rf"{scope.root}\Software\Classes\{kind.suffix}")
    program = place / console(facts.program)
    print(run(program, "--version"))
    run(program, "new", "--sample")
    with TemporaryDirectory() as folder:
        document = Path(folder) / "portfolio.pdf"
        print(run(program, "document", "portfolio", "-o", document))
        if not document.read_bytes().startswith(b"%PDF-"):
            raise Trouble(f"{document} is no PDF.")
    before = plan.read_bytes()
    run("msiexec", "/x", installer, "/qn", "/norestart")
    if place.exists():
        raise Trouble(f"{place} is still there, with {sorted(one.name for one in place.iterdir())}.")
    if not plan.exists() or plan.read_bytes() != before:
        raise Trouble(f"{plan} did not stay as it was.")
    shutil.rmtree(plan.parents[1])


def scope_of(installer: Path) -> Scope:
    """Whom an installer is for, by its name; raises Trouble."""
    for scope in SCOPES:
        if installer.stem.endswith(f"-{scope.name}"):
            return scope
    raise Trouble(f"{installer.name} does not say whom it is for.")


def _place(scope: Scope, facts: Facts, environment: Mapping[str, str]) -> Path:
    above = Path(environment["LOCALAPPDATA"]) / "Programs" if scope is USER else Path(environment["ProgramFiles"])
    return above / facts.program.name


def main(arguments: Sequence[str]) -> int:
    """Try each installer; the exit status."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        for argument in arguments:
            try_out(Path(argument).resolve(), read())
            print(f"{Path(argument).name} came and went, and the plan stayed.")
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
