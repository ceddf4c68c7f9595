"""A portfolio on paper: whole, tagged, in reading order, the same each time."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from leaderplan.errors import Cancelled
from leaderplan.report.pdf.fonts import Fonts
from leaderplan.report.pdf.write import Printed, write_pdf
from leaderplan.report.tree import (
    Column,
    Contents,
    Cover,
    Document,
    Foot,
    Heading,
    PageOf,
    Prose,
    Run,
    Section,
    Story,
    Table,
    TableRow,
    cell,
    rich,
)
from tests.report import plain, reading
from tests.report.career import portfolio

Print = Callable[..., Printed]


def bookmarks(data: bytes) -> dict[str, int]:
    """The text of each bookmark with its page, counted from 1."""
    found: dict[str, int] = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}

        def collect(items: list[pikepdf.OutlineItem]) -> None:
            for item in items:
                assert isinstance(item.destination, pikepdf.Array)
                found[item.title] = pages[item.destination[0].objgen]
                collect(item.children)

        with pdf.open_outline() as outline:
            collect(outline.root)
    return found


def links(data: bytes) -> list[tuple[int, str | int]]:
    """The page of every link with where it leads: an address, or a page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        return [
            (number, str(link.A.URI) if "/A" in link else pages[link.Dest[0].objgen])
            for number, page in enumerate(pdf.pages, 1)
            for link in page.obj.get("/Annots", [])
        ]


def short(*blocks: object, **changes: object) -> Document:
    """A document of one section without front pages."""
    document = Document("A title", "Ann", "en-GB", Foot("Ann"), (Section(Heading(1, "One"), blocks),))  # type: ignore[arg-type]
    return replace(document, **changes)  # type: ignore[arg-type]


def test_the_text_in_reading_order_is_the_text_of_the_tree(printed: Print) -> None:
    document = portfolio()
    data = printed(document).pdf
    pages = bookmarks(data)
    pages |= {heading.target: pages[heading.short or heading.text] for heading in plain.listed(document)}
    assert reading.text_of(data) == plain.text_of(document, pages)


def test_letter_paper_holds_the_same_text(printed: Print) -> None:
    document = portfolio()
    result = printed(document, "Letter")
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        assert {tuple(map(float, page.mediabox)) for page in pdf.pages} == {(0, 0, 612, 792)}
    pages = bookmarks(result.pdf)
    pages |= {heading.target: pages[heading.short or heading.text] for heading in plain.listed(document)}
    assert reading.text_of(result.pdf) == plain.text_of(document, pages)


def test_the_same_document_gives_the_same_bytes_also_from_two_threads(fonts: Fonts) -> None:
    document = portfolio()
    first = write_pdf(document, "A4", fonts)
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(write_pdf(document, "A4", fonts).sha256)) for _each in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [first.sha256] * 2
    assert b"CreationDate" not in first.pdf


def test_every_font_is_embedded_and_none_is_helvetica(printed: Print) -> None:
    data = printed(short(Prose(rich("Noto, DejaVu ✓ ⚑", Run(" italic", italic=True), Run(" both", True, True))))).pdf
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = [font for page in pdf.pages for font in page.resources.Font.values()]
        names = {str(font.BaseFont).partition("+")[2] for font in fonts}
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
    assert names == {
        "NotoSans-Regular", "NotoSans-SemiBold", "NotoSans-Italic", "NotoSans-SemiBoldItalic", "DejaVuSans",
    }  # fmt: skip


def test_bookmarks_contents_and_foot_agree_on_the_pages(printed: Print) -> None:
    document = portfolio()
    result = printed(document)
    marks = bookmarks(result.pdf)
    assert list(marks) == [heading.short or heading.text for heading in plain.listed(document)]
    listing = [target for page, target in links(result.pdf) if page == 2]
    assert listing == list(marks.values())
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        assert len(pdf.pages) == result.pages
    import pypdfium2

    feet = pypdfium2.PdfDocument(result.pdf)
    try:
        last = feet[result.pages - 1].get_textpage().get_text_bounded()
        cover = feet[0].get_textpage().get_text_bounded()
    finally:
        feet.close()
    assert f"Rhian Calloway · page {result.pages} of {result.pages}" in last
    assert "page 1" not in cover


def test_the_file_names_its_title_and_language(printed: Print) -> None:
    data = printed(portfolio()).pdf
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert "Promotion portfolio – Rhian Calloway" in pdf.Root.Metadata.read_bytes().decode()
        assert "/Info" not in pdf.trailer


