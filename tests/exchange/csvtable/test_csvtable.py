from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.checks import edit_problems
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import specs
from leaderplan.domain.ids import new_id
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import RECORDS, Achievement
from leaderplan.errors import UserError
from leaderplan.exchange import csvtable
from tests.exchange.readers import ANN, ME, PLAN, added, like, notes, only, taken

FILES = Path(__file__).parent / "files"


def test_a_brag_list_of_a_german_spreadsheet_becomes_achievements() -> None:
    imported = taken(csvtable.read, (FILES / "brag-list-excel.csv").read_bytes())
    first, second, third = added(imported, "achievement")
    people = {person.id: person.name for person in added(imported, "person")}
    assert first.title == "Cut benefit claims from 21 to 4 days"
    assert (first.ended, first.mode, first.tags) == (PartialDate(2025, 11, 3), "transform", ("benefits", "citizens"))
    assert first.people[0] == ANN.id and [people[id] for id in first.people[1:]] == ["Tom Bevan"]
    assert first.result == "“Four days – I could not believe it”\nA carer, by phone"
    assert (second.started, second.ended) == (PartialDate(2024, 4), PartialDate(2024, 6))
    assert third.title == "=SUM of all letters" and third.result == "+12 % satisfaction, £20,000 saved"
    assert "was read as Windows-1252" in notes(imported)


def test_a_contact_list_of_a_mail_program_becomes_people() -> None:
    imported = taken(csvtable.read, (FILES / "contacts-outlook.csv").read_bytes(), into="person", mapping={"*": ""})
    zoe, jan = added(imported, "person")
    assert like(zoe) == {
        "name": "Zoë Van den Berg", "organisation": "Bryn Council", "role": "Head of Housing",
        "email": "zoe@bryn.example", "service_area": "Housing",
        "phone": "+44 29 2000 0000", "private_notes": "Met at the\nleaders’ forum",
    }  # fmt: skip
    assert jan.name == "Jan Peeters"
    assert "Left out: Suffix, Fax" in notes(imported)


def test_a_star_table_in_utf_16_becomes_stories() -> None:
    imported = taken(csvtable.read, (FILES / "star-utf16.txt").read_bytes())
    story = only(imported, "achievement")
    assert (story.situation, story.task, story.action, story.result) == (
        "Queues",
        "End them",
        "Asked families",
        "None left",
    )


def test_importing_the_same_table_twice_adds_nothing_the_second_time() -> None:
    data = (FILES / "brag-list-excel.csv").read_bytes()
    plan = PLAN.after(taken(csvtable.read, data).edit)
    again = taken(csvtable.read, data, plan, new_id=new_id)
    assert not again.edit
    assert "3 rows are in the plan already, by name, dates and required fields" in notes(again)


def test_a_table_only_adds_and_never_touches_what_is_there() -> None:
    plan = Plan.of([*PLAN, Achievement(id="old", title="Kept", result="mine")])
    imported = taken(csvtable.read, "What,Result\nKept,theirs\nNew,x\n", plan)
    assert [change.before for change in imported.edit] == [None]
    assert plan.after(imported.edit).get(Achievement, "old") == Achievement(id="old", title="Kept", result="mine")


def test_nobody_is_added_for_a_row_that_is_known_already() -> None:
    plan = Plan.of([*PLAN, Achievement(id="old", title="Kept")])
    assert not taken(csvtable.read, "What,Team\nKept,Somebody New\n", plan).edit


def test_the_notes_say_which_column_became_what() -> None:
    imported = taken(csvtable.read, "Date,What,Colour\n2025,x,red\n", mapping={"colour": ""})
    assert [str(note) for note in imported.notes] == ["Columns: Date as Done, What as Title.", "Left out: Colour."]


@pytest.mark.parametrize(
    ("data", "options", "said"),
    [
        (b"", {}, "file is empty"),
        (b"Title\n", {}, "names columns, but has no rows"),
        (b"Title\nx\n", {"into": "profile"}, "one profile"),
        (b"Title\nx\n", {"into": "nowhere"}, "no table nowhere"),
        (b"Title,Colour\nx,y\n", {}, "column Colour: Achievements have no such field"),
    ],
)
def test_what_keeps_a_table_out_is_one_sentence(data: bytes, options: dict[str, str], said: str) -> None:
    with pytest.raises(UserError, match=said):
        taken(csvtable.read, data, **options)  # type: ignore[arg-type]


def test_tables_are_known_by_name_or_by_their_first_line() -> None:
    assert csvtable.sniff(b"x", "a.CSV") and csvtable.sniff(b"a;b\n", "list.txt") and csvtable.sniff(b"a\tb", "-")
    for data in (b'{"a":1,"b":2}', b"[1,2]", b"<a, b>", b"%PDF-1.7, x", b"\x89PNG,\x00", b"word", b""):
        assert not csvtable.sniff(data, "file")


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Zs"]), min_size=1, max_size=20)


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5), st.sampled_from([",", ";", "\t", "|"]),
       st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))  # fmt: skip
def test_whatever_a_table_holds_arrives_as_it_was_written(
    rows: list[tuple[str, str]], sign: str, encoding: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign, quoting=csv.QUOTE_ALL)
    writer.writerow(["Title", "Result"])
    guarded = [[f"'{cell}" if cell[0] in "=+-@'" else cell for cell in row] for row in rows]
    writer.writerows([[cell[1:] if cell.startswith("''") else cell for cell in row] for row in guarded])
    stories = added(taken(csvtable.read, out.getvalue().encode(encoding)), "achievement")
    kept = [tuple(cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell for cell in row) for row in rows]
    assert [(story.title, story.result) for story in stories] == kept


CELLS = st.text(max_size=12) | st.sampled_from(
    ["2025", "run", ANN.id, "Ann Price", "Sam Morgan", "yes", "3", "x" * 10_001]
)


@given(st.data())
def test_any_table_becomes_records_that_the_plan_takes_or_a_sentence(data: st.DataObject) -> None:
    record_type = data.draw(st.sampled_from(RECORDS))
    header = data.draw(st.lists(st.sampled_from(["id", *specs(record_type)]), min_size=1, max_size=6, unique=True))
    rows = data.draw(st.lists(st.lists(CELLS, max_size=7), max_size=4))
    out = io.StringIO()
    csv.writer(out).writerows([header, *rows])
    try:
        imported = taken(csvtable.read, out.getvalue().encode(errors="replace"), into=record_type.table)
    except UserError:
        return
    assert not edit_problems(PLAN, imported.edit)
    assert all(change.before is None for change in imported.edit) and ME in PLAN.after(imported.edit)
