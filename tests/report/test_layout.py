"""Layouts are read strictly: a mistake in the file is named with its key."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaderplan.errors import UserError
from leaderplan.report.blocks import BLOCKS as BLOCKS_THAT_SHIP
from leaderplan.report.layout import Layout, LayoutSection, parse_layout, read_layout, read_layouts

BLOCKS = ("profile", "stories", "evidence", "review")
GOOD = """
title = "Portfolio"
pages = ["Letter", "A4"]
contents = false
[[section]]
block = "profile"
[[section]]
block = "stories"
new_page = false
title = "What I did"
"""
SHIPPED = Path(__file__).parents[2] / "resources" / "layouts"


def test_a_layout_keeps_the_order_of_its_sections_and_pages() -> None:
    assert parse_layout(GOOD, "mine", "mine.toml", BLOCKS) == Layout(
        "mine",
        "Portfolio",
        ("Letter", "A4"),
        (LayoutSection("profile"), LayoutSection("stories", new_page=False, title="What I did")),
        cover=True,
        contents=False,
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("contents", "content"), "nothing is known of content"),
        (("new_page", "newpage"), "nothing is known of section[2].newpage"),
        (("contents = false", 'contents = "no"'), "contents must be true or false"),
        (("contents = false", "contents = 0"), "contents must be true or false"),
        (('title = "Portfolio"', ""), "title is missing"),
        (('block = "profile"', ""), "section[1].block is missing"),
        (('block = "profile"', 'block = "prophile"'), "section[1].block does not know prophile"),
        (('"A4"', '"A5"'), "pages does not know A5"),
        (('["Letter", "A4"]', "[]"), "pages is empty"),
        (("[[section]]", "[section"), "it is not TOML"),
        (("contents = false", 'about = "person"'), "about does not know person, only round"),
        (("contents = false", "about = 1"), "about must be a text"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(change: tuple[str, str], says: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_layout(GOOD.replace(*change), "mine", "mine.toml", BLOCKS)
    assert "mine.toml" in str(caught.value)
    assert says in str(caught.value)


def test_a_layout_without_sections_is_refused() -> None:
    with pytest.raises(UserError, match="section is empty"):
        parse_layout('title = "x"\npages = ["A4"]\nsection = []', "x", "x.toml", BLOCKS)
    with pytest.raises(UserError, match=r"section\[1\] must be a table"):
        parse_layout('title = "x"\npages = ["A4"]\nsection = [1]', "x", "x.toml", BLOCKS)


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.toml"):
        read_layout(tmp_path / "gone.toml", BLOCKS)
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(UserError, match=r"bytes\.toml"):
        read_layouts(tmp_path, BLOCKS)


def test_the_review_report_that_ships_is_about_a_round() -> None:
    layout = read_layouts(SHIPPED, BLOCKS_THAT_SHIP)["review-report"]
    assert (layout.about, layout.cover, layout.contents) == ("round", False, False)


def test_the_portfolio_that_ships_is_a_good_layout() -> None:
    blocks = ("profile", "competencies", "stories", "collaborations", "run_change_transform", "quotes", "evidence")
    layout = read_layouts(SHIPPED, BLOCKS_THAT_SHIP)["portfolio"]
    assert layout.about == ""
    assert [section.block for section in layout.sections] == list(blocks)
    assert layout.kind.id == "Promotion portfolio"
    assert layout.pages[0] == "A4"
