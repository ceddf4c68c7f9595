"""A field declared once: its label, its kind, and the ways between record, plain values and row.

A *plain* value is what JSON can hold (``None`` for an empty field); a *row* value is what one SQLite column holds.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from functools import cache
from typing import Any, ClassVar, Self

from leaderplan.domain.messages import Message


class Kind(Enum):
    """What a field holds, and so how it is stored, checked and edited."""

    TEXT = auto()  # one line: str
    PROSE = auto()  # paragraphs: str
    DATE = auto()  # a year, month or day: PartialDate | None
    MOMENT = auto()  # an instant in UTC: datetime | None
    LEVEL = auto()  # a whole step between lowest and highest: int | None
    NUMBER = auto()  # float | None; int | None where the spec says whole
    SHARE = auto()  # whole percentages in the order of the choices: tuple[int, ...]
    CHOICE = auto()  # one of a closed list: Choice | None
    CHOICES = auto()  # several of a closed list: tuple[Choice, ...]
    TAGS = auto()  # free words: tuple[str, ...]
    REFERENCE = auto()  # the id of another record: str | None
    REFERENCES = auto()  # ids: tuple[str, ...]
    FLAG = auto()  # bool
    ADDRESS = auto()  # an http, https or mailto address: str
    ATTACHMENT = auto()  # a file kept beside the plan: Attachment | None


class OnRemove(Enum):
    """What happens to a record when the record that it refers to is removed."""

    WITH = auto()  # it goes too
    UNLINK = auto()  # the reference is emptied
    KEEP = auto()  # the reference stays, as one to what was


class Choice(StrEnum):
    """A closed list; each member has a stored value and the words in which it is shown."""

    label: Message

    # The default is for callers that look a member up by its value: Mode("run").
    def __new__(cls, value: str, label: Message = Message("")) -> Self:  # noqa: B008  # a frozen value
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file by its content: lower-case SHA-256 in hex, the name it came with, its size in bytes."""

    sha256: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Spec:
    """What is known of a field, wherever it is shown, stored or sent. One that is ``inner`` is for the program alone:
    it is neither shown to the person nor searched.
    """

    label: Message
    kind: Kind
    required: bool = False
    choices: type[Choice] | None = None
    refers_to: tuple[str, ...] = ()
    on_remove: OnRemove = OnRemove.UNLINK
    shared: bool = False
    inner: bool = False
    whole: bool = False
    lowest: int = 1
    highest: int = 5


_EMPTY: Mapping[Kind, object] = {
    Kind.TEXT: "",
    Kind.PROSE: "",
    Kind.ADDRESS: "",
    Kind.FLAG: False,
    Kind.SHARE: (),
    Kind.CHOICES: (),
    Kind.TAGS: (),
    Kind.REFERENCES: (),
}


def empty(kind: Kind) -> object:
    """The value of a field of this kind in which nothing was entered."""
    return _EMPTY.get(kind)


def entry(label: Message, kind: Kind, **details: Any) -> Any:
    """Declare a field of a record; ``details`` are those of :class:`Spec`."""
    return dataclasses.field(default=empty(kind), metadata={"spec": Spec(label, kind, **details)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing in the plan. Subclasses declare their fields with :func:`entry`."""

    table: ClassVar[str]
    title_field: ClassVar[str] = "title"
    one: ClassVar[Message]
    many: ClassVar[Message]

    id: str

    @property
    def heading(self) -> str:
        """What a person calls this record; empty where it has no name of its own."""
        return str(getattr(self, self.title_field, "") or "")


def specs(record_type: type[Record]) -> Mapping[str, Spec]:
    """The declared fields of a record type by name, in order, without the id."""
    return _specs(record_type)  # type: ignore[arg-type]  # mypy takes a class for one of its instances


@cache
def _specs(record_type: type[Record]) -> Mapping[str, Spec]:
    return {field.name: field.metadata["spec"] for field in dataclasses.fields(record_type) if "spec" in field.metadata}
