"""Which column fills which field: by --map, by the field's name or label, by what people call such columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leaderplan.domain.fields import Record, specs
from leaderplan.domain.messages import Message, _
from leaderplan.errors import UserError
from leaderplan.exchange.csvtable.synonyms import NAME_PARTS, SYNONYMS
from leaderplan.exchange.guard import one_line, shown
from leaderplan.exchange.problems import Wrong, refuse
from leaderplan.exchange.tables import no_such_field

OTHERS = "*"
"""In a mapping: every column that is not known."""
MEND = _("Name a field for a column with --map COLUMN=FIELD, or leave the column out with --map COLUMN= and no field.")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read: where it stands, what its header says, and the field it fills (or ``id``).

    ``part`` orders the columns that fill one field together, a first and a last name.
    """

    index: int
    name: str
    field: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that are read, and the headers of those that are left out."""

    read: tuple[Column, ...]
    left_out: tuple[str, ...]


def plain(name: str) -> str:
    """A name as columns are compared: lower case, letters and digits, single spaces."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in name.casefold()).split())


def columns_of(header: list[str], record_type: type[Record], mapping: Mapping[str, str], name: str) -> Columns:
    """Match a header; raises UserError for columns and mappings that lead nowhere, all of them listed."""
    matching = _Matching(header, record_type)
    told = {plain(column) if column != OTHERS else OTHERS: field for column, field in mapping.items()}
    refuse(name, matching.wrong_mapping(mapping), MEND)
    matching.by_mapping(told)
    matching.by_names()
    if not matching.found and record_type:
        raise UserError(
            _("None of the columns of {name} is known: {columns}.",
              name=shown(name), columns=", ".join(map(shown, header[:12]))),
            _("The first line must name the columns; name a field for one with --map COLUMN=FIELD."),
        )  # fmt: skip
    refuse(name, matching.wrong(OTHERS in told), MEND)
    read = sorted(matching.found.values(), key=lambda column: (column.part, column.index))
    left_out = tuple(shown(text) for at, text in enumerate(header) if text and at not in matching.found)
    return Columns(tuple(read), left_out)


class _Matching:
    def __init__(self, header: list[str], record_type: type[Record]) -> None:
        self.header = header
        self.plain = [plain(text) for text in header]
        self.record_type = record_type
        self.specs = specs(record_type)
        self.found: dict[int, Column] = {}
        self.ignored: set[int] = set()
        self.names = {plain(field): field for field in self.specs} | {"id": "id"}
        self.labels = {plain(str(spec.label)): field for field, spec in self.specs.items()}
        self.synonyms = {
            word.strip(): field
            for field, words in SYNONYMS.get(record_type.table, {}).items()
            for word in words.split(";")
        }

    def field_of(self, name: str) -> str | None:
        """The field that a person means by its name or label."""
        return self.names.get(plain(name)) or self.labels.get(plain(name))

    def wrong_mapping(self, mapping: Mapping[str, str]) -> Iterator[Wrong]:
        """Columns and fields of a mapping that there are not."""
        for column, field in mapping.items():
            path = _("--map {column}={field}", column=shown(column), field=shown(field))
            if column != OTHERS and plain(column) not in self.plain:
                yield Wrong(path, _("there is no column {column}; there are {columns}.", column=shown(column),
                                    columns=", ".join(map(shown, self.header))))  # fmt: skip
            if field and column == OTHERS:
                yield Wrong(path, _("only --map *= is possible: it leaves out all columns that are not known."))
            elif field and self.field_of(field) is None:
                yield Wrong(path, no_such_field(self.record_type, field))

    def by_mapping(self, told: Mapping[str, str]) -> None:
        """What the person decided goes first."""
        for at, text in enumerate(self.plain):
            if text in told and (field := told[text]):
                self._take(at, self.field_of(field) or "")
            elif text in told:
                self.ignored.add(at)

    def by_names(self) -> None:
        """Names before labels before synonyms, so that *Title* is not beaten to it by *What*."""
        for names in (self.names, self.labels, self.synonyms):
            for at, text in enumerate(self.plain):
                if at not in self.found and at not in self.ignored and text in names:
                    self._take(at, names[text])
        if self.record_type.table == "person" and "name" not in {column.field for column in self.found.values()}:
            for at, text in enumerate(self.plain):
                if text in NAME_PARTS and at not in self.ignored:
                    self.found[at] = Column(at, self.header[at], "name", NAME_PARTS.index(text) + 1)

    def _take(self, at: int, field: str) -> None:
        if field not in {column.field for column in self.found.values()}:
            self.found[at] = Column(at, self.header[at], field)

    def wrong(self, others_left_out: bool) -> Iterator[Wrong]:
        """Columns with a name that lead nowhere, and required fields without a column."""
        for at, text in enumerate(self.header):
            if text and not others_left_out and at not in self.found and at not in self.ignored:
                yield Wrong(_("column {column}", column=shown(text)), self._why(at))
        filled = {column.field for column in self.found.values()}
        for field, spec in self.specs.items():
            if spec.required and field not in filled:
                yield Wrong(_("no column for {field}", field=field), _("{label} is needed.", label=spec.label))

    def _why(self, at: int) -> Message:
        text = self.plain[at]
        field = self.names.get(text) or self.labels.get(text) or self.synonyms.get(text)
        taken = next((column for column in self.found.values() if column.field == field), None)
        if taken:
            return _("{other} fills {field} already.", other=shown(one_line(taken.name)), field=taken.field)
        return no_such_field(self.record_type, self.header[at])
