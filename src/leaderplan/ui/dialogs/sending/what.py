"""What goes: everything, one page, or records picked one by one, with what goes along only where it is switched on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Choice, Record
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Assessment, Collaboration, Expectation, Person
from leaderplan.domain.review.rounds import rounds_with
from leaderplan.domain.review.sending import STAND_ALONE, Wanted
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.sending.picklist import PickList
from leaderplan.ui.dialogs.sending.picks import Pick
from leaderplan.ui.pages.settings.segments import Segments
from leaderplan.ui.widgets.check import Check

SETTING = "send-what"


class Extent(Choice):
    """How much of the plan goes."""

    ALL = "all", _("Everything")
    PAGE = "page", _("One page")
    PICKED = "picked", _("Single records")


class Page(Choice):
    """One page of the plan."""

    ACHIEVEMENTS = "achievements", _("Achievements")
    COLLABORATIONS = "collaborations", _("Collaborations")
    COMPETENCIES = "competencies", _("Competencies")


class What(QWidget):
    """``changed`` tells that something else goes."""

    changed = Signal()

    def __init__(self, desk: Desk, chosen: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say, self._desk = desk.say, desk
        self.extent = Segments([say(each.label) for each in Extent], say(_("What goes")))
        self.page = Segments([say(each.label) for each in Page], say(_("Which page")))
        self.records = PickList(say(_("Records to send")), say(_("Search the records")))
        self.competencies = Check(say(_("My ratings and what the target role asks for")))
        self.others = Check()
        self.earlier = Check()
        self.earlier.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.extent, self.page, self.records, self.competencies, self.others, self.earlier):
            column.addWidget(part)
        self.records.picks.ticked.update(chosen)
        kept = next((each for each in Extent if each.value == desk.settings.text(SETTING)), Extent.ALL)
        self.extent.show_choice(list(Extent).index(Extent.PICKED if chosen else kept))
        self.page.show_choice(0)
        self.extent.chosen.connect(self._take)
        self.page.chosen.connect(self._take)
        self.records.changed.connect(self.changed)
        for check in (self.competencies, self.others, self.earlier):
            check.toggled.connect(self.changed)
        self.competencies.toggled.connect(self._show)
        self._default()
        self.look_again(None)

    @property
    def taken(self) -> Extent:
        """How much goes."""
        return list(Extent)[self.extent.choice]

    @property
    def nothing(self) -> Message:
        """What is said where nothing goes."""
        if self.taken is Extent.PICKED:
            return _("Tick what goes.")
        return _("There is nothing of this in the plan that may leave. Choose something else.")

    def wanted(self, files: Iterable[str]) -> Wanted:
        """What was chosen; ``files`` are ids of the evidence whose files go."""
        plan = self._desk.plan
        competencies = self.competencies.isChecked()
        others = competencies and self.others.isChecked() and not self.others.isHidden()
        earlier = self.earlier.isChecked() and not self.earlier.isHidden()
        return Wanted(self._records(plan), competencies, others, frozenset(files), earlier)

    def look_again(self, mentor: Person | None) -> None:
        """Offer what there is in the plan now."""
        self.records.offer(_picks(self._desk))
        self.meet(mentor)

    def meet(self, mentor: Person | None) -> None:
        """Offer what there was with this mentor before, and with the others."""
        plan, say = self._desk.plan, self._desk.say
        rated = [rating for rating in plan.all(Assessment) if rating.by]
        by_others = sum(rating.by != (mentor.id if mentor else None) for rating in rated)
        self.others.set_words(
            say(
                _n("What other mentors rated ({count} rating)", "What other mentors rated ({count} ratings)", by_others)
            )
        )
        rounds = len(rounds_with(plan, mentor.id if mentor else None))
        self.earlier.set_words(
            say(_n("The earlier round with {name}, and what became of each comment",
                   "The {count} earlier rounds with {name}, and what became of each comment",
                   rounds, name=mentor.name if mentor else ""))
        )  # fmt: skip
        self._has_others, self._has_rounds = by_others > 0, rounds > 0
        self._show()

    def keep(self) -> None:
        """Begin the next one with as much."""
        self._desk.settings.keep(SETTING, str(self.taken.value))

    def _records(self, plan: Plan) -> frozenset[str]:
        if self.taken is Extent.PICKED:
            return self.records.picks.chosen
        kinds = STAND_ALONE if self.taken is Extent.ALL else _KINDS[list(Page)[self.page.choice]]
        return frozenset(record.id for kind in kinds for record in plan.all(kind))

    def _take(self, _number: int) -> None:
        self._default()
        self._show()
        self.changed.emit()

    def _default(self) -> None:
        """Ratings go with everything, and with the page that they are on."""
        on_page = self.taken is Extent.PAGE and list(Page)[self.page.choice] is Page.COMPETENCIES
        blocked = self.competencies.blockSignals(True)
        self.competencies.setChecked(self.taken is Extent.ALL or on_page)
        self.competencies.blockSignals(blocked)

    def _show(self) -> None:
        plan = self._desk.plan
        self.page.setVisible(self.taken is Extent.PAGE)
        self.records.setVisible(self.taken is Extent.PICKED)
        self.competencies.setVisible(bool(plan.all(Assessment) or plan.all(Expectation)))
        self.others.setVisible(self._has_others and self.competencies.isChecked())
        self.earlier.setVisible(self._has_rounds)


_KINDS: Mapping[Page, tuple[type[Record], ...]] = {
    Page.ACHIEVEMENTS: (Achievement,),
    Page.COLLABORATIONS: (Collaboration,),
    Page.COMPETENCIES: (),
}


def _picks(desk: Desk) -> list[Pick]:
    """What can be sent by itself, grouped by kind, the newest first; what is private is there with the reason."""
    stories = sorted(desk.plan.all(Achievement), key=lambda each: _latest(each.ended or each.started, each.id))
    joint = sorted(desk.plan.all(Collaboration), key=lambda each: _latest(each.due, each.id))
    made = []
    for kind, records in ((Achievement, stories), (Collaboration, joint)):
        if records:
            made.append(Pick("", desk.say(kind.many)))
            made += [_pick(desk, each) for each in records]
    return made


def _pick(desk: Desk, record: Achievement | Collaboration) -> Pick:
    day = (record.ended or record.started) if isinstance(record, Achievement) else record.due
    why_not = desk.say(_("private, so it stays")) if record.private else ""
    return Pick(record.id, record.title, desk.language.day(day) if day else "", why_not)


def _latest(day: PartialDate | None, id: str) -> tuple[int, str]:
    return (-day.last.toordinal() if day else 0, id)
