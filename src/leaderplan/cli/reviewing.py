"""review: the mentor's side without a window, and without a plan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from leaderplan import assets
from leaderplan.cli.completing import files
from leaderplan.cli.overwriting import demand_free, force_option
from leaderplan.cli.passages import plain_files, plain_records, print_passages
from leaderplan.cli.passphrases import passphrase_option, unlocked
from leaderplan.cli.speaking import json_option, line, print_json, say
from leaderplan.cli.streams import typed_in
from leaderplan.domain.ids import new_id
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plain import moment_text
from leaderplan.domain.records import Comment
from leaderplan.domain.review.book import Book
from leaderplan.errors import UserError
from leaderplan.exchange.guard import one_line, read_file, read_stream
from leaderplan.exchange.review import comments
from leaderplan.exchange.review.layout import LARGEST_JSON, LONGEST_LINE
from leaderplan.exchange.review.package import Review
from leaderplan.store.steps import now
from leaderplan.upkeep import answering
from leaderplan.upkeep.writing import demand_place


@click.command("review")
@click.argument("file", type=click.Path(path_type=Path))
@passphrase_option("What opens a sealed review file.")
@click.option(
    "--answer",
    "target",
    type=click.Path(path_type=Path),
    metavar="ANSWER",
    help="The answer to write; takes --comments.",
)
@click.option(
    "--comments", "said", metavar="JSON", shell_complete=files, help="A file of comments, or “-” for standard input."
)
@click.option(
    "--form",
    type=click.Path(path_type=Path),
    metavar="FORM",
    help="The form for a browser to write, which whoever has it can read.",
)
@click.option("--author", metavar="NAME", help="Who answers; whom the review was sent to if none is given.")
@force_option
@json_option
def review(
    file: Path,
    passphrase_file: Path | None,
    target: Path | None,
    said: str | None,
    form: Path | None,
    author: str | None,
    as_json: bool,
) -> None:
    """Show the review FILE that you were sent, or answer it with comments; no plan is needed, and none is made."""
    if (target is None) != (said is None):
        raise click.UsageError("--answer and --comments belong together.")
    if target is not None and form is not None:
        raise click.UsageError("--form shows the review, --answer answers it: give one of the two.")
    envelope = answering.taken_up(file)
    is_sealed = _("The review file is sealed with a passphrase.")
    key = unlocked(envelope.locked, passphrase_file, is_sealed) if envelope.locked is not None else None
    found = answering.opened(envelope, key)
    if form is not None:
        _write_form(form, found, key is not None, as_json)
        return
    if target is None or said is None:
        _show(found, key is not None, as_json)
        return
    demand_free(target)
    name = _author(found, author)
    given, source = _given(said)
    written = comments.read(given, source, found, name, now(), new_id)
    _write(target, answering.answer_of(found.head, Book(name, written), now(), key))
    _tell(target, written, name, key is not None, as_json)


def _show(found: Review, is_sealed: bool, as_json: bool) -> None:
    head = found.head
    if as_json:
        print_json(
            {
                "title": head.title,
                "from": head.sender,
                "to": head.mentor,
                "message": head.message,
                "language": head.language,
                "written_at": moment_text(head.written_at),
                "written_by": head.written_by,
                "plan": head.plan,
                "round": head.round,
                "share": head.share,
                "sealed": is_sealed,
                "records": plain_records(found.plan),
                "files": plain_files(found.plan),
            }
        )
        return
    say(_("{title}: from {sender} to {mentor}.", title=head.title, sender=head.sender, mentor=head.mentor))
    say(_("Written on {moment}.", moment=head.written_at))
    if head.message:
        say(_("Message: {text}", text=head.message))
    print_passages(found.plan)


def _write_form(target: Path, found: Review, is_sealed: bool, as_json: bool) -> None:
    from leaderplan.exchange.review.form import write

    demand_free(target)
    _write(target, write(found, ENGLISH, assets.read_bytes))
    notes = [_("The form is in {file}: open it in any browser, to read and to answer.", file=str(target))]
    if is_sealed:
        notes.append(_("The review file is sealed, the form is not: whoever has the form can read it."))
    if as_json:
        print_json({"file": str(target), "sealed": False, "notes": [ENGLISH.say(note) for note in notes]})
        return
    for note in notes:
        say(note)


def _author(found: Review, given: str | None) -> str:
    name = one_line(given if given is not None else found.head.mentor)
    if not name:
        raise UserError(_("The review does not say who answers it."), _("Give your name with --author."))
    if len(name) > LONGEST_LINE:
        raise UserError(_("The name is longer than {most} characters.", most=LONGEST_LINE), _("Give a shorter one."))
    return name


def _given(said: str) -> tuple[bytes, str]:
    if said == "-":
        name = ENGLISH.say(_("standard input"))
        return read_stream(typed_in(), name, LARGEST_JSON), name
    return read_file(Path(said), LARGEST_JSON), Path(said).name


def _write(target: Path, data: bytes) -> None:
    demand_place(target)
    answering.write_answer(target, data)


def _tell(target: Path, written: tuple[Comment, ...], name: str, is_sealed: bool, as_json: bool) -> None:
    notes: list[Message] = [
        _n("{count} comment of {name} is in {file}.", "{count} comments of {name} are in {file}.",
           len(written), name=name, file=str(target)),
        _("It is sealed: only the plan that the review came from opens it.") if is_sealed
        else _("The answer is not sealed: whoever has it can read it."),
    ]  # fmt: skip
    if as_json:
        values: list[dict[str, Any]] = [comments.plain(comment) for comment in written]
        print_json(
            {
                "file": str(target),
                "author": name,
                "sealed": is_sealed,
                "comments": values,
                "notes": [ENGLISH.say(note) for note in notes],
            }
        )
        return
    for comment in written:
        kind = ENGLISH.say(comment.kind.label) if comment.kind else ""
        line(f"{comment.id}  {kind:12} {comment.text.splitlines()[0] if comment.text else ''}")
    for note in notes:
        say(note)
