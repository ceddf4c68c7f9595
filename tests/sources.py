"""The source of LeaderPlan as text and syntax trees, for tests that read it instead of running it."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "leaderplan"


@dataclass(frozen=True)
class Source:
    """One module: its path below the package with forward slashes, such as "domain/plan.py", and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text, self.path)

    @property
    def room(self) -> str:
        """The folder or, for a module beside them, the module: "domain", "ui", "app", "__init__"."""
        return self.path.partition("/")[0].removesuffix(".py")

    @property
    def package(self) -> list[str]:
        """The parts of the package it is in, for relative imports."""
        return ["leaderplan", *self.path.split("/")[:-1]]

    def at(self, node: ast.AST, fault: str) -> str:
        """A fault with the place where it is."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {fault}"


def shipped(room: str = "") -> list[Source]:
    """Every module of the package, or of one room of it."""
    paths = sorted((PACKAGE / room).rglob("*.py"))
    return [Source(path.relative_to(PACKAGE).as_posix(), path.read_text("utf-8")) for path in paths]


def name_of(node: ast.expr) -> str:
    """The last part of a dotted name: "setHtml" of page.setHtml; empty for anything else."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
