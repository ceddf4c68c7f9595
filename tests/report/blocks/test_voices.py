"""The shares over the years in one figure and one sentence, and what others say with its source."""

from __future__ import annotations

from dataclasses import replace

from leaderplan.domain.rules.run_change_transform import Year
from leaderplan.report import tree
from leaderplan.report.blocks.source import Source
from leaderplan.report.blocks.voices import quotes, run_change_transform
from tests.report.person import blocks_of, changed, said, source, squeezed, without


def years(*rows: tuple[int, int, int, int]) -> Source:
    return replace(source(), years=tuple(Year(*row) for row in rows))


def test_the_first_and_the_last_year_are_said_in_a_sentence() -> None:
    grown = said(*run_change_transform(years((2020, 100, 0, 0), (2021, 0, 0, 0), (2022, 30, 30, 40))))
    assert squeezed("In 2020 none of it was transform, in 2022 40 %.") in grown
    shrunk = said(*run_change_transform(years((2020, 60, 0, 40), (2022, 100, 0, 0))))
    assert squeezed("In 2020 40 % was transform, in 2022 none of it.") in shrunk


def test_one_year_shows_no_way() -> None:
    assert run_change_transform(years((2020, 100, 0, 0), (2021, 0, 0, 0))) == ()


def test_the_bars_hold_the_last_eight_years_and_the_target_if_there_is_one() -> None:
    many = years(*((year, 50, 20, 30) for year in range(2010, 2022)))
    (block,) = blocks_of(run_change_transform(many), tree.FigureBlock)
    assert [row[0] for row in block.figures[0].table[1:]] == [str(year) for year in range(2014, 2022)]
    assert "target, 40 %" in " ".join(shape.text for shape in block.figures[0].shapes if hasattr(shape, "text"))
    aimless = replace(many, plan=changed("me", target_share=()))
    (block,) = blocks_of(run_change_transform(aimless), tree.FigureBlock)
    assert "target" not in " ".join(shape.text for shape in block.figures[0].shapes if hasattr(shape, "text"))


def test_a_quote_names_who_said_it_and_leads_to_the_evidence() -> None:
    (quote,) = blocks_of(quotes(source(without("e3"))), tree.Quote)
    assert (quote.speaker, quote.role, quote.words) == ("Ann Price", "Benefits Manager", "I had my answer.")
    assert "".join(run.text for run in quote.source) == "Letter of thanks, Jun 2025, E1"
    assert quote.source[-1].link == tree.Inside("E1")


def test_a_quote_without_speaker_or_date_stands_for_itself() -> None:
    (quote,) = blocks_of(quotes(source(changed("e1", said_by=None, on=None, plan=without("e3")))), tree.Quote)
    assert (quote.speaker, quote.role) == ("", "")
    assert "".join(run.text for run in quote.source).startswith("Letter of thanks, E")


def test_without_quotes_the_section_is_empty() -> None:
    assert quotes(source(without("e1")))[0].blocks == ()
    assert quotes(source(changed("e1", quote="")))[0].blocks == ()
