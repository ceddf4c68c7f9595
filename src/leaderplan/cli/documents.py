"""document and layouts: what is handed in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from leaderplan import assets
from leaderplan.cli.speaking import find, json_option, open_plan, plan_option, print_json
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.places import today
from leaderplan.report.blocks import BLOCKS
from leaderplan.report.layout import Layout, PageName, read_layouts
from leaderplan.report.making import make
from leaderplan.report.pdf.fonts import Fonts, system_fonts
from leaderplan.report.pdf.write import Printed, write_pdf
from leaderplan.report.writing import write_file


@click.command("document")
@plan_option
@click.argument("layout")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The PDF to write."
)
@click.option("--select", "selected", multiple=True, metavar="RECORD", help="Show this record; in the order given.")
@click.option("--page", type=click.Choice(("A4", "Letter")), help="The size of the page.")
@click.option("--anonymous", is_flag=True, help="Leave out name, contact and employers.")
@json_option
def document(
    layout: str, output: Path, selected: tuple[str, ...], page: PageName | None, anonymous: bool, as_json: bool
) -> None:
    """Print LAYOUT as a PDF and say its pages, its SHA-256 and what could not be printed."""
    chosen_layout = _layout(layout)
    if output.suffix.lower() != ".pdf":
        raise UserError(
            _("{file} does not end in .pdf.", file=output.name), _("Documents are written as PDF: name it so.")
        )
    with open_plan() as workspace:
        plan = workspace.plan
    ids = [find(plan, end).id for end in selected] if selected else None
    made = make(plan, chosen_layout, today=today(), language=ENGLISH, chosen=ids, anonymous=anonymous)
    fonts = Fonts.read(assets.ROOT / "fonts", system_fonts())
    with _bar() as progress:
        printed = write_pdf(made.document, page or chosen_layout.pages[0], fonts, progress)
    write_file(output, printed.pdf)
    left_out = [ENGLISH.say(message) for message in made.left_out]
    _report(output, printed, left_out, as_json)


def _report(output: Path, printed: Printed, left_out: list[str], as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "file": str(output),
                "pages": printed.pages,
                "sha256": printed.sha256,
                "left_out": left_out,
                "unprintable": list(printed.unprintable),
            }
        )
        return
    click.echo(f"{output}: {printed.pages} pages, SHA-256 {printed.sha256}")
    for sentence in left_out:
        click.echo(sentence)
    if printed.unprintable:
        click.echo(f"No font here prints these characters: {' '.join(printed.unprintable)}")


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Printing", file=sys.stderr) as bar:

        def progress(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield progress


def _layout(name: str) -> Layout:
    known = read_layouts(assets.ROOT / "layouts", BLOCKS)
    if name not in known:
        raise UserError(
            _("There is no layout “{name}”.", name=name), _("Take one of these: {names}.", names=", ".join(known))
        )
    return known[name]


@click.command("layouts")
@json_option
def layouts(as_json: bool) -> None:
    """The layouts of documents."""
    known = read_layouts(assets.ROOT / "layouts", BLOCKS)
    if as_json:
        print_json(
            [{"layout": n, "title": ENGLISH.say(one.kind), "pages": list(one.pages)} for n, one in known.items()]
        )
        return
    for name, layout in known.items():
        click.echo(f"{name:18} {ENGLISH.say(layout.kind)} ({', '.join(layout.pages)})")
