from __future__ import annotations

from dataclasses import replace

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.differences import FieldChange, alike, differing, shortened, side
from leaderplan.domain.fields import Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Achievement, Mode, Round
from leaderplan.domain.worddiff import Piece, PieceKind

SAME, OUT, IN, GAP = PieceKind
STORY = Achievement(id="story", title="Claims in ten days", mode=Mode.RUN, ended=PartialDate(2025, 9),
                    people=("ann", "bob"), tags=("desk",), situation="It was slow.")  # fmt: skip
NAMES = {"ann": "Ann Price", "bob": "Bob", "cleo": "Cleo"}


def changed(old: Record | None, new: Record | None) -> dict[str, tuple[Piece, ...]]:
    return {each.field: each.pieces for each in differing(ENGLISH, NAMES.__getitem__, old, new)}


def test_only_the_fields_that_differ_are_told_and_prose_by_its_words() -> None:
    found = changed(STORY, replace(STORY, title="Claims in four days"))
    assert found == {"title": (Piece(SAME, "Claims in "), Piece(OUT, "ten "), Piece(IN, "four "), Piece(SAME, "days"))}


def test_what_is_no_prose_is_told_in_the_words_that_a_person_sees() -> None:
    found = changed(STORY, replace(STORY, mode=Mode.TRANSFORM, ended=None, private=True))
    assert found == {
        "mode": (Piece(OUT, "RUN"), Piece(GAP, "  "), Piece(IN, "TRANSFORM")),
        "ended": (Piece(OUT, "Sep 2025"),),
        "private": (Piece(IN, "yes"),),
    }


def test_a_list_is_told_item_by_item_and_references_by_their_names() -> None:
    [pieces] = changed(STORY, replace(STORY, people=("bob", "cleo"))).values()
    assert [piece for piece in pieces if piece.kind is not GAP] == [
        Piece(OUT, "Ann Price"),
        Piece(SAME, "Bob"),
        Piece(IN, "Cleo"),
    ]
    assert "".join(piece.text for piece in side(pieces, IN)) == "Ann Price, Bob"
    assert "".join(piece.text for piece in side(pieces, OUT)) == "Bob, Cleo"


def test_of_a_record_that_came_or_went_the_filled_fields_are_told() -> None:
    filled = {"title", "mode", "ended", "people", "tags", "situation"}
    assert set(changed(None, STORY)) == set(changed(STORY, None)) == filled
    assert {piece.kind for pieces in changed(STORY, None).values() for piece in pieces} == {OUT, GAP}
    assert changed(None, None) == {}


def test_what_stayed_is_told_apart() -> None:
    same = alike(ENGLISH, NAMES.__getitem__, STORY, replace(STORY, title="Another", tags=()))
    assert {each.field for each in same} == {"ended", "mode", "situation", "people"}
    assert all(isinstance(each, FieldChange) and each.pieces[0].kind is SAME for each in same)


def test_a_long_text_is_told_by_the_words_around_its_changes() -> None:
    long = "word " * 100
    pieces = (Piece(SAME, long), Piece(OUT, "old "), Piece(IN, "new "), Piece(SAME, long), Piece(OUT, "x"))
    before, out, came, between, _last = shortened(pieces)
    assert (out, came) == (Piece(OUT, "old "), Piece(IN, "new "))
    assert before.text.startswith("… word") and len(before.text) < 70
    assert " … " in between.text and len(between.text) < 130
    assert shortened((Piece(SAME, long),)) == (Piece(SAME, long),)
    assert shortened((Piece(IN, "new"), Piece(SAME, long)))[1].text.endswith("word …")
    assert shortened(pieces[1:3]) == pieces[1:3]


def test_what_is_for_the_program_alone_is_told_nowhere() -> None:
    sent = Round(id="r", title="Round 1", key="secret", scope=("a", "b"))
    assert [change.field for change in differing(ENGLISH, str, None, sent)] == ["title"]
    assert differing(ENGLISH, str, sent, replace(sent, key="other")) == ()
    assert [change.field for change in alike(ENGLISH, str, sent, sent)] == ["title"]
