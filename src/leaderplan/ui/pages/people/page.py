"""People: who matters, on a list, on a map, and each on a page of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Record
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Conversation, Person, Service
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.listandrecord import ListAndRecord
from leaderplan.ui.pages.page import Heading, PageAction
from leaderplan.ui.pages.people.beginning import Beginning
from leaderplan.ui.pages.people.listing import Listing
from leaderplan.ui.pages.people.record.view import PersonView
from leaderplan.ui.pages.people.side import Side, View
from leaderplan.ui.pages.people.wanted import touched
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button

_ON_MAP = "map"  # the field of a place that means somebody on the map, and not their page


class People(ListAndRecord):
    """Map or page stands beside the list."""

    key, group, title, icon = "people", _("Lead"), _("People"), "users"
    sentence = _("Who matters, who is ready for risk, whom you are losing touch with.")
    kept = "people.split"

    listing: Listing
    side: Side
    record: PersonView

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._id = ""
        self.listing = Listing(desk)
        self.side = Side(desk, self.listing.model)
        self.record = self.side.record
        self.beginning = Beginning(desk)
        self._to_map = Button(desk.say(_("Map")), icon="map")
        self._put_side_by_side(self.beginning)
        self._connect()
        self.listing.show_plan()

    @property
    def primary(self) -> PageAction:
        """A new person, stored at once."""
        return PageAction(_("New"), "plus", self.add)

    @property
    def place(self) -> Place:
        """Who is in view; on the list alone, nobody, and on the map, that it is the map."""
        if not self._id or not self.shows_record:
            return Place(self.key)
        return Place(self.key, self._id, _ON_MAP if self.side.view is View.MAP else None)

    def heading(self) -> Heading:
        """The page's own words, or who fills it."""
        person = self.desk.plan.get(Person, self._id)
        if not self.is_filled or person is None:
            return super().heading()
        back = self.desk.say(self.title)
        if self.side.view is View.MAP:
            return Heading(self.desk.say(_("Map")), back=back, steps=True)
        return Heading(person.name, back=back, steps=True, rename=self.desk.say(_("Name")))

    def header_buttons(self) -> Sequence[QWidget]:
        """The way from the list to the map, where both do not stand side by side."""
        listed = not self.shows_record and bool(self.desk.plan.table(Person))
        return (self._to_map,) if listed else ()

    def add(self) -> None:
        """Store a new person with a name to be typed over."""
        made = Person(id=new_id(), name=self.desk.say(_("New person")))
        if self.desk.commit(edits.add(made), self):
            self.show_record(made.id, "name")

    def search(self, text: str) -> None:
        self.listing.seek(text)

    def rename(self, title: str) -> None:
        person = self.desk.plan.get(Person, self._id)
        if person is not None:
            self.desk.commit(edits.alter(self.desk.plan, person, name=title), self)

    def show_record(self, record: str, field: str | None = None) -> None:
        """Show the page of a person, or of the one that a conversation or a service belongs to."""
        plan = self.desk.plan
        found = plan.find(record)
        person = owner(plan, found)
        if found is None or person is None:
            return
        self.side.show_view(View.MAP if field == _ON_MAP else View.PAGE)
        self._show(person)
        self.listing.select(person.id)
        self._fill(True)
        if found is not person:
            self.record.open(found)
        elif field and field != _ON_MAP:
            self.record.focus(field)

    def step(self, by: int) -> None:
        person = self.desk.plan.get(Person, self.listing.neighbour(by))
        if person is not None:
            self._show(person)
            self.listing.select(person.id)
            self.header_changed.emit()

    def settle(self) -> None:
        super().settle()
        self.record.settle()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        if self.listing.model.day != self.desk.today():
            self.listing.show_plan()
        self._lay_out_for_width()
        self._show_some()
        self.side.map.show_people()

    def _connect(self) -> None:
        self.listing.chosen.connect(self._choose)
        self.listing.opened.connect(self._open)
        self.listing.filtered.connect(self._show_map)
        self.side.swapped.connect(self.header_changed)
        self.side.map.chosen.connect(self._choose_on_map)
        self.side.map.opened.connect(self.show_page)
        self.side.map.noted.connect(lambda id: self.show_record(id, "+conversation"))
        self.side.more.title_wanted.connect(self.record.rename)
        self.record.title_wanted.connect(self.title_wanted)
        self.beginning.begun.connect(self._begin)
        self._to_map.clicked.connect(self._open_map)
        self.desk.signals.changed.connect(self._hear)

    def show_page(self, id: str) -> None:
        """Show the page of somebody on the map."""
        self._choose(id)
        self.side.show_view(View.PAGE)
        self._fill(True)

    def _hear(self, edit: ChangeSet, _by: object) -> None:
        self.listing.take(edit)
        if self.isVisible():
            self._show_some()
            self.side.map.take(dict.fromkeys(touched(edit)))

    def _show_map(self) -> None:
        if self.isVisible():
            self.side.map.show_people()

    def _show_some(self) -> None:
        """Keep who is in view, or take another one where they have gone."""
        plan = self.desk.plan
        empty = not plan.table(Person)
        self._stack.setCurrentIndex(1 if empty else 0)
        person = plan.get(Person, self._id)
        if person is None:
            self._id = ""
            self._fill(False)
            person = plan.get(Person, next(iter(self.listing.model.ids), None))
        if person is not None:
            self._show(person)
            self.listing.select(person.id)
        self.header_changed.emit()

    def _show(self, person: Person) -> None:
        if person.id != self._id:
            self.settle()
        self._id = person.id
        self.record.show_record(self.desk.plan.get(Person, person.id) or person)
        self.side.map.select(person.id)
        self.side.more.show_person(person.id)

    def _choose(self, id: str) -> None:
        person = self.desk.plan.get(Person, id)
        if person is not None:
            self._show(person)

    def _choose_on_map(self, id: str) -> None:
        self._choose(id)
        self.listing.select(id)

    def _open(self, id: str) -> None:
        self._choose(id)
        if not self._wide:
            self.side.show_view(View.PAGE)
        self._fill(True)

    def _open_map(self) -> None:
        self.side.show_view(View.MAP)
        self._fill(True)

    def _begin(self, id: str) -> None:
        self._choose(id)
        self.listing.select(id)
        self.side.show_view(View.MAP)


def owner(plan: Plan, record: Record | None) -> Person | None:
    """The person that a record is, or belongs to."""
    if isinstance(record, Conversation):
        return plan.get(Person, record.person)
    if isinstance(record, Service):
        return plan.get(Person, record.owner)
    return record if isinstance(record, Person) else None
