"""The structure of a document while it is made: elements, and the marked content and links that belong to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from leaderplan.report.tree import Stroke

Role: TypeAlias = Literal[
    "Document", "Sect", "H1", "H2", "H3", "P", "TOC", "TOCI", "Link", "Table", "TR", "TH", "TD", "Figure", "BlockQuote"
]


@dataclass(frozen=True, slots=True)
class Content:
    """One sequence of marked content: its page, counted from 0, and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Area:
    """The rectangle of a link on a page: left, bottom, right, top."""

    page: int
    box: tuple[float, float, float, float]


@dataclass(slots=True, eq=False)
class Node:
    """An element of the structure tree (ISO 32000-1, 14.7.2).

    ``target`` or ``address`` says where a Link leads, ``alternative`` what a Figure shows or a Link opens, ``span``
    over how many columns a cell reaches, ``stroke`` which line all its words have, ``id`` how a program finds it.
    """

    role: Role
    parent: Node | None = None
    alternative: str = ""
    target: str = ""
    address: str = ""
    span: int = 1
    stroke: Stroke | None = None
    id: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: list[Node | Content | Area] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.parent is not None:
            self.parent.kids.append(self)

    def add(self, role: Role) -> Node:
        """A new element at the end of this one."""
        return Node(role, self)

    @property
    def filled(self) -> bool:
        """Whether anything was painted for it or below it."""
        return any(not isinstance(kid, Node) or kid.filled for kid in self.kids)
