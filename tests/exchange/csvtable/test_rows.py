from __future__ import annotations

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.exchange import csvtable
from leaderplan.exchange.problems import MOST_WRONG, WrongFile
from tests.exchange.readers import ANN, POST, added, only, taken


def refused(data: str) -> list[str]:
    with pytest.raises(WrongFile) as caught:
        taken(csvtable.read, data)
    return [str(wrong.said()) for wrong in caught.value.wrong]


def test_people_in_a_cell_are_those_of_the_plan_or_new_once() -> None:
    imported = taken(csvtable.read, 'What,Team\na,Ann Price and Tom Bevan\nb,"tom bevan, Nia Pugh"\nc,X & Y\n')
    people = {person.name: person.id for person in added(imported, "person")}
    assert list(people) == ["Tom Bevan", "Nia Pugh", "X", "Y"]
    assert [story.people for story in added(imported, "achievement")] == [
        (ANN.id, people["Tom Bevan"]), (people["Tom Bevan"], people["Nia Pugh"]), (people["X"], people["Y"]),
    ]  # fmt: skip


def test_a_post_in_a_cell_is_found_and_a_reference_to_nothing_is_named() -> None:
    assert only(taken(csvtable.read, "What,Role\na,Head of IT\n"), "achievement").post == POST.id
    assert refused("What,Role\na,Boss\n") == ["row 2, column Role: nothing among Posts is called Boss."]
    assert refused("What,Post\na,0198c000-0000-7000-8000-00000000dead\n") == [
        "row 2, column Post: Post refers to 0198c000-0000-7000-8000-00000000dead, which is not in the plan."
    ]


def test_a_stretch_of_time_in_one_cell_fills_both_dates_but_not_over_a_column_of_its_own() -> None:
    story = only(taken(csvtable.read, "What,Date\na,Mar 2024 – May 2025\n"), "achievement")
    assert (story.started, story.ended) == (PartialDate(2024, 3), PartialDate(2025, 5))
    for header in ("What,Start,Date\na,2023,Q2 2024\n", "What,Date,Start\na,Q2 2024,2023\n"):
        story = only(taken(csvtable.read, header), "achievement")
        assert (story.started, story.ended) == (PartialDate(2023), PartialDate(2024, 6))
    post = only(taken(csvtable.read, "Job,Employer,From,To\na,b,2020,Present\n", into="post"), "post")
    assert (post.started, post.ended) == (PartialDate(2020), None)


def test_every_wrong_cell_is_listed_with_row_and_column() -> None:
    assert refused("Date,What,Mode\nsoon,a,fly\n2025,,run\n2025-02-30,b,run,more\n") == [
        "row 2, column Date: soon is not a day, month or year, as in 2025-03-12, 2025-03 or 2025.",
        "row 2, column Mode: fly is not one of run, change, transform.",
        "row 3, column What: Title is missing: fill it in.",
        "row 4: there is more than the columns that are named.",
        "row 4, column Date: 2025-02-30 is not a day, month or year, as in 2025-03-12, 2025-03 or 2025.",
    ]


def test_a_file_with_one_fault_in_every_row_is_not_read_to_its_end() -> None:
    wrong = refused("Date,What\n" + "soon,a\n" * (MOST_WRONG + 500))
    assert len(wrong) == MOST_WRONG


def test_ids_of_another_plan_are_kept_and_doubled_ones_refused() -> None:
    id = "0198c000-0000-7000-8000-00000000beef"
    assert only(taken(csvtable.read, f"id,Title\n{id},a\n"), "achievement").id == id
    assert refused(f"id,Title\n{id},a\n{id},b\n") == ["row 3, column id: row 2 has the same id."]
    assert refused("id,Title\n7,a\n") == ["row 2, column id: no record has the id 7; leave the id out to add a record."]


def test_a_list_in_a_cell_is_limited_too() -> None:
    for column in ("Team", "Tags", "Track record"):
        assert refused(f'What,{column}\na,"{"x, " * 4_000}"\n') == [
            f"row 2, column {column}: a cell holds 10000 characters at the most."
        ]


def test_a_fault_that_only_the_plan_sees_in_every_row_is_capped_too() -> None:
    assert len(refused("What,Result\n" + ",x\n" * (MOST_WRONG + 500))) == MOST_WRONG


def test_a_cell_of_more_than_ten_thousand_characters_is_refused_with_the_limit() -> None:
    assert refused("What,Result\na," + "x" * 10_001 + "\n") == [
        "row 2, column Result: Result is 10001 characters long; 10000 are the most: shorten it."
    ]
