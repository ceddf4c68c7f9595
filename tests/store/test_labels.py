from __future__ import annotations

import pytest

from leaderplan.domain.edits import NAME_LENGTH
from leaderplan.domain.messages import Message, _, _n
from leaderplan.store.history import label_text
from leaderplan.store.labels import Names

ZOE = "Zoë “Ŵyn” & Sons"


def scrubbed(label: Message, *headings: str, everything: bool = False) -> str:
    return Names(headings).taken_out(label_text(label), everything)


@pytest.mark.parametrize(
    ("heading", "text", "named"),
    [
        ("Bob", "Bob", True),
        ("Bob", "Bob's list", True),
        ("Bob", "Bobsleigh", False),
        ("Bob", "bob", False),
        ("Bartholomew", "theBartholomewlist", True),
        ("和田", "和田さんと会う", True),
        (ZOE, f"For {ZOE}.", True),
        ("C++", "C++", True),
        (f"{'Long ' * 20}name", (f"{'Long ' * 20}name")[:NAME_LENGTH], True),
        ("Bartholomew", f"{'x' * (NAME_LENGTH - 6)}Bartho", True),
        ("Bartholomew", "Bartho", False),
        ("Bartholomew", f"{'x' * (NAME_LENGTH - 3)}Bar", False),
    ],
)
def test_a_text_that_names_somebody_gives_way(heading, text, named):
    label = _("Add {name}", name=text)
    expected = _("Add {name}", name="…") if named else label
    assert scrubbed(label, heading, "Somebody else") == label_text(expected)


def test_of_a_step_that_touched_one_every_text_goes_and_numbers_stay():
    label = _n("Import {count} of {file}", "Import {count} of {file}", 3, file="people.csv")
    left = _n("Import {count} of {file}", "Import {count} of {file}", 3, file="…")
    assert scrubbed(label, everything=True) == label_text(left)
    assert scrubbed(label) == label_text(label)


def test_what_has_no_name_takes_nothing_out():
    label = _("Change {field} of {name}", field=_("Title"), name="Ann")
    assert scrubbed(label, "", " ") == label_text(label)
    assert scrubbed(_("New plan"), everything=True) == label_text(_("New plan"))


def test_texts_within_texts_are_looked_at():
    assert Names(["Bobby"]).taken_out('{"id": "x", "args": {"a": {"args": {"b": ["Bobby", 1]}}}}', False) == (
        '{"id": "x", "args": {"a": {"args": {"b": ["\\u2026", 1]}}}}'
    )
