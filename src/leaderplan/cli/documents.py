"""document and layouts: what is handed in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaderplan import assets
from leaderplan.cli.place import plan_option
from leaderplan.cli.progress import progress
from leaderplan.cli.speaking import json_option, line, print_json, say
from leaderplan.domain.edits import called
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Round
from leaderplan.domain.review.rounds import last_answered
from leaderplan.errors import UserError
from leaderplan.places import today
from leaderplan.report.blocks import BLOCKS
from leaderplan.report.layout import PAGE_NAMES, Layout, PageName, read_layouts

if TYPE_CHECKING:
    from leaderplan.report.making import Made
    from leaderplan.store.workspace import Workspace


@click.command("document")
@plan_option
@click.argument("layout")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", help="The PDF to write."
)
@click.option("--select", "selected", multiple=True, metavar="RECORD", help="Show this record; in the order given.")
@click.option("--record", metavar="RECORD", help="What a document about one record tells of; else the newest.")
@click.option("--page", type=click.Choice(PAGE_NAMES, case_sensitive=False), help="The size of the page.")
@click.option("--anonymous", is_flag=True, help="Leave out name, contact and employers.")
@json_option
def document(
    layout: str,
    output: Path,
    selected: tuple[str, ...],
    record: str | None,
    page: PageName | None,
    anonymous: bool,
    as_json: bool,
) -> None:
    """Print LAYOUT as a PDF; say its pages, its SHA-256 and what could not be printed."""
    from leaderplan.cli.target import open_plan
    from leaderplan.report.pdf.fonts import Fonts, system_fonts
    from leaderplan.report.pdf.write import write_pdf
    from leaderplan.report.writing import write_file

    chosen_layout = _layout(layout)
    if output.suffix.lower() != ".pdf":
        raise UserError(
            _("{file} does not end in .pdf.", file=output.name), _("Documents are written as PDF: name it so.")
        )
    if selected and chosen_layout.about:
        raise UserError(_("{name} is about one record.", name=layout), _("Name it with --record, without --select."))
    if record and not chosen_layout.about:
        raise UserError(_("{name} is about no single record.", name=layout), _("Choose what it shows with --select."))
    with open_plan() as workspace:
        made = (
            _about_round(workspace, chosen_layout, record, anonymous)
            if chosen_layout.about
            else _of_choice(workspace, chosen_layout, selected, anonymous)
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


def _of_choice(workspace: Workspace, layout: Layout, selected: Sequence[str], anonymous: bool) -> Made:
    from leaderplan.cli.target import find
    from leaderplan.report.making import make

    plan, trouble = workspace.plan, workspace.blobs.trouble
    ids = [find(plan, end).id for end in selected] if selected else None
    return make(plan, layout, today=today(), language=ENGLISH, chosen=ids, anonymous=anonymous, trouble=trouble)


def _about_round(workspace: Workspace, layout: Layout, record: str | None, anonymous: bool) -> Made:
    """Of the newest round that was answered where none was named; what was sent in it helps where it can be read."""
    from leaderplan.cli.target import find
    from leaderplan.report.making import make_of_round
    from leaderplan.upkeep.reviews import sent_plan

    plan = workspace.plan
    round = find(plan, record) if record else last_answered(plan)
    if round is not None and not isinstance(round, Round):
        raise UserError(
            _("{name} is no round of review.", name=called(round)), _("Name one of those that rounds lists.")
        )
    sent = sent_plan(workspace, round)
    return make_of_round(plan, layout, round, sent, today=today(), language=ENGLISH, anonymous=anonymous)


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
