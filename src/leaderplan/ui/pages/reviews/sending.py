"""The way from this page to sending the plan to a mentor."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.sending import SendSheet
from leaderplan.ui.heading import PageAction
from leaderplan.ui.place import Place


def send_action(desk: Desk, page: QWidget) -> PageAction | None:
    """What the primary button does, which leads to the round once it is sent; None where nothing can be sent."""
    if desk.reviews is None:
        return None

    def send() -> None:
        sheet = SendSheet(desk, page.window())
        sheet.sent.connect(lambda round: desk.go(Place("reviews", round)))
        sheet.come_up()

    return PageAction(_("Send for review"), "send", send)
