"""Whatever a person typed or a file brought is printed as it was typed, or named; it never breaks a page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaderplan.domain.figures import Axis, Period, bars, radar
from leaderplan.domain.language import ENGLISH
from leaderplan.report import tree
from leaderplan.report.pdf.text import LONGEST
from leaderplan.report.pdf.write import Printed
from tests.report import plain, reading

Print = Callable[..., Printed]

STRINGS = (
    "R&D",
    "<b>bold</b> & <i>not</i>",
    '<img src="/etc/passwd">',
    "&lt;&amp;&#65;",
    "<a href='javascript:alert(1)'>x</a><para>",
    "{page} {pages} %s {0}",
    "\\(unbalanced ) ( \\ \\n \\251",
    "Llŷr yw’r ŵyl – cyfeiriad dŵr",
    "Η στρατηγική του δήμου",
    "Стратегия цифровой службы",
    "Łódź, Größe, naïve, Þórr, ƒ, ﬁ",
    "→ ≥ ≤ ● ◆ ■ ✓",
)


def everything(text: str) -> tree.Document:
    """A document that has ``text`` in every place where text can stand."""
    said = tree.rich(text)
    figure = radar([tree_axis(text)] * 5, 5, (482, 332), ENGLISH)
    chart = bars([Period(text, 50, 30, 20)], 40, 482, 136, ENGLISH)
    columns = (tree.Column(text, 48, small=True), tree.Column(text, 122))
    rows = (tree.GroupRow(text), tree.TableRow((tree.cell(text), tree.Cell((said, said), figure)), target=text))
    measure = tree.MeasureRow(text, text, tree.Reading(text, text), tree.Reading(text, text), text, text, worse=True)
    pair = tree.Pair(text, (said, said))
    story = tree.Story(
        text,
        tree.Heading(2, text, target=text),
        said,
        (pair, pair),
        tree.Measures((text, text, text, text, text), (measure, measure)),
        tree.Claims(text, (tree.Claim(text, text),)),
        (tree.Pair(text, (said,), small=True),),
    )
    blocks: tuple[tree.Block, ...] = (
        tree.Prose(said, "lead"),
        tree.Side((said, said), (tree.Prose(said), tree.Prose(said, "note"))),
        pair,
        tree.Heading(3, text),
        tree.Highlights((tree.Highlight(text, text),) * 4),
        tree.Table(columns, rows),
        tree.FigureBlock((chart,)),
        tree.FigureBlock((figure, chart)),
        tree.Quote(text, text, text, said),
        tree.Quote(text, text, text, said),
        story,
        tree.Keep((tree.Prose(said), pair)),
    )
    return tree.Document(
        text,
        text,
        "en-GB",
        tree.Foot(text),
        (tree.Section(tree.Heading(1, text, short=text), blocks, kicker=text),),
        tree.Cover(text, text, text, (pair,)),
        tree.Contents(text, (pair,)),
    )


def tree_axis(text: str) -> Axis:
    """An axis of the radar named ``text``."""
    return Axis(text, 4, 3)


@pytest.mark.parametrize("text", STRINGS)
def test_what_looks_like_markup_or_comes_from_another_script_is_printed_as_typed(printed: Print, text: str) -> None:
    document = everything(text)
    result = printed(document)
    assert result.unprintable == ()
    spoken = reading.text_of(result.pdf)
    expected = plain.text_of(document, dict.fromkeys([heading.text for heading in plain.listed(document)], 0))
    assert spoken.count(reading.squeezed(text)) == expected.count(reading.squeezed(text))


@pytest.mark.parametrize("text", ["", " ", "\n", "\N{ZERO WIDTH SPACE}"])
def test_empty_everything_is_still_a_good_document(printed: Print, text: str) -> None:
    assert printed(everything(text)).pages >= 1


def test_what_no_font_prints_is_named_and_the_rest_is_printed(printed: Print) -> None:
    result = printed(everything("Ann 数字 👩‍💻 שלום end"))
    assert {"数", "字", "💻", "ש"} <= set(result.unprintable)
    assert "‍" not in result.unprintable
    spoken = reading.text_of(result.pdf)
    assert "Ann" in spoken
    assert "end" in spoken


def test_ten_thousand_letters_without_a_space_are_broken_to_fit(printed: Print) -> None:
    text = "a" * 10_000
    document = tree.Document(
        "T",
        "A",
        "en-GB",
        tree.Foot("A"),
        (
            tree.Section(
                tree.Heading(1, text),
                (
                    tree.Prose(tree.rich(text)),
                    tree.Pair(text, (tree.rich("beside it"),)),
                    tree.Table((tree.Column("A", 48), tree.Column("B", 122)), (tree.TableRow((tree.cell(text),) * 2),)),
                ),
            ),
        ),
    )
    result = printed(document)
    assert result.pages < 40
    assert reading.text_of(result.pdf).count(text) >= 2


@pytest.mark.parametrize("text", ["c" * 2000, "many words " * 150], ids=["one word", "many words"])
def test_a_page_of_letters_in_every_place_stays_on_the_paper(printed: Print, text: str) -> None:
    assert printed(everything(text)).pages > 20


def test_more_letters_than_that_are_cut_with_a_sign(printed: Print) -> None:
    prose = tree.Prose(tree.rich("b" * (LONGEST + 500)))
    document = tree.Document("T", "A", "en-GB", tree.Foot(""), (tree.Section(tree.Heading(1, "One"), (prose,)),))
    assert reading.text_of(printed(document).pdf).endswith("b" * LONGEST + "…")


def test_a_title_of_four_hundred_letters_is_cut_on_the_page_and_whole_in_the_bookmark(printed: Print) -> None:
    from tests.report.pdf.test_write import bookmarks

    title = " ".join(f"word{number}" for number in range(60))[:400]
    section = tree.Section(tree.Heading(1, title), (tree.Prose(tree.rich("Text")),))
    data = printed(tree.Document("T", "A", "en-GB", tree.Foot("A"), (section,))).pdf
    assert list(bookmarks(data)) == [title]
    heads = [text for role, text in reading.spoken(data) if role == "H1"]
    assert "".join(heads).endswith("…")
    assert len("".join(heads)) <= 165


def test_letters_that_cannot_be_seen_are_left_out(printed: Print) -> None:
    text = (
        "a\N{RIGHT-TO-LEFT OVERRIDE}b\N{ZERO WIDTH JOINER}c\x00d\x1be\N{SOFT HYPHEN}f\ud800g\N{VARIATION SELECTOR-16}"
    )
    prose = tree.Prose(tree.rich(text))
    section = tree.Section(tree.Heading(1, "One"), (prose,))
    data = printed(tree.Document(text, text, "en-GB", tree.Foot(""), (section,))).pdf
    assert reading.text_of(data) == "Oneabcdef\N{REPLACEMENT CHARACTER}g"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_any_text_anywhere_gives_a_good_document(printed: Print, text: str) -> None:
    printed(everything(text))
