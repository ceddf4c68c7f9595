"""The rooms of the house keep to their layers: ui over store, exchange and report, and those over domain."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

import pytest

from tests.sources import Source, name_of, shipped

Checker = Callable[[Source], Iterator[str]]

# Which rooms a room may import. "leaderplan" is the package itself, which holds the version.
GROUND = {"leaderplan", "domain", "errors"}
BELOW_UI = GROUND | {"store", "exchange", "report", "assets", "faults", "about", "licences"}
MAY_IMPORT = {
    "__init__": {"leaderplan"},
    "__main__": {"cli"},
    "assets": {"leaderplan"},
    "errors": GROUND,
    "faults": GROUND,
    "about": GROUND | {"faults"},
    "licences": GROUND | {"assets"},
    "places": GROUND,
    "domain": GROUND,
    "store": GROUND | {"store"},
    "exchange": GROUND | {"exchange"},
    "report": GROUND | {"report", "assets"},
    "newplan": GROUND | {"store", "exchange", "assets"},
    "upkeep": GROUND | {"store", "exchange", "assets", "newplan", "upkeep"},
    "logs": GROUND | {"faults"},
    "ui": BELOW_UI | {"ui"},
    "app": BELOW_UI | {"ui", "places", "newplan", "upkeep", "logs", "app"},
    "cli": BELOW_UI | {"ui", "places", "newplan", "upkeep", "cli", "app"},
}
# Which places alone may use a library.
ONLY_IN = {
    "PySide6": ("ui/", "app/"),
    "shiboken6": ("ui/", "app/"),
    "sqlite_utils": ("store/",),
    "reportlab": ("report/pdf/",),
    "pikepdf": ("report/pdf/",),
    "pyrage": ("exchange/sealed.py",),
    "click": ("cli/",),
}
# The domain opens no file, starts nothing and asks nothing of the system; it may name a Path as a type.
NO_FILES = {"glob", "http", "io", "os", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "urllib", "zipfile"}
READS_OR_WRITES = {"open", "read_bytes", "read_text", "write_bytes", "write_text"}
MAY_PUT_OFF_IMPORTS = ("cli/", "app/")
EMPTY_NAMES = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}
LONGEST = 300


def imports(source: Source) -> Iterator[tuple[ast.AST, str]]:
    """Every module that is imported, with where; of `from a import b` both a and a.b, as b may be a module."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = source.package[: len(source.package) - node.level + 1] if node.level else []
            stem = ".".join([*package, *([node.module] if node.module else [])])
            yield from ((node, f"{stem}.{alias.name}") for alias in node.names)


def room_of(module: str) -> str:
    """The room that a module of ours is in; the package itself for what is not in one."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in MAY_IMPORT else "leaderplan"


def layers(source: Source) -> Iterator[str]:
    """A room imports only the rooms below it."""
    if source.room not in MAY_IMPORT:
        yield f"{source.path}: no such room; architecture and this test name them"
        return
    for node, module in imports(source):
        if module.split(".")[0] == "leaderplan" and room_of(module) not in MAY_IMPORT[source.room]:
            yield source.at(node, f"{source.room} may not import {module}")


def libraries(source: Source) -> Iterator[str]:
    """A library is used only where it belongs, and none in the domain."""
    for node, module in imports(source):
        library = module.split(".")[0]
        if library in ONLY_IN and not source.path.startswith(ONLY_IN[library]):
            yield source.at(node, f"{library} belongs in {' and '.join(ONLY_IN[library])}")
        elif source.room == "domain" and library not in sys.stdlib_module_names | {"leaderplan"}:
            yield source.at(node, f"the domain needs only the standard library, not {library}")
        elif source.room == "domain" and library in NO_FILES:
            yield source.at(node, f"the domain reads no files, so it does not need {library}")


def late_imports(source: Source) -> Iterator[str]:
    """No import hides in a function, where it may hide a cycle."""
    if source.path.startswith(MAY_PUT_OFF_IMPORTS):
        return
    for function in ast.walk(source.tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield source.at(node, f"an import inside {function.name}")


def calls_and_state(source: Source) -> Iterator[str]:
    """No state of a module that functions change, no import by name, no turn of the event loop in passing."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Global):
            yield source.at(node, f"global {', '.join(node.names)}")
        elif isinstance(node, ast.Call) and name_of(node.func) in {"import_module", "__import__", "processEvents"}:
            yield source.at(node, f"{name_of(node.func)}()")
        elif source.room == "domain" and isinstance(node, ast.Call) and name_of(node.func) in READS_OR_WRITES:
            yield source.at(node, f"the domain reads no files, so {name_of(node.func)}() is not for it")


