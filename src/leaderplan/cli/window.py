"""open and pictures: the window, and what it looks like."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from leaderplan.cli.speaking import plan_option
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.places import plan_folder


@click.command("open")
@plan_option
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--quit-after-paint", is_flag=True, help="End after the first paint with content, for measuring.")
@click.pass_context
def open_(ctx: click.Context, path: Path | None = None, quit_after_paint: bool = False) -> None:
    """Open the window on the plan, or on the one in PATH."""
    _need_display()
    from leaderplan import app

    ctx.exit(app.run(path.absolute() if path else plan_folder(ctx.obj), quit_after_paint))


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
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder.")
@click.option("--page", "pages", multiple=True, metavar="NAME", help="Only this page; may be given several times.")
@click.option(
    "--theme", "themes", multiple=True, type=click.Choice(("light", "dark", "high-contrast")), help="Only this."
)
@click.option("--size", "sizes", multiple=True, metavar="WxH", help="1280x800 and 900x600 if not given.")
@click.pass_context
def pictures(
    ctx: click.Context, output: Path, pages: tuple[str, ...], themes: tuple[str, ...], sizes: tuple[str, ...]
) -> None:
    """Write every page of the window as a PNG, without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from leaderplan import app

    wanted = [_size(size) for size in sizes] or [(1280, 800), (900, 600)]
    for path in app.paint(plan_folder(ctx.obj), output, pages, themes or ("light", "dark"), wanted):
        click.echo(str(path))


def _size(text: str) -> tuple[int, int]:
    width, _sign, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 100 <= int(width) <= 8000 and 100 <= int(height) <= 8000):
        raise UserError(_("“{text}” is no size of a window.", text=text), _("Write it as 1280x800."))
    return int(width), int(height)
