"""The canvas: one collaboration on one sheet."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.messages import _
from leaderplan.domain.records import Collaboration, Measure, Stage
from leaderplan.domain.rules import Action
from leaderplan.domain.rules.agreed_means_shared_risk import Condition, Need
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.collaborations.canvas.advice import AdviceTray
from leaderplan.ui.pages.collaborations.canvas.afterwards import AfterwardsPart
from leaderplan.ui.pages.collaborations.canvas.agreed import AgreedPart
from leaderplan.ui.pages.collaborations.canvas.bands import Band
from leaderplan.ui.pages.collaborations.canvas.effort import EffortPart
from leaderplan.ui.pages.collaborations.canvas.fieldtext import FieldText
from leaderplan.ui.pages.collaborations.canvas.legs import LegsPart, MorePart
from leaderplan.ui.pages.collaborations.canvas.measures import MeasuresPart
from leaderplan.ui.pages.collaborations.canvas.milestones import MilestonesPart
from leaderplan.ui.pages.collaborations.canvas.pact import PactPart
from leaderplan.ui.pages.collaborations.canvas.service import ServicePart
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.pages.collaborations.canvas.stageline import StageLine
from leaderplan.ui.pages.collaborations.canvas.steps import StepsPart
from leaderplan.ui.pages.collaborations.canvas.texts import TextsPart
from leaderplan.ui.pages.collaborations.canvas.who import FIELDS as WHO_FIELDS
from leaderplan.ui.pages.collaborations.canvas.who import WhoFields, WhoLine, who
from leaderplan.ui.pages.collaborations.moving import move, refusal
from leaderplan.ui.pages.collaborations.refusal import Refusal
from leaderplan.ui.place import place_of
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.taborder import chain, in_reading_order

_TWO_COLUMNS = 900
_SIDE = 24


class Canvas(QWidget):
    """Built for one collaboration; every part stores by itself, and all show an edit when it was made."""

    def __init__(self, desk: Desk, record: Collaboration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet = sheet = Sheet(desk, record.id, self)
        self.stages, self.who, self.who_fields = StageLine(sheet), WhoLine(), WhoFields(sheet)
        self.refused = Refusal(desk)
        self._wanted = Stage.AGREED
        self.texts, self.steps, self.legs = TextsPart(sheet), StepsPart(sheet), LegsPart(sheet)
        self.pact, self.measures, self.effort = PactPart(sheet), MeasuresPart(sheet), EffortPart(sheet)
        self.milestones, self.agreed = MilestonesPart(sheet), AgreedPart(sheet)
        self.afterwards, self.service, self.more = AfterwardsPart(sheet), ServicePart(sheet), MorePart(sheet)
        self.advice = AdviceTray(sheet)
        self._parts = (
            self.stages, self.texts, self.steps, self.legs, self.pact, self.measures, self.effort, self.milestones,
            self.agreed, self.afterwards, self.service, self.more, self.advice,
        )  # fmt: skip
        self._order: list[QWidget] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._chain)
        self._lay_out()
        self.who.toggled.connect(self.who_fields.open)
        self.stages.chosen.connect(self.move_to)
        self.refused.reasoned.connect(self._agree)
        self.agreed.asked.connect(self._fix)
        self.advice.led.connect(self._lead)
        self.refresh()

    @property
    def record_id(self) -> str:
        """The id of the collaboration."""
        return self.sheet.id

    def store(self, field: str, value: Any) -> bool:
        """Give a field another value; whether it was stored."""
        return self.sheet.store(field, value)

    def refresh(self) -> None:
        """Show everything as it is now; each part redraws only what is new."""
        self.who.set_words(who(self.sheet))
        for part in self._parts:
            part.fill()
        self._soon.start()

    def take(self, edit: ChangeSet) -> None:
        """An edit was stored, here or elsewhere."""
        if edit:
            self.refresh()

    def move_to(self, stage: Stage) -> None:
        """Move to a stage; what holds it back is said below the stages."""
        record = self.sheet.record
        why = refusal(self._desk.plan, record, stage)
        self.refused.hide()
        if why is not None:
            self._wanted = stage
            title = _("Not yet agreed") if stage is Stage.AGREED else _("Not before it is agreed")
            self.refused.say(self.sheet.say(title), self.sheet.say(why), asks=True)
            self._area.ensureWidgetVisible(self.refused)
        else:
            move(self._desk, record, stage, self)

    def show_part(self, record: str, field: str | None) -> None:
        """Put the keyboard where a field or a part is edited, or open the panel of what hangs on it."""
        if record != self.sheet.id:
            found = self._desk.plan.find(record)
            if isinstance(found, Measure):
                self.measures.open(found.id, field or "")
            elif found is not None:
                self.sheet.open(found, field or "")
            return
        if field in WHO_FIELDS:
            self.who.setChecked(True)
            self.who_fields.form.focus(field)
            self._area.ensureWidgetVisible(self.who_fields)
        elif field:
            self._begin(field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        type_ = current_theme().type
        wide = self.width() >= type_.px(_TWO_COLUMNS)
        self.texts.spread(wide)
        for band in self._bands:
            band.spread(wide)
        together = self.stages.sizeHint().width() + self.who.sizeHint().width() + 2 * _SIDE + 16
        beside = together <= self.width()
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        folded = self.width() < type_.px(892) or self.height() < type_.px(600)
        self.advice.fold(folded)

    def _chain(self) -> None:
        order = list(in_reading_order(self))
        if order != self._order:
            self._order = order
            chain(order)

    def _begin(self, field: str) -> None:
        starts = {
            "+risk": self.pact.sides[self.pact.missing_side()].offer,
            "+measure": self.measures.offer,
            "+milestone": self.milestones.add,
            "+service_step": self.steps.add,
            "+readiness": self.service.add,
            "split": self.effort.open,
        }
        if field in starts:
            starts[field]()
            return
        if field in self.more.fields:
            self.more.open()
        text = next((each for each in self.findChildren(FieldText) if each.field == field), None)
        if text is not None:
            self.texts.show_text(text)
            text.begin()
            self._area.ensureWidgetVisible(text)

    def _agree(self, reason: str) -> None:
        record = self.sheet.record
        if move(self._desk, record, self._wanted, self, reason=reason):
            self._desk.toast(_("{title} is agreed; the reason is kept.", title=record.title))

    def _fix(self, condition: Condition) -> None:
        """The button of an open condition; a risk is added on the side that lacks it."""
        from_side = {Need.IT_RISK: "it", Need.SERVICE_RISK: "service"}.get(condition.kind)
        if from_side is not None:
            side = next(each for each in self.pact.sides if each.value == from_side)
            self._area.ensureWidgetVisible(self.pact.sides[side])
            self.pact.sides[side].offer()
        elif condition.missing is not None:
            self._lead(condition.missing.action)

    def _lead(self, action: Action) -> None:
        place = place_of(action)
        if place.page == "collaborations":
            self.show_part(place.record or "", place.field)
        else:
            self._desk.go(place)

    def _lay_out(self) -> None:
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(8)
        self._top.addWidget(self.stages, 1)
        self._top.addWidget(self.who, 0, Qt.AlignmentFlag.AlignLeft)
        # From the outside in: a widget that is given another parent is dressed anew, with all that is in it.
        self._area = QScrollArea(self)
        inner = QWidget()
        self._area.setWidget(inner)
        self._bands = (
            Band((self.steps,), (self.legs,), inner),
            Band((self.pact,), (self.measures, self.effort), inner),
            Band((self.milestones, self.service), (self.agreed,), inner),
        )
        column = QVBoxLayout(inner)
        column.setContentsMargins(_SIDE, 12, _SIDE, 16)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self.who_fields)
        column.addLayout(inset(self.refused))
        column.addSpacing(8)
        column.addLayout(inset(Hairline()))
        column.addWidget(self.texts)
        for band in self._bands:
            column.addLayout(inset(Hairline()))
            column.addWidget(band)
        column.addLayout(inset(Hairline()))
        column.addWidget(self.afterwards)
        column.addWidget(self.more)
        column.addStretch()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.sheet.say(_("Canvas")))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.advice)
