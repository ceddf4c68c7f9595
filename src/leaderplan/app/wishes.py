"""What the window asks for that needs more than the window: the sample plan, a second place, a file to import."""

from __future__ import annotations

from pathlib import Path

from leaderplan.places import example_folder, today
from leaderplan.ui.desk import Desk
from leaderplan.ui.window import Window


def sample(_progress: object, _cancelled: object) -> Path:
    """The folder of the sample plan, made where there is none yet."""
    from leaderplan.newplan import new_plan
    from leaderplan.store.folder import PLAN

    folder = example_folder()
    if not (folder / PLAN).exists():
        new_plan(folder, sample=True, today=today()).close()
    return folder


def choose_place(desk: Desk, window: Window) -> None:
    """Ask where copies of the plan go."""
    from leaderplan.ui.dialogs.secondplace import SecondPlaceSheet

    if desk.care is not None:
        SecondPlaceSheet(desk, desk.care, window).come_up()


def send_for_review(desk: Desk, window: Window) -> None:
    """Ask what goes to which mentor, and send it."""
    from leaderplan.ui.dialogs.sending import SendSheet

    SendSheet(desk, window).come_up()


def bring_in(desk: Desk, window: Window) -> None:
    """Ask for a file to import."""
    from leaderplan.ui.dialogs.importing import choose_and_import

    choose_and_import(desk, window)
