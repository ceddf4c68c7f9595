"""Makes the portfolio off the window's turn, again whenever the plan has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from leaderplan import assets
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.report.blocks import BLOCKS
from leaderplan.report.choosing import prepared
from leaderplan.report.layout import Layout, PageName, read_layout
from leaderplan.report.making import make
from leaderplan.report.pdf.fonts import Fonts, system_fonts
from leaderplan.report.pdf.write import Printed, write_pdf
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.portfolio.choosing import LAYOUT
from leaderplan.ui.tasks import Task

_PAUSE = 400  # milliseconds after the last change


@dataclass(frozen=True)
class Proof:
    """The finished PDF, what was chosen and could not be printed, and what is wrong with files that it names."""

    printed: Printed
    left_out: tuple[Message, ...]
    troubles: tuple[Message, ...]


class Press(QObject):
    """Prints the plan as it is now; ``proofed`` comes with each finished Proof, the newest last."""

    proofed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._layout: Layout = read_layout(assets.ROOT / "layouts" / f"{LAYOUT}.toml", BLOCKS)
        self._fonts: Fonts | None = None
        self._task: Task | None = None
        self._done: Plan | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.print_now)

    @property
    def up_to_date(self) -> bool:
        """Whether the newest proof shows the plan as it is now."""
        return self._done is self._desk.plan

    def print_soon(self) -> None:
        """Print after a pause, so that typing is not held up."""
        self._soon.start()

    def print_now(self) -> None:
        """Print at once, unless the newest proof is of this very plan."""
        self._soon.stop()
        if self.up_to_date:
            return
        if self._task is not None:
            self._task.cancel()
        plan, desk = self._desk.plan, self._desk

        def work(progress: Any, cancelled: Any) -> tuple[Plan, Proof]:
            return plan, self._proof(plan, progress, cancelled)

        self._task = desk.tasks.start(_("Setting the portfolio"), work, self._take, self._fail)

    def _proof(self, plan: Plan, progress: Any, cancelled: Any) -> Proof:
        if self._fonts is None:
            self._fonts = Fonts.read(assets.ROOT / "fonts", system_fonts())
        document = prepared(plan, LAYOUT)
        page: PageName = "Letter" if document and document.page == "Letter" else self._layout.pages[0]
        made = make(
            plan,
            self._layout,
            today=self._desk.today(),
            language=self._desk.language,
            anonymous=bool(document and document.anonymous),
            trouble=self._desk.workspace.blobs.trouble,
        )
        return Proof(write_pdf(made.document, page, self._fonts, progress, cancelled), made.left_out, made.troubles)

    def _take(self, result: tuple[Plan, Proof]) -> None:
        self._done, proof = result
        self._task = None
        self.proofed.emit(proof)

    def _fail(self, error: Any) -> None:
        self._task = None
        self._desk.trouble(error)
