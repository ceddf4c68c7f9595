"""Collaborations: the board of all, and the canvas of the one that is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from leaderplan import assets
from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Collaboration, Service, Stage
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.erasing import ask_to_erase
from leaderplan.ui.example import example_row
from leaderplan.ui.pages.collaborations.belonging import owner_of
from leaderplan.ui.pages.collaborations.board import BoardView
from leaderplan.ui.pages.collaborations.canvas.canvas import Canvas
from leaderplan.ui.pages.collaborations.moving import beside, refusal
from leaderplan.ui.pages.page import Heading, Page, PageAction
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.empty import EmptyState, EmptyWords


class Collaborations(Page):
    """The canvas is built when a card is opened, and goes when the board comes back."""

    key, group, title, icon = "collaborations", _("Lead"), _("Collaborations"), "handshake"
    sentence = _("Changes of a service that you make together with its manager.")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._text = ""
        self._told: object = None
        self._canvas: Canvas | None = None
        self._board = BoardView(desk)
        self._empty = self._empty_state()
        self._services = ChoiceButton(desk.say(_("Service")), (), none=desk.say(_("All services")))
        self._more = Button("", Kind.ICON, "ellipsis", name=desk.say(_("More about this collaboration")))
        self._fill_menu()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._board)
        self._stack.addWidget(self._empty)
        self._board.opened.connect(self._open)
        self._services.chosen.connect(lambda _value: self._filter())
        desk.signals.changed.connect(self._hear)
        self._show_all()

    @property
    def canvas(self) -> Canvas | None:
        """The open canvas."""
        return self._canvas

    @property
    def board(self) -> BoardView:
        """The board."""
        return self._board

    @property
    def record(self) -> Collaboration | None:
        """The collaboration whose canvas is open."""
        return self.desk.plan.get(Collaboration, self._canvas.record_id) if self._canvas else None

    @property
    def primary(self) -> PageAction | None:
        """A new card on the board; the next stage on a canvas."""
        record = self.record
        if record is None:
            return PageAction(_("New"), "plus", self._new)
        stage = beside(record, 1)
        if stage is None:
            return None
        why = refusal(self.desk.plan, record, stage)
        label = _("Move to {stage}", stage=stage.label)
        return PageAction(label, "arrow-right", lambda: self._move(stage), enabled=why is None, reason=why)

    @property
    def place(self) -> Place:
        """The board, or the collaboration whose canvas is open."""
        return Place(self.key, self._canvas.record_id if self._canvas else None)

    def heading(self) -> Heading:
        """On a canvas its title, which can be typed over."""
        record = self.record
        if record is None:
            return super().heading()
        return Heading(record.title, back=self.desk.say(self.title), rename=self.desk.say(_("Title")))

    def header_buttons(self) -> Sequence[QWidget]:
        """The filter by service, or what else can be done with the one on the canvas."""
        if self._canvas is not None:
            return (self._more,)
        return (self._services,) if self.desk.plan.table(Service) else ()

    def search(self, text: str) -> None:
        """Show the board with the cards that hold ``text``."""
        self._text = text
        if text and self._canvas is not None:
            self.go_back()
        self._filter()

    def rename(self, title: str) -> None:
        """Another title for the collaboration on the canvas."""
        record = self.record
        if record is not None and self._canvas is not None:
            self._canvas.store("title", title)

    def show_record(self, record: str, field: str | None = None) -> None:
        """Open the canvas of a collaboration, or of the one on which another record hangs, and there a field."""
        owner = owner_of(self.desk.plan, record)
        if owner is None:
            return
        if self._canvas is None or self._canvas.record_id != owner.id:
            self._open_canvas(owner)
        assert self._canvas is not None
        if field == "title":
            self.title_wanted.emit()
        elif record != owner.id or field:
            self._canvas.show_part(record, field)

    def go_back(self) -> bool:
        """From the canvas to the board, with the keyboard on its card."""
        if self._canvas is None:
            return False
        self.settle()
        id = self._canvas.record_id
        self._close_canvas()
        self._show_all()
        self.header_changed.emit()
        self._board.focus_card(id)
        return True

    def refresh(self) -> None:
        """Show everything as it is now."""
        self._show_all()
        if self._canvas is not None:
            if self.record is None:
                self._close_canvas()
            else:
                self._canvas.refresh()

    def _hear(self, edit: ChangeSet, _by: object) -> None:
        self._board.take(edit)
        if edit.touches(Service.table):
            self._offer_services()
        if self._canvas is not None and self.record is None:
            self._close_canvas()
        elif self._canvas is not None:
            self._canvas.take(edit)
        self._choose_view()
        self._tell_header()

    def _tell_header(self) -> None:
        """The header is told only of what it shows: not of every word that is typed below."""
        action = self.primary
        told = (self.heading(), action and (action.text, action.enabled, action.reason), len(self.header_buttons()))
        if told != self._told:
            self._told = told
            self.header_changed.emit()

    def _show_all(self) -> None:
        self._offer_services()
        self._board.board.show_plan(self.desk.plan)
        self._choose_view()

    def _choose_view(self) -> None:
        if self._canvas is None:
            self._stack.setCurrentWidget(self._board if self.desk.plan.table(Collaboration) else self._empty)

    def _offer_services(self) -> None:
        services = sorted(self.desk.plan.all(Service), key=lambda service: service.name.casefold())
        self._services.set_choices([(service.id, service.name) for service in services])

    def _filter(self) -> None:
        self._board.board.filter(self.desk.plan, self._services.value, self._text)

    def _open(self, id: str) -> None:
        self.desk.go(Place(self.key, id))
        if self._canvas is None:  # shown outside a window
            self.show_record(id)

    def _open_canvas(self, record: Collaboration) -> None:
        self._close_canvas()
        self._canvas = Canvas(self.desk, record, self)
        self._stack.addWidget(self._canvas)
        self._stack.setCurrentWidget(self._canvas)
        self._private.setChecked(record.private)
        self.header_changed.emit()

    def _close_canvas(self) -> None:
        canvas, self._canvas = self._canvas, None
        if canvas is not None:
            self._stack.removeWidget(canvas)
            canvas.hide()
            canvas.deleteLater()
            self._choose_view()

    def _new(self, title: str = "") -> None:
        """Store a card at once, and let its title be typed over."""
        name = title or self.desk.say(_("New collaboration"))
        record = Collaboration(id=new_id(), title=name, stage=Stage.SPOTTED, service=self._services.value)
        if self.desk.commit(edits.add(record), self):
            self._open(record.id)
            if not title:
                self.title_wanted.emit()

    def _move(self, stage: Stage) -> None:
        if self._canvas is not None:
            self._canvas.move_to(stage)

    def _fill_menu(self) -> None:
        menu = QMenu(self._more)
        say = self.desk.say
        menu.addAction(say(_("Rename"))).triggered.connect(lambda _checked=False: self.title_wanted.emit())
        self._private = menu.addAction(say(_("Private: it never leaves this plan")))
        self._private.setCheckable(True)
        self._private.triggered.connect(self._set_private)
        menu.addAction(say(_("Move to the bin"))).triggered.connect(lambda _checked=False: self._remove())
        if not self.desk.workspace.read_only:
            menu.addAction(say(_("Erase for good…"))).triggered.connect(lambda _checked=False: self._erase())
        menu.aboutToShow.connect(lambda: self._private.setChecked(bool(self.record and self.record.private)))
        menu.setAccessibleName(say(_("More about this collaboration")))
        self._more.clicked.connect(lambda: menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft())))
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _set_private(self, private: bool) -> None:
        if self._canvas is not None:
            self._canvas.store("private", private)

    def _remove(self) -> None:
        record = self.record
        if record is not None and self.desk.commit(edits.remove(self.desk.plan, record), self):
            self.desk.toast(_("{name} is in the bin.", name=edits.called(record)))

    def _erase(self) -> None:
        record = self.record
        if record is not None:
            ask_to_erase(self.desk, self.window(), record)

    def _empty_state(self) -> EmptyState:
        texts = assets.read_toml("templates/en.toml")["empty_pages"][self.key]
        made = EmptyState(
            EmptyWords(
                self.icon,
                texts["first_step"],
                texts["sentence"],
                self.desk.say(_("Parking appeals without a form")),
                self.desk.say(_("What would be changed, in a few words. Who and how can wait.")),
                self.desk.say(_("Enter")),
            ),
            [example_row(self.desk, self.key)],
        )
        made.entered.connect(self._new)
        return made
