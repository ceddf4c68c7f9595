"""The fields of when something was done, and in which post."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import specs
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement, Post, Profile
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.storedtext import Drafts
from leaderplan.ui.forms.storing import Storing
from leaderplan.ui.pages.achievements.making import make_record
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.dates import DateField
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.text import PlainLabel

_ANOTHER = "+"


class WhenFields(QWidget):
    """Started, done and post beside one another; ``closed`` by its button or Esc."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._storing = Storing(desk, self)
        self._achievement: Achievement | None = None
        self._dates: dict[str, DateField] = {}
        row = FlowLayout(self, gap=12)
        for name in ("started", "ended"):
            field = DateField(desk.language, desk.say(specs(Achievement)[name].label))
            field.edited.connect(partial(self._store, name))
            field.drafted.connect(partial(self._draft, name))
            self._dates[name] = field
            row.addWidget(_above(desk.say(specs(Achievement)[name].label), field))
        self._post = ChoiceButton(desk.say(_("Post")), (), none=desk.say(_("No post")))
        self._post.chosen.connect(self._choose_post)
        row.addWidget(_above(desk.say(_("Post")), self._post))
        done = Button(desk.say(_("Close")), Kind.QUIET)
        done.clicked.connect(self._close)
        row.addWidget(_above("", done))

    def show_record(self, achievement: Achievement, drafts: Drafts | None = None) -> None:
        """Show the dates and the post of an achievement; what is no date stays while the plan says the same."""
        before, self._achievement = self._achievement, achievement
        same = before is not None and before.id == achievement.id
        for name, field in self._dates.items():
            value = getattr(achievement, name)
            if not same or getattr(before, name) != value:
                field.set_value(value)
            draft = (drafts or {}).get((achievement.id, name))
            if draft is not None:
                field.set_draft(draft)
        posts = sorted(self._desk.plan.all(Post), key=_newest, reverse=True)
        choices = [(post.id, f"{post.title}, {post.organisation}") for post in posts]
        self._post.set_choices([*choices, (_ANOTHER, self._desk.say(_("Another post…")))])
        self._post.set_value(achievement.post)

    @property
    def wrong(self) -> bool:
        """Whether something in it is no date."""
        return any(field.wrong for field in self._dates.values())

    def begin(self) -> None:
        """Put the keyboard into the first date."""
        self._dates["started"].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            return
        super().keyPressEvent(event)

    def _close(self) -> None:
        for field in self._dates.values():
            field.settle()
        self.closed.emit()

    def _store(self, name: str, value: PartialDate | None) -> None:
        if self._achievement is not None:
            self._storing.store(self._achievement.id, name, value)

    def _draft(self, name: str, text: str) -> None:
        if self._achievement is not None:
            self._desk.workspace.draft(self._achievement.id, name, text)

    def _choose_post(self, id: str | None) -> None:
        if self._achievement is None:
            return
        if id == _ANOTHER:
            self._post.set_value(self._achievement.post)
            self._add_post(self._achievement)
            return
        self._desk.commit(edits.alter(self._desk.plan, self._achievement, post=id), self)

    def _add_post(self, achievement: Achievement) -> None:
        profile = next(iter(self._desk.plan.all(Profile)), None)
        held = profile.current_role if profile else ""
        place = profile.organisation if profile else ""
        made = Post(id=new_id(), title=held or self._desk.say(_("New post")),
                    organisation=place or self._desk.say(_("Organisation")))  # fmt: skip
        panel = make_record(self._desk, made, ("title", "organisation", "started", "ended"), self)
        if panel is not None:
            panel.finished.connect(lambda: self._link(achievement, made.id))

    def _link(self, achievement: Achievement, post: str) -> None:
        """The new post may have been taken back at once."""
        there = self._desk.plan.get(Achievement, achievement.id)
        if there is not None and self._desk.plan.get(Post, post) is not None:
            self._desk.commit(edits.alter(self._desk.plan, there, post=post), self)


def _newest(post: Post) -> tuple[bool, str]:
    return post.ended is None, str(post.ended or post.started or "")


def _above(label: str, field: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(PlainLabel(label, "small", "muted"))
    column.addWidget(field)
    return made
