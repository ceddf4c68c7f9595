from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from leaderplan.domain.fields import Record, specs
from leaderplan.domain.records import BY_TABLE, Achievement, Person, Reading
from leaderplan.errors import UserError
from leaderplan.exchange.csvtable.columns import columns_of, plain
from leaderplan.exchange.csvtable.synonyms import PARTNERS, SYNONYMS
from leaderplan.exchange.importer import NO_MAPPING
from leaderplan.exchange.problems import WrongFile


def matched(header: str, record_type: type[Record] = Achievement, mapping: Mapping[str, str] = NO_MAPPING) -> str:
    columns = columns_of(header.split(","), record_type, mapping, "x.csv")
    return ",".join(column.field for column in columns.read)


def refused(header: str, mapping: Mapping[str, str] = NO_MAPPING) -> list[str]:
    with pytest.raises(WrongFile) as caught:
        matched(header, mapping=mapping)
    return [str(wrong.said()) for wrong in caught.value.wrong]


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("title,ended,my_part", "title,ended,my_part"),
        ("Title,Done,With whom,My part", "title,ended,people,my_part"),
        ("Date,What,Outcome,Team", "ended,title,result,people"),
        ("RESULT ,  Task,action,Situation,Title", "result,task,action,situation,title"),
        ("S,T,A,R,Achievement,When", "situation,task,action,result,title,ended"),
        ("Start Date,End Date,Accomplishment,Impact,Category", "started,ended,title,result,tags"),
    ],
)
def test_columns_are_known_by_field_label_or_what_people_call_them(header: str, fields: str) -> None:
    assert matched(header) == fields


def test_first_and_last_name_are_one_name() -> None:
    columns = columns_of(["Last Name", "First Name", "Company"], Person, NO_MAPPING, "x").read
    assert [(column.name, column.field) for column in columns] == [
        ("Company", "organisation"), ("First Name", "name"), ("Last Name", "name"),
    ]  # fmt: skip


def test_a_mapping_goes_before_what_a_column_is_called() -> None:
    assert matched("What,Story", mapping={"story": "Title", "WHAT": "situation"}) == "situation,title"
    assert matched("What,Colour,Size", mapping={"Colour": "", "Size": ""}) == "title"
    columns = columns_of(["What", "Colour", "Size"], Achievement, {"*": ""}, "x")
    assert [column.field for column in columns.read] == ["title"] and columns.left_out == ("Colour", "Size")


def test_a_column_that_leads_nowhere_is_named() -> None:
    assert refused("Title,Result,Impact,Resutl")[0] == "column Impact: Result fills result already."
    assert refused("Title,Reslut") == ["column Reslut: Achievements have no such field; is result meant?"]


def test_a_mapping_that_leads_nowhere_is_named() -> None:
    assert refused("Title,B", {"C": "title", "B": "nothing", "*": "title"}) == [
        "--map C=title: there is no column C; there are Title, B.",
        "--map B=nothing: " + str(refused("Title,Nothing")[0]).partition(": ")[2],
        "--map *=title: only --map *= is possible: it leaves out all columns that are not known.",
    ]


def test_a_required_field_needs_a_column() -> None:
    assert refused("Date,Result") == ["no column for title: Title is needed."]
    with pytest.raises(UserError, match=r"None of the columns of x\.csv is known: 2025, Cut claims"):
        matched("2025,Cut claims")
    assert matched("Measure,Date,Value", Reading) == "measure,on,value"


def test_every_synonym_leads_to_one_field_that_there_is() -> None:
    for table, fields in SYNONYMS.items():
        declared = specs(BY_TABLE[table])
        assert set(fields) <= set(declared), table
        words = [word.strip() for text in fields.values() for word in text.split(";")]
        assert all(word == plain(word) for word in words), table
        assert not {word: count for word, count in Counter(words).items() if count > 1}, table
    for ends, starts in PARTNERS.items():
        assert any({ends, starts} <= set(specs(record_type)) for record_type in BY_TABLE.values())
