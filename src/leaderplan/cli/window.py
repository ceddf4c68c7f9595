"""open and pictures: the window, and what it looks like."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from leaderplan.cli.place import folder, plan_option
from leaderplan.domain.messages import _
from leaderplan.errors import UserError

_FILE = "plan.db"
_SIZES = ("1280x800", "900x600")
_SMALLEST, _LARGEST = 100, 8000


@click.command("open")
@plan_option
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--quit-after-paint", is_flag=True, help="End after the first paint with content, for measuring.")
@click.pass_context
def open_(ctx: click.Context, path: Path | None = None, quit_after_paint: bool = False) -> None:
    """Open the window on the plan, or on the one in PATH."""
    place = _plan_in(path) if path else folder()
    _need_display()
    from leaderplan import app

    ctx.exit(app.run(place, quit_after_paint))


def _plan_in(path: Path) -> Path:
    """The folder that PATH means, which may name the file in it; a plan begins only where none was named."""
    place = path.absolute()
    place = place.parent if place.name == _FILE else place
    if not (place / _FILE).is_file():
        raise UserError(
            _("There is no plan in {folder}.", folder=str(place)),
            _("Check the place, or make a plan there with “leaderplan new --plan”."),
        )
    return place


def _need_display() -> None:
    """Qt ends the process where it finds no display; say so in a sentence before."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in displays):
        raise UserError(
            _("There is no display to open the window on."),
            _("Start it on a desktop; the other commands work without one: leaderplan --help."),
        )


@click.command("pictures")
@plan_option
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR", help="The folder.")
@click.option("--page", "pages", multiple=True, metavar="NAME", help="Only this page; may be given several times.")
@click.option(
    "--theme", "themes", multiple=True, type=click.Choice(("light", "dark", "high-contrast")), help="Only this."
)
@click.option("--size", "sizes", multiple=True, metavar="WxH", help=f"{' and '.join(_SIZES)} if not given.")
def pictures(output: Path, pages: tuple[str, ...], themes: tuple[str, ...], sizes: tuple[str, ...]) -> None:
    """Write every page of the window as a PNG, without a display."""
    from leaderplan.cli.target import open_plan

    wanted = [_size(size) for size in sizes or _SIZES]
    with open_plan():
        pass  # what keeps the plan from being opened is said before Qt starts
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from leaderplan import app

    for path in app.paint(folder(), output, pages, themes or ("light", "dark"), wanted):
        click.echo(str(path))


def _size(text: str) -> tuple[int, int]:
    width, _sign, height = text.partition("x")
    if not all(side.isascii() and side.isdecimal() and _SMALLEST <= int(side) <= _LARGEST for side in (width, height)):
        raise UserError(
            _("“{text}” is no size of a window.", text=text),
            _("Write it as 1280x800, each side from {least} to {most}.", least=_SMALLEST, most=_LARGEST),
        )
    return int(width), int(height)
