"""open and pictures: the window, and what it looks like."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from types import ModuleType

import click

from leaderplan.cli.display import has_display
from leaderplan.cli.place import ARCHIVE, OPENED, Chosen, folder, plan_option
from leaderplan.domain.messages import _
from leaderplan.domain.review import suffixes
from leaderplan.errors import UserError

_FILE = "plan.db"
_ADDRESS = "file:"
_SIZES = ("1280x800", "900x600")
_SMALLEST, _LARGEST = 100, 8000


@click.command("open")
@plan_option
@click.argument("path", required=False, type=click.Path())
@click.option("--quit-after-paint", is_flag=True, help="End after the first paint with content, for measuring.")
@click.pass_context
def open_(ctx: click.Context, path: str | None = None, quit_after_paint: bool = False) -> None:
    """Open the window on the plan, on the one in PATH, or on the archive, review or answer PATH."""
    if quit_after_paint:
        ctx.ensure_object(Chosen).for_window = False  # nobody waits for it
    place, file = _meant(path) if path else (folder(), None)
    _need_display()
    if file is not None and file.suffix.lower() == suffixes.REVIEW:
        ctx.exit(_app().read_review(place, file, quit_after_paint))
    ctx.exit(_app().run(place, quit_after_paint, file))


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


def _meant(given: str) -> tuple[Path, Path | None]:
    """The folder of the plan that ``given`` means, and the file that is to be opened there."""
    path = (_of_address(given) if given.startswith(_ADDRESS) else Path(given)).absolute()
    kind = _kind(path)
    if path.suffix.lower() not in OPENED or kind == stat.S_IFDIR:
        return _plan_in(path, kind), None
    if not kind:
        raise UserError(
            _("There is no file {file}.", file=str(path)),
            _("It may have been moved or renamed, or lie on a disk that is not connected."),
        )
    return folder(), path


def _of_address(address: str) -> Path:
    """The path in an address of a file, as some file managers give it; one on another computer stays as it is."""
    from urllib.parse import unquote_to_bytes, urlsplit

    parts = urlsplit(address)
    if parts.netloc not in ("", "localhost"):
        return Path(address)
    path = os.fsdecode(unquote_to_bytes(parts.path))
    return Path(path.lstrip("/") if os.name == "nt" else path)  # there a drive comes first: file:///C:/…


def _kind(path: Path) -> int:
    """What lies there, as ``stat`` tells it; 0 for nothing, or where no name is like this."""
    try:
        return stat.S_IFMT(path.stat().st_mode)
    except PermissionError as error:
        raise UserError(
            _("LeaderPlan may not look at {file}.", file=str(path)),
            _("Give yourself the right to read it, or take another place."),
        ) from error
    except (OSError, ValueError):
        return 0


def _plan_in(path: Path, kind: int) -> Path:
    """The folder that ``path`` means, which may name the file in it; a plan begins only where none was named."""
    place = path.parent if path.name == _FILE else path
    if _kind(place / _FILE) == stat.S_IFREG:
        return place
    if kind == stat.S_IFREG:
        raise UserError(
            _("{file} is neither a plan nor an archive of one.", file=str(path)),
            _(
                "A plan is a folder with {name} in it; the name of an archive ends in {suffix}.",
                name=_FILE,
                suffix=ARCHIVE,
            ),
        )
    raise UserError(
        _("There is no plan in {folder}.", folder=str(place)),
        _("Check the place, or make a plan there with “leaderplan new --plan”."),
    )


def _need_display() -> None:
    """Qt ends the process where it finds no display; say so in a sentence before."""
    if sys.platform.startswith("linux") and not has_display(os.environ):
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