def test_progress_counts_every_page(fonts: Fonts) -> None:
    told: list[tuple[int, int]] = []
    result = write_pdf(portfolio(), "A4", fonts, progress=lambda done, of: told.append((done, of)))
    assert told == [(page, result.pages) for page in range(1, result.pages + 1)]


def test_a_document_is_also_stopped_while_its_pages_are_painted(fonts: Fonts) -> None:
    painted: list[int] = []
    with pytest.raises(Cancelled):
        write_pdf(
            portfolio(),
            "A4",
            fonts,
            progress=lambda done, _of: painted.append(done),
            cancelled=lambda: len(painted) > 2,
        )
    assert painted == [1, 2, 3]


@pytest.mark.parametrize("after", [0, 3, 40])
def test_a_cancelled_document_stops_and_gives_nothing(fonts: Fonts, after: int) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with pytest.raises(Cancelled):
        write_pdf(portfolio(20), "A4", fonts, cancelled=cancelled)


def test_a_story_that_fits_a_page_is_never_split(printed: Print) -> None:
    document = portfolio(23)
    data = printed(document).pdf
    marks = bookmarks(data)
    stories = [block for section in document.sections for block in section.blocks if isinstance(block, Story)]
    ends = [page for page, texts in enumerate(reading.written(data), 1) for text in texts if b"Can confirm" in text]
    assert len(stories) == 23
    assert ends[:23] == [marks[story.heading.text] for story in stories]


def test_a_long_table_repeats_its_head_as_an_artifact(printed: Print) -> None:
    rows = tuple(TableRow((cell(f"Row {number}"), cell("what it is"))) for number in range(120))
    result = printed(short(Table((Column("Number", 48), Column("Description", 122)), rows)))
    assert result.pages >= 4
    spoken = reading.spoken(result.pdf)
    assert [text.strip() for role, text in spoken if role == "TH"] == ["Number", "Description"]
    assert [text.strip() for role, text in spoken if role == "TD"][::2] == [f"Row {number}" for number in range(120)]
    heads = [sum(b"Description" in text for text in texts) for texts in reading.written(result.pdf)]
    assert heads == [1] * result.pages


def test_a_row_taller_than_a_page_goes_on_on_the_next(printed: Print) -> None:
    words = " ".join(f"word{number}" for number in range(900))
    table = Table((Column("A", 48), Column("B", 122)), (TableRow((cell("short"), cell(words))),))
    result = printed(short(table))
    assert result.pages >= 2
    assert reading.squeezed(words) in reading.text_of(result.pdf)


def test_links_lead_to_their_row_and_out_only_by_safe_addresses(printed: Print) -> None:
    from leaderplan.report.tree import Inside, Outside

    prose = Prose(
        rich(
            Run("E2", link=Inside("E2")),
            " and ",
            Run("gone", link=Inside("E9")),
            " and ",
            Run("the site", link=Outside("https://example.org/a?b=1&c=2")),
            " page ",
            PageOf("E2"),
        )
    )
    rows = tuple(TableRow((cell(f"E{number}"),), target=f"E{number}") for number in (1, 2))
    data = printed(short(prose, Table((Column("No.", 170),), rows))).pdf
    assert links(data) == [(1, 1), (1, "https://example.org/a?b=1&c=2"), (1, 1)]
    with pytest.raises(ValueError, match="not an address"):
        Outside("javascript:alert(1)")


def test_an_empty_section_vanishes_from_text_contents_and_bookmarks(printed: Print) -> None:
    sections = (Section(Heading(1, "Empty"), ()), Section(Heading(1, "Full"), (Prose(rich("Text")),)))
    document = short(contents=Contents("Contents"), sections=sections)
    data = printed(document).pdf
    assert list(bookmarks(data)) == ["Full"]
    assert "Empty" not in reading.text_of(data)


def test_a_document_with_nothing_in_it_is_one_good_page(printed: Print) -> None:
    assert printed(short(sections=())).pages == 1
    empty = Document("", "", "en", Foot(""), (), cover=Cover("", "", "", ()), contents=Contents(""))
    assert printed(empty).pages == 1


def test_contents_over_one_page_name_only_the_sections(printed: Print) -> None:
    document = portfolio(45)
    data = printed(document).pdf
    front = [target for page, target in links(data) if page == 2]
    assert len(front) == len(tuple(document.filled()))


def test_nothing_but_the_canvas_of_reportlab_is_loaded() -> None:
    import subprocess
    import sys

    code = (
        "import sys, leaderplan.report.pdf.write\n"
        "assert not {'reportlab.platypus', 'reportlab.graphics'} & set(sys.modules), 'slow to import'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=30)