def size_and_name(source: Source) -> Iterator[str]:
    """A module is short, and named for the thing in it."""
    lines = source.text.count("\n")
    if lines > LONGEST:
        yield f"{source.path}: {lines} lines, of {LONGEST} at most; split it by what it is about"
    for part in PurePosixPath(source.path).with_suffix("").parts:
        if part in EMPTY_NAMES:
            yield f"{source.path}: the name {part} says nothing"


def unfinished(source: Source) -> Iterator[str]:
    """Nothing is left open in the source."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if found := re.search(r"\b(TODO|FIXME|XXX|NotImplementedError)\b", line):
            yield f"{source.path}:{number}: {found[0]}"


CHECKERS: tuple[Checker, ...] = (layers, libraries, late_imports, calls_and_state, size_and_name, unfinished)


@pytest.mark.parametrize("checker", CHECKERS, ids=lambda checker: checker.__name__)
def test_the_house_is_in_order(checker: Checker) -> None:
    faults = [fault for source in shipped() for fault in checker(source)]
    assert not faults, "\n".join(faults)


def test_the_whole_house_was_looked_at() -> None:
    looked_at = shipped()
    assert len(looked_at) > 30
    assert {"domain", "assets", "errors", "__init__", "__main__"} <= {source.room for source in looked_at}
    assert sum(len(list(imports(source))) for source in looked_at) > 100


PLANTED = [
    (layers, "domain/plan.py", "from leaderplan.store import workspace"),
    (layers, "domain/plan.py", "import leaderplan.ui.window"),
    (layers, "domain/plan.py", "from leaderplan import assets"),
    (layers, "domain/rules/measure.py", "from ...ui import theme"),
    (layers, "store/workspace.py", "from leaderplan.exchange.guard import read"),
    (layers, "exchange/archive.py", "from leaderplan import store"),
    (layers, "report/tree.py", "if TYPE_CHECKING:\n    from leaderplan.ui import theme"),
    (layers, "report/tree.py", "from ..exchange import guard"),
    (layers, "ui/window.py", "from leaderplan import app"),
    (layers, "ui/window.py", "def f():\n    from leaderplan.cli import main"),
    (layers, "app/running.py", "from leaderplan.cli import main"),
    (layers, "attic/box.py", ""),
    (libraries, "domain/plan.py", "import pydantic"),
    (libraries, "domain/plan.py", "import os.path"),
    (libraries, "store/schema.py", "from PySide6.QtCore import QObject"),
    (libraries, "report/tree.py", "import reportlab.platypus"),
    (libraries, "ui/pages/home.py", "import sqlite_utils"),
    (libraries, "report/layout.py", "import click"),
    (late_imports, "store/schema.py", "def f():\n    import json"),
    (late_imports, "ui/window.py", "class A:\n    def f(self):\n        if self:\n            from x import y"),
    (calls_and_state, "ui/window.py", "def f():\n    global window"),
    (calls_and_state, "ui/window.py", "QApplication.processEvents()"),
    (calls_and_state, "store/schema.py", "importlib.import_module('x')"),
    (calls_and_state, "domain/plan.py", "open('x')"),
    (calls_and_state, "domain/plan.py", "path.read_text()"),
    (size_and_name, "store/utils.py", ""),
    (size_and_name, "ui/common/box.py", ""),
    (size_and_name, "ui/window.py", "x = 1\n" * 301),
    (unfinished, "ui/window.py", "x = 1  # TODO: y"),
    (unfinished, "ui/window.py", "raise NotImplementedError"),
]


@pytest.mark.parametrize(("checker", "path", "text"), PLANTED, ids=lambda value: getattr(value, "__name__", None))
def test_a_planted_fault_is_found(checker: Checker, path: str, text: str) -> None:
    assert len(list(checker(Source(path, text)))) == 1


CLEAN = [
    ("domain/rules/measure.py", "import re\nfrom ..plan import Plan\nfrom leaderplan.errors import UserError"),
    ("ui/window.py", "from PySide6.QtCore import Qt\nfrom leaderplan.store.workspace import Workspace"),
    ("report/pdf/write.py", "from reportlab.platypus import Flowable\nfrom leaderplan import assets, __version__"),
    ("store/database.py", "import sqlite_utils\nfrom pathlib import Path"),
    ("cli/plans.py", "import click\ndef f():\n    from leaderplan import app"),
    ("app/application.py", "def f():\n    from leaderplan.store.workspace import Workspace"),
    ("ui/window.py", "x = 1\n" * 300),
]


@pytest.mark.parametrize(("path", "text"), CLEAN)
def test_what_is_allowed_is_not_complained_about(path: str, text: str) -> None:
    assert [fault for checker in CHECKERS for fault in checker(Source(path, text))] == []
