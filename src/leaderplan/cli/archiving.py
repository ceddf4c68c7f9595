"""export archive and import of one: the whole plan in a file."""

from __future__ import annotations

from pathlib import Path

from leaderplan.cli import passphrases
from leaderplan.cli.place import folder
from leaderplan.cli.progress import progress
from leaderplan.cli.speaking import line, print_json, say
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message, _, _n
from leaderplan.errors import UserError
from leaderplan.exchange import passphrase, sealed
from leaderplan.store.steps import now
from leaderplan.upkeep import archives
from leaderplan.upkeep.archives import Found


def export_archive(output: Path, passphrase_file: Path | None, unsealed: bool, as_json: bool) -> None:
    """Write the whole plan into one file; without a passphrase of the person's, under six words that are told."""
    if unsealed and passphrase_file:
        raise UserError(_("An unsealed archive has no passphrase."), _("Leave out one of the two."))
    words = ""
    if not unsealed:
        words = (
            passphrases.first_line(passphrase_file) if passphrase_file else passphrase.generated(passphrases.listed())
        )
    key = None if unsealed else sealed.new_key(words)
    with progress(_("Writing the archive")) as told:
        saved = archives.save(folder(), output.absolute(), key, now(), told)
    notes = [_n("{count} record is in {file}.", "{count} records are in {file}.", saved.records, file=str(output))]
    if saved.missing:
        notes.append(
            _n(
                "{count} attached file could not be put into it: “leaderplan check” names it.",
                "{count} attached files could not be put into it: “leaderplan check” names them.",
                saved.missing,
            )
        )
    told_words = None if unsealed or passphrase_file else words
    if as_json:
        print_json(
            {
                "file": str(output),
                "size": saved.size,
                "records": saved.records,
                "missing": saved.missing,
                "passphrase": told_words,
                "notes": [ENGLISH.say(note) for note in notes],
            }
        )
        return
    for note in notes:
        say(note)
    if told_words:
        say(_("Its passphrase is: {words}", words=told_words))
        say(_("Write it down, away from this computer. Without it nobody can open the archive."))


def import_archive(file: Path, passphrase_file: Path | None, dry_run: bool, as_json: bool) -> None:
    """Restore an archive into the plan's folder; the plan that is there is set aside."""
    locked = archives.sealed_with(file)
    is_sealed = _("The archive is sealed with a passphrase.")
    key = passphrases.unlocked(locked, passphrase_file, is_sealed) if locked is not None else None
    found = archives.look(file, key)
    notes = [_what(found)]
    if dry_run:
        notes.append(_("Nothing was stored."))
    else:
        with progress(_("Restoring the archive")) as told:
            aside = archives.restore(folder(), file, key, now(), told)
        notes.append(_("It is the plan in {folder} now.", folder=str(folder())))
        if aside:
            notes.append(_("The plan that was there is set aside in {folder}.", folder=str(aside)))
    if as_json:
        print_json({"step": None, "records": [], "notes": [ENGLISH.say(note) for note in notes]})
        return
    for note in notes:
        line(ENGLISH.say(note))


def _what(found: Found) -> Message:
    return _n(
        "The archive of {moment} holds {count} record and {files} attached files.",
        "The archive of {moment} holds {count} records and {files} attached files.",
        found.records,
        moment=found.written_at,
        files=found.attachments,
    )
