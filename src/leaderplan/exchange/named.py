"""Records that a file refers to by what people call them: found in the plan, or, for people, made."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from leaderplan.domain.fields import Record, Spec
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE, Competency, Person, Post
from leaderplan.errors import UserError
from leaderplan.exchange.guard import shown
from leaderplan.exchange.ids import Ids

MOST_PEOPLE = 100_000
"""New people in one file."""

_ID = re.compile(r"(?=.*\d)[0-9a-f-]{6,36}")


class NotFound(Exception):
    """A name that stands for no record, or for more than one; ``message`` says which."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Named:
    """The records of a plan by name, and the people who are new with this file."""

    def __init__(self, plan: Plan, new_id: Callable[[], str]) -> None:
        self._plan = plan
        self._new_id = new_id
        self._ids = Ids(plan)
        self._tables: dict[str, dict[str, list[Record]]] = {}
        self.people: dict[str, Person] = {}

    def id_of(self, spec: Spec, text: str) -> str:
        """The id of the record that ``text`` names, by its id or by what it is called.

        Somebody unknown is added to :attr:`people`. Raises :class:`NotFound`.
        """
        if _ID.fullmatch(text):
            return self._ids.whole(text)
        found = {r.id: r for table in spec.refers_to or BY_TABLE for r in self._called(table).get(_folded(text), ())}
        if len(found) == 1:
            return next(iter(found))
        tables = tuple(BY_TABLE[table].many for table in spec.refers_to)
        if found:
            raise NotFound(_("{name} may be several records: name one by its id.", name=shown(text)))
        if "person" in spec.refers_to:
            return self.person(text).id
        raise NotFound(_("nothing among {tables} is called {name}.", tables=tables, name=shown(text)))

    def person(self, name: str) -> Person:
        """Somebody by name: the first of that name in the plan, or who was added for it before, or now."""
        known = self._called("person").get(_folded(name))
        if known and isinstance(known[0], Person):
            return known[0]
        folded = _folded(name)
        if folded not in self.people:
            if len(self.people) >= MOST_PEOPLE:
                raise UserError(
                    _("The file names more than {most} people who are not in the plan.", most=MOST_PEOPLE),
                    _("Split it into smaller files."),
                )
            self.people[folded] = Person(id=self._new_id(), name=name)
        return self.people[folded]

    def _called(self, table: str) -> dict[str, list[Record]]:
        if table not in self._tables:
            names: dict[str, list[Record]] = defaultdict(list)
            for record in self._plan.of_table(table):
                for name in dict.fromkeys(map(_folded, _names(record))):
                    names[name].append(record)
            self._tables[table] = dict(names)
        return self._tables[table]


def _names(record: Record) -> Iterator[str]:
    if record.heading:
        yield record.heading
    if isinstance(record, Post):
        yield f"{record.title}, {record.organisation}"
        yield f"{record.title} at {record.organisation}"
        yield f"{record.title} ({record.organisation})"
    if isinstance(record, Competency) and record.code:
        yield record.code


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
