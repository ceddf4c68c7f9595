"""count: how long a text is."""

from __future__ import annotations

import click

from leaderplan.cli.speaking import json_option, line, print_json
from leaderplan.cli.streams import typed_in
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.rules.word_limits import count as counted


@click.command("count")
@click.argument("text")
@json_option
def count(text: str, as_json: bool) -> None:
    """Words, characters and spoken time of TEXT, or of standard input with “-”."""
    counts = counted(_typed_in() if text == "-" else text)
    if as_json:
        print_json(
            {
                "words_as_word": counts.word_style,
                "words_strict": counts.strict,
                "characters": counts.characters,
                "spoken_seconds": counts.spoken_seconds,
            }
        )
        return
    minutes, seconds = divmod(counts.spoken_seconds, 60)
    rows = (
        (ENGLISH.number(counts.word_style), _("words as Word counts")),
        (ENGLISH.number(counts.strict), _("words, strictly")),
        (ENGLISH.number(counts.characters), _("characters")),
        (f"{minutes}:{seconds:02}", _("minutes spoken")),
    )
    for number, what in rows:
        line(f"{number:>7}  {ENGLISH.say(what)}")


def _typed_in() -> str:
    """The text on standard input, in whatever encoding it comes; may be empty, as a draft may be."""
    from leaderplan.exchange.guard import LARGEST_FILE, text_of

    data = typed_in().read(LARGEST_FILE + 1)
    return text_of(data, ENGLISH.say(_("standard input"))) if data else ""
