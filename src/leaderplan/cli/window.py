"""open and pictures: the window, and what it looks like."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import click

from leaderplan.cli.place import folder, plan_option
from leaderplan.domain.messages import _
from leaderplan.errors import UserError

_FILE = "plan.db"
_ARCHIVE = ".leaderplan"  # what writes and reads it knows more of it, and is slow to import
_LOCAL_DISPLAY = re.compile(r"(?:unix)?:(\d+)")
_SIZES = ("1280x800", "900x600")
_SMALLEST, _LARGEST = 100, 8000


@click.command("open")
@plan_option
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--quit-after-paint", is_flag=True, help="End after the first paint with content, for measuring.")
@click.pass_context
def open_(ctx: click.Context, path: Path | None = None, quit_after_paint: bool = False) -> None:
    """Open the window on the plan, on the one in PATH, or on the archive PATH."""
    archive = path if path and path.suffix.lower() == _ARCHIVE and path.is_file() else None
    place = _plan_in(path) if path and archive is None else folder()
    _need_display()
    ctx.exit(_app().run(place, quit_after_paint, archive))


def _app() -> ModuleType:
    """The window's side of LeaderPlan, which is slow to import, and needs libraries that a bare system lacks."""
    try:
        from leaderplan import app
    except ImportError as error:
        if not (error.name or "").startswith("PySide6"):
            raise
        raise UserError(
            _("Qt cannot start here: {reason}.", reason=str(error)),
            _("Install what it names. Commands other than “open” and “pictures” work without it."),
        ) from error
    return app


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
    if sys.platform.startswith("linux") and not _has_display(os.environ):
        raise UserError(
            _("There is no display to open the window on."),
            _("Start it on a desktop; the other commands work without one: leaderplan --help."),
        )


def _has_display(environment: Mapping[str, str]) -> bool:
    """Whether the environment names a display; a local one of X also has to answer."""
    if environment.get("QT_QPA_PLATFORM") or environment.get("WAYLAND_DISPLAY"):
        return True
    local = _LOCAL_DISPLAY.match(environment.get("DISPLAY", ""))
    if not local:
        return bool(environment.get("DISPLAY"))
    socket_name = f"/tmp/.X11-unix/X{local[1]}"  # fixed by the X server's transport, as is the abstract name below
    return any(_answers(name) for name in (socket_name, f"\0{socket_name}"))


def _answers(name: str) -> bool:
    with socket.socket(socket.AF_UNIX) as asked:
        try:
            asked.connect(name)
        except OSError:
            return False
    return True


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
    for path in _app().paint(folder(), output, pages, themes or ("light", "dark"), wanted):
        click.echo(str(path))


def _size(text: str) -> tuple[int, int]:
    width, _sign, height = text.partition("x")
    if not all(side.isascii() and side.isdecimal() and _SMALLEST <= int(side) <= _LARGEST for side in (width, height)):
        raise UserError(
            _("“{text}” is no size of a window.", text=text),
            _("Write it as 1280x800, each side from {least} to {most}.", least=_SMALLEST, most=_LARGEST),
        )
    return int(width), int(height)
