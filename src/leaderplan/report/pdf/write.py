"""A document of the tree as the bytes of a PDF."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pikepdf import ObjectStreamMode, Pdf

from leaderplan.errors import Cancelled
from leaderplan.report import tree
from leaderplan.report.layout import PageName
from leaderplan.report.pdf.flow import section
from leaderplan.report.pdf.fonts import DocumentFonts, Fonts
from leaderplan.report.pdf.front import contents, cover
from leaderplan.report.pdf.metadata import describe
from leaderplan.report.pdf.paginate import Pages, Placed, Unit
from leaderplan.report.pdf.setting import Setting
from leaderplan.report.pdf.sheet import Bookmark, PageCanvas, Sheet
from leaderplan.report.pdf.styles import ASCENT, FOOT, FULL, NOTE, PAGES, TEXT, TEXT_X
from leaderplan.report.pdf.tagging import Tagger
from leaderplan.report.pdf.tags import Node
from leaderplan.report.pdf.targets import targets
from leaderplan.report.pdf.text import Typesetter, printable
from leaderplan.report.pdf.tounicode import mend_fonts


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF: its bytes, pages and SHA-256, and the characters for which there was no font."""

    pdf: bytes
    pages: int
    unprintable: tuple[str, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class _Layout:
    """All pages of a document before they are painted. The first ``covers`` of them have no foot."""

    pages: list[list[Placed]]
    covers: int
    root: Node


def write_pdf(
    document: tree.Document,
    page: PageName,
    fonts: Fonts,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Printed:
    """Print ``document`` on ``page``, tagged to PDF/UA-1; the same document and fonts give the same bytes.

    ``progress`` is told pages painted and pages in all; when ``cancelled`` says so, Cancelled is raised. Safe to call
    from several threads at once.
    """
    stop = cancelled or (lambda: False)
    document_fonts = DocumentFonts(fonts)
    setting = Setting(Typesetter(document_fonts, targets(document)), PAGES[page])
    layout = _lay_out(document, setting, stop)
    places = dict(_places(layout.pages, setting))
    canvas = PageCanvas(
        io.BytesIO(), pagesize=(setting.page.width, setting.page.height), pageCompression=1, invariant=1
    )
    bookmarks: list[Bookmark] = []
    pages = len(layout.pages)
    for number in range(pages):
        if stop():
            raise Cancelled
        sheet = Sheet(canvas, number, places, bookmarks)
        _paint(sheet, layout.pages[number], setting)
        layout.pages[number] = []  # what is painted need not be held any longer
        if number >= layout.covers:
            _foot(sheet, document.foot, pages, setting)
        canvas.showPage()
        if progress:
            progress(number + 1, pages)
    data = _finish(canvas.getpdfdata(), document, layout.root, places, bookmarks)
    return Printed(data, pages, tuple(document_fonts.unprintable), hashlib.sha256(data).hexdigest())


def _lay_out(document: tree.Document, setting: Setting, stop: Callable[[], bool]) -> _Layout:
    """Lay the body out once; cover and contents, whose pages are then known, go before it."""
    root = Node("Document")
    covers = cover(setting, document.cover, root, stop) if document.cover else []
    front = root.add("Sect")
    units: list[Unit] = []
    for block in document.filled():
        units += section(setting, block, root)
    body = Pages(setting.page.text, stop).fill(units) if units else []
    listed: list[list[Placed]] = []
    if document.contents and setting.entries:
        lines = contents(setting, document.contents, setting.entries, front)
        listed = Pages(setting.page.text, stop).fill(lines)
    pages = [*covers, *listed, *body] or [[]]
    return _Layout(pages, len(covers), root)


def _places(pages: Sequence[Sequence[Placed]], setting: Setting) -> Iterator[tuple[str, tuple[int, float]]]:
    """Each target with its page and its height on it. Of two with one name the first counts."""
    top = setting.page.height - setting.page.top
    seen: set[str] = set()
    for number, page in enumerate(pages):
        for placed in page:
            for key, down in placed.box.anchors(FULL):
                if key not in seen:
                    seen.add(key)
                    yield key, (number, top - placed.top - down + 4)


def _paint(sheet: Sheet, page: Sequence[Placed], setting: Setting) -> None:
    top = setting.page.height - setting.page.top
    for placed in page:
        placed.box.paint(sheet, setting.page.left, top - placed.top, FULL)


def _foot(sheet: Sheet, foot: tree.Foot, pages: int, setting: Setting) -> None:
    """One line at the text edge; a name too long for it is cut."""
    paragraph = setting.typesetter.paragraph(foot.line(sheet.page + 1, pages), NOTE, None)
    if len(paragraph.lines(TEXT)) > 1:
        shorter = replace(foot, name=" ".join(printable(foot.name).split())[:30] + "…")
        paragraph = setting.typesetter.paragraph(shorter.line(sheet.page + 1, pages), NOTE, None)
    paragraph.paint(sheet, setting.page.left + TEXT_X, FOOT + ASCENT * NOTE.size, TEXT)


def _finish(
    raw: bytes,
    document: tree.Document,
    root: Node,
    places: dict[str, tuple[int, float]],
    bookmarks: Sequence[Bookmark],
) -> bytes:
    """Add what ReportLab does not write: structure, links, bookmarks and metadata."""
    with Pdf.open(io.BytesIO(raw)) as pdf:
        mend_fonts(pdf)
        tagger = Tagger(pdf, places)
        tagger.write(root)
        tagger.bookmarks(bookmarks)
        describe(pdf, document)
        out = io.BytesIO()
        pdf.save(out, min_version="1.7", object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()
