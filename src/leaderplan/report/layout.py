"""Layouts of documents: which sections in which order, on which page. Read from TOML and checked strictly.

A layout is one file, ``resources/layouts/<name>.toml``::

    title = "Promotion portfolio"   # the kind of document, as its cover says it
    pages = ["A4", "Letter"]        # the first is taken where nobody chose
    cover = true
    contents = true
    about = "round"                 # optional: the kind of the one record that it tells of

    [[section]]
    block = "profile"               # a key of the blocks that the program has
    new_page = true                 # optional: whether it begins on a new page
    title = "About me"              # optional: another heading than the block's own
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Round
from leaderplan.errors import UserError

PageName: TypeAlias = Literal["A4", "Letter"]
PAGE_NAMES: Final[tuple[PageName, ...]] = get_args(PageName)

_TOP: Final[Mapping[str, type]] = {"title": str, "pages": list, "cover": bool, "contents": bool, "section": list,
                                          "about": str}  # fmt: skip
_ABOUT: Final = ("", Round.table)
_SECTION: Final[Mapping[str, type]] = {"block": str, "new_page": bool, "title": str}
_WANTED: Final[Mapping[type, Message]] = {
    str: _("a text"),
    bool: _("true or false"),
    list: _("a list"),
}


@dataclass(frozen=True, slots=True)
class LayoutSection:
    """A place in the order of a document: the block that fills it, and what the layout changes about it."""

    block: str
    new_page: bool | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How one kind of document is put together. ``name`` is the stem of its file.

    ``about`` is the table of the one record that it tells of, empty where it tells of what was chosen of the plan.
    """

    name: str
    title: str
    pages: tuple[PageName, ...]
    sections: tuple[LayoutSection, ...]
    cover: bool = True
    contents: bool = True
    about: str = ""

    @property
    def kind(self) -> Message:
        """Its title as a text that can be translated."""
        return Message(self.title)


def read_layouts(folder: Path, blocks: Collection[str]) -> dict[str, Layout]:
    """All layouts of ``folder`` by name. Raises UserError as :func:`read_layout` does."""
    return {path.stem: read_layout(path, blocks) for path in sorted(folder.glob("*.toml"))}


def read_layout(path: Path, blocks: Collection[str]) -> Layout:
    """The layout in ``path``, whose sections may name ``blocks``.

    Raises UserError for a file that cannot be read and for every key that is unknown, missing or of the wrong kind;
    the sentence names file and key.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _mistake(path.name, _("it cannot be read ({reason})", reason=str(error))) from error
    return parse_layout(text, path.stem, path.name, blocks)


def parse_layout(text: str, name: str, file: str, blocks: Collection[str]) -> Layout:
    """The layout written in ``text``; ``file`` is how mistakes name it."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _mistake(file, _("it is not TOML ({reason})", reason=str(error))) from error
    _check(values, _TOP, ("title", "pages", "section"), file, "")
    pages = tuple(page for page in PAGE_NAMES if page in values["pages"])
    for page in values["pages"]:
        if page not in PAGE_NAMES:
            raise _mistake(file, _unknown("pages", page, PAGE_NAMES))
    if not pages:
        raise _mistake(file, _("{key} is empty", key="pages"))
    if not values["section"]:
        raise _mistake(file, _("{key} is empty", key="section"))
    ordered = tuple(sorted(pages, key=values["pages"].index))
    sections = tuple(
        _section(each, file, f"section[{place}]", blocks) for place, each in enumerate(values["section"], 1)
    )
    about = values.get("about", "")
    if about not in _ABOUT:
        raise _mistake(file, _unknown("about", about, _ABOUT[1:]))
    return Layout(
        name, values["title"], ordered, sections, values.get("cover", True), values.get("contents", True), about
    )


def _section(values: object, file: str, key: str, blocks: Collection[str]) -> LayoutSection:
    if not isinstance(values, dict):
        raise _mistake(file, _("{key} must be a table", key=key))
    _check(values, _SECTION, ("block",), file, f"{key}.")
    if values["block"] not in blocks:
        raise _mistake(file, _unknown(f"{key}.block", values["block"], blocks))
    return LayoutSection(values["block"], values.get("new_page"), values.get("title", ""))


def _check(
    values: Mapping[str, object], known: Mapping[str, type], needed: Collection[str], file: str, inside: str
) -> None:
    """Every key known and of its kind, and none missing."""
    for key, value in values.items():
        if key not in known:
            raise _mistake(file, _unknown("", f"{inside}{key}", known))
        if type(value) is not known[key]:
            raise _mistake(file, _("{key} must be {wanted}", key=f"{inside}{key}", wanted=_WANTED[known[key]]))
    for key in needed:
        if key not in values:
            raise _mistake(file, _("{key} is missing", key=f"{inside}{key}"))


def _unknown(key: str, value: object, known: Collection[str]) -> Message:
    names = ", ".join(sorted(known))
    if key:
        return _("{key} does not know {value}, only {names}", key=key, value=str(value), names=names)
    return _("nothing is known of {key}; the keys are {names}", key=str(value), names=names)


def _mistake(file: str, what: Message) -> UserError:
    return UserError(
        _("The layout {file} cannot be used: {what}.", file=file, what=what),
        _("Mend the file, or take it out of the folder of layouts."),
    )
