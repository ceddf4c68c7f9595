"""Competencies: the radar and the matrix say what falls short, and where each level is shown."""

from __future__ import annotations

from dataclasses import replace

from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Competency, Expectation, Level
from leaderplan.report.blocks.competencies import competencies
from leaderplan.report.tree import FigureBlock, GroupRow, Heading, Inside, NewPage, Table, TableRow
from tests.report.person import PLAN, RATED, RECORDS, blocks_of, runs, said, source, squeezed, without, words

CLAIMED = ("k1", "k2")


def more(count: int) -> tuple[Competency, ...]:
    return tuple(Competency(id=f"z{n}", framework="f", title=f"Other {n}", position=9 + n) for n in range(count))


def row(table: Table, title: str) -> TableRow:
    return next(row for row in table.rows if isinstance(row, TableRow) and words(row.cells[0].lines[0]) == title)


def said_in(of: TableRow) -> list[str]:
    return ["".join(words(line) for line in cell.lines) for cell in of.cells]


def matrix(plan: Plan = PLAN) -> Table:
    (table,) = blocks_of(competencies(source(plan)), Table)
    assert isinstance(table, Table)
    return table


def test_a_row_says_what_is_expected_shown_rated_how_new_and_in_which_story() -> None:
    table = matrix()
    assert [column.head for column in table.columns] == [
        "Competency", "Levels 1 to 5", "Post", "Shown", "I say", "Mentors", "Newest", "Story",
    ]  # fmt: skip
    assert said_in(row(table, "Vision")) == ["Vision", "", "3", "3", "2", "5", "Feb 2026", "1"]
    assert said_in(row(table, "Redesigning services")) == [
        "Redesigning services",
        "",
        "4",
        "3",
        "",
        "",
        "Feb 2026",
        "1",
    ]
    assert said_in(row(table, "Understanding citizens"))[2:] == [""] * 6


def test_groups_stand_over_their_competencies() -> None:
    titles = [row.title if isinstance(row, GroupRow) else said_in(row)[0] for row in matrix().rows]
    assert titles == ["Direction", "Vision", "Understanding citizens", "Change", "Redesigning services"]


def test_what_falls_short_is_semibold_and_named() -> None:
    bold = [
        said_in(row)[0] for row in matrix().rows if isinstance(row, TableRow) and runs(row.cells[0].lines[0])[0].bold
    ]
    assert bold == ["Redesigning services"]
    assert squeezed("One falls short and is set in semibold: Redesigning services.") in said(*competencies(source()))
    both = said(*competencies(source(without(*CLAIMED))))
    assert squeezed("Two fall short and are set in semibold: Vision and Redesigning services.") in both
    fine = said(*competencies(source(without("x3"))))
    assert squeezed("Nothing falls short of what the post expects.") in fine


def test_where_nothing_is_expected_nothing_is_said_of_it() -> None:
    assert "short" not in said(*competencies(source(without("x1", "x3"))))


def test_without_ratings_claims_and_expectations_there_is_no_section() -> None:
    assert competencies(source(without(*CLAIMED, *(record.id for record in RATED)))) == ()
    assert competencies(source(Plan.of([PLAN.all(type(RECORDS[0]))[0]]), (), ())) == ()


def test_too_many_competencies_for_a_radar_have_the_matrix_alone() -> None:
    plan = Plan.of([*RECORDS, *more(20)])
    assert not list(blocks_of(competencies(source(plan)), FigureBlock))
    assert "dashes" not in said(*competencies(source(plan)))
    assert len([row for row in matrix(plan).rows if isinstance(row, TableRow)]) == 23


def test_a_long_matrix_has_a_page_of_its_own_and_its_title_stands_at_the_margin() -> None:
    few, many = source(), source(Plan.of([*RECORDS, *more(2)]))
    assert not list(blocks_of(competencies(few), NewPage))
    assert list(blocks_of(competencies(many), NewPage))
    (title,) = blocks_of(competencies(many), Heading)
    assert (title.text, title.wide) == ("Competency matrix", True)


def test_six_levels_are_written_and_not_drawn_as_dots() -> None:
    level = replace(PLAN.all(Level)[-1], id="l6", rank=6, title="Beyond")
    table = matrix(Plan.of([*RECORDS, level]))
    assert "Levels 1 to 6" not in [column.head for column in table.columns]
    assert sum(column.parts for column in table.columns) == sum(column.parts for column in matrix().columns) == 170
    assert said_in(row(table, "Vision")) == ["Vision", "3", "3", "2", "5", "Feb 2026", "1"]


def test_levels_without_a_rank_and_expectations_alone_are_enough_for_a_matrix() -> None:
    plan = without(*CLAIMED, "a1", "a2", "x3")
    assert said_in(row(matrix(plan), "Vision"))[2:4] == ["3", ""]
    assert isinstance(plan.of_table("expectation")[0], Expectation)


def test_a_competency_links_to_the_story_that_shows_it() -> None:
    cell = row(matrix(), "Vision").cells[-1]
    (run,) = runs(cell.lines[0])
    assert run.link == Inside("story-s1")
