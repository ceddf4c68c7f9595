"""About you: the profile that cover and first pages are made of, and the posts held."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Post, Profile
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.forms.form import RecordForm
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.row import LineRow, LineWords
from leaderplan.ui.widgets.section import SectionRow

_FIELDS = (
    "name",
    "headline",
    "about",
    "current_role",
    "organisation",
    "email",
    "phone",
    "target_role",
    "target_by",
    "choice",
    "chosen_on",
    "reaffirm_on",
    "stop_doing",
)
_POST = ("title", "organisation", "started", "ended", "scope")


class AboutPane(QScrollArea):
    """One column of fields, the posts below them; all of it stored as it is typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(desk.say(_("About you")))
        self.form = RecordForm(desk, desk.plan.all(Profile)[0], _FIELDS)
        self._posts = QVBoxLayout()
        self._posts.setSpacing(0)
        add = Button(desk.say(_("Post")), Kind.ADD, "plus", name=desk.say(_("Add a post")))
        add.clicked.connect(self.add_post)
        posts = SectionRow(desk.say(_("Posts")))
        posts.add(add)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 12, 16, 24)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addSpacing(12)
        column.addWidget(posts)
        column.addLayout(self._posts)
        column.addStretch()
        self.setWidget(inner)
        desk.signals.changed.connect(self._hear)
        self._show_posts()

    def add_post(self) -> None:
        """A new post, stored at once, ready to be named."""
        say = self._desk.say
        organisation = self._desk.plan.all(Profile)[0].organisation
        post = Post(id=new_id(), title=say(_("New post")), organisation=organisation or say(_("Organisation")))
        if self._desk.commit(edits.add(post), self):
            self._show_posts()
            self._edit(post.id).form.focus("title")

    def _edit(self, id: str) -> RecordDialog:
        post = self._desk.plan.table(Post)[id]
        dialog = RecordDialog(self._desk, post, _POST, self)
        dialog.open()
        return dialog

    def _hear(self, edit: ChangeSet, _by: object) -> None:
        if edit.touches(Post.table):
            self._show_posts()

    def _show_posts(self) -> None:
        while (item := self._posts.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        posts = sorted(self._desk.plan.all(Post), key=lambda post: (post.ended is None, str(post.ended)), reverse=True)
        for post in posts:
            span = self._desk.language.span(post.started, post.ended)
            row = LineRow(LineWords(post.title, post.organisation, span), leads=True)
            row.clicked.connect(lambda _checked=False, id=post.id: self._edit(id))
            self._posts.addWidget(row)
