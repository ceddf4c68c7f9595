"""document and layouts: what is handed in."""

from __future__ import annotations

from pathlib import Path

import click

from leaderplan import assets
from leaderplan.cli.place import plan_option
from leaderplan.cli.progress import progress
from leaderplan.cli.speaking import json_option, line, print_json, say
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message, _, _n
from leaderplan.errors import UserError
from leaderplan.places import today
from leaderplan.report.blocks import BLOCKS
from leaderplan.report.layout import PAGE_NAMES, Layout, PageName, read_layouts


@click.command("document")
@plan_option
@click.argument("layout")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", help="The PDF to write."
)
@click.option("--select", "selected", multiple=True, metavar="RECORD", help="Show this record; in the order given.")
@click.option("--page", type=click.Choice(PAGE_NAMES, case_sensitive=False), help="The size of the page.")
@click.option("--anonymous", is_flag=True, help="Leave out name, contact and employers.")
@json_option
def document(
    layout: str, output: Path, selected: tuple[str, ...], page: PageName | None, anonymous: bool, as_json: bool
) -> None:
    """Print LAYOUT as a PDF; say its pages, its SHA-256 and what could not be printed."""
    from leaderplan.cli.target import find, open_plan
    from leaderplan.report.making import make
    from leaderplan.report.pdf.fonts import Fonts, system_fonts
    from leaderplan.report.pdf.write import write_pdf
    from leaderplan.report.writing import write_file

    chosen_layout = _layout(layout)
    if output.suffix.lower() != ".pdf":
        raise UserError(
            _("{file} does not end in .pdf.", file=output.name), _("Documents are written as PDF: name it so.")
        )
    with open_plan() as workspace:
        plan, blobs = workspace.plan, workspace.blobs
    ids = [find(plan, end).id for end in selected] if selected else None
    made = make(
        plan, chosen_layout, today=today(), language=ENGLISH, chosen=ids, anonymous=anonymous, trouble=blobs.trouble
    )
    fonts = Fonts.read(assets.ROOT / "fonts", system_fonts())
    with progress(_("Printing")) as told:
        printed = write_pdf(made.document, page or chosen_layout.pages[0], fonts, told)
    write_file(output, printed.pdf)
    if as_json:
        left_out = [ENGLISH.say(message) for message in made.left_out]
        print_json(
            {
                "file": str(output),
                "pages": printed.pages,
                "sha256": printed.sha256,
                "left_out": left_out,
                "troubles": [ENGLISH.say(message) for message in made.troubles],
                "unprintable": list(printed.unprintable),
            }
        )
        return
    say(_written(output, printed.pages, printed.sha256))
    for message in (*made.left_out, *made.troubles):
        say(message)
    if printed.unprintable:
        say(_("No font here prints these characters: {signs}", signs=" ".join(map(_named, printed.unprintable))))


def _written(file: Path, pages: int, sha256: str) -> Message:
    return _n(
        "{file}: {count} page, SHA-256 {sha256}",
        "{file}: {count} pages, SHA-256 {sha256}",
        pages,
        file=str(file),
        sha256=sha256,
    )


def _named(sign: str) -> str:
    """A character with its number in Unicode, as the terminal may lack a font for it too."""
    return f"{sign} (U+{ord(sign):04X})" if len(sign) == 1 else sign


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
        line(f"{name:18} {ENGLISH.say(layout.kind)} ({', '.join(layout.pages)})")
