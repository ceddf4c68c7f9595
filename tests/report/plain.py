"""The text of a tree in reading order, as every printer has to give it."""

from __future__ import annotations

from collections.abc import Iterator

from leaderplan.domain.figures import Figure
from leaderplan.report import tree


def text_of(document: tree.Document, pages: dict[str, int]) -> str:
    """The text of ``document`` without white space; ``pages`` says where each target stands."""
    return "".join("".join(part.split()) for part in _document(document, pages))


def listed(document: tree.Document) -> Iterator[tree.Heading]:
    """The headings that contents and bookmarks name."""
    for section in document.filled():
        for heading in (section.heading, *_headings(section.blocks)):
            if heading.listed and heading.level < 3:
                yield heading


def _headings(blocks: tuple[tree.Block, ...]) -> Iterator[tree.Heading]:
    for block in blocks:
        if isinstance(block, tree.Heading):
            yield block
        elif isinstance(block, tree.Story):
            yield block.heading
        elif isinstance(block, tree.Keep):
            yield from _headings(block.blocks)


def _document(document: tree.Document, pages: dict[str, int]) -> Iterator[str]:
    if document.cover:
        yield from (document.cover.kind, document.cover.name, document.cover.headline)
        for pair in document.cover.pairs:
            yield from _pair(pair, pages)
    if document.contents:
        yield document.contents.title
        for heading in listed(document):
            yield f"{pages[heading.short or heading.text]} {heading.short or heading.text}"
        for pair in document.contents.notes:
            yield from _pair(pair, pages)
    for section in document.filled():
        yield from (section.kicker, section.heading.text)
        for block in section.blocks:
            yield from _block(block, pages)


def _block(block: tree.Block, pages: dict[str, int]) -> Iterator[str]:
    match block:
        case tree.Heading():
            yield block.text
        case tree.Prose():
            yield _rich(block.text, pages)
        case tree.Pair():
            yield from _pair(block, pages)
        case tree.Side() | tree.Entry():
            yield from (_rich(line, pages) for line in block.label)
            yield from (_rich(prose.text, pages) for prose in block.blocks)
        case tree.Highlights():
            yield from (f"{item.big} {item.note}" for item in block.items)
        case tree.Measures():
            yield from _measures(block)
        case tree.Table():
            yield from (column.head for column in block.columns)
            for row in block.rows:
                yield from (row.title,) if isinstance(row, tree.GroupRow) else _cells(row, pages)
        case tree.FigureBlock():
            yield from (figure.alternative for figure in block.figures)
        case tree.Quote():
            yield from (block.speaker, block.role, f"“{block.words}”", _rich(block.source, pages))
        case tree.Claims():
            yield block.label
            yield from (f"{row.title}: {row.why}" if row.why else row.title for row in block.rows)
        case tree.Story():
            yield from _story(block, pages)
        case tree.Keep():
            for inner in block.blocks:
                yield from _block(inner, pages)


def _story(block: tree.Story, pages: dict[str, int]) -> Iterator[str]:
    yield from (block.number, block.heading.text, _rich(block.meta, pages))
    for pair in block.parts:
        yield from _pair(pair, pages)
    if block.measures:
        yield from _measures(block.measures)
    if block.claims:
        yield from _block(block.claims, pages)
    for pair in block.notes:
        yield from _pair(pair, pages)


def _measures(block: tree.Measures) -> Iterator[str]:
    yield from block.heads
    for row in block.rows:
        yield from (row.name, row.seen_by)
        for reading in (row.before, row.after):
            yield f"{reading.value} {reading.when}" if reading else ""
        yield from (row.change, row.verdict, _figure(row.over_time))


def _cells(row: tree.TableRow, pages: dict[str, int]) -> Iterator[str]:
    for cell in row.cells:
        yield from (_rich(line, pages) for line in cell.lines)
        yield _figure(cell.figure)


def _figure(figure: Figure | None) -> str:
    return figure.alternative if figure else ""


def _pair(pair: tree.Pair, pages: dict[str, int]) -> Iterator[str]:
    yield pair.label
    yield from (_rich(line, pages) for line in pair.lines)


def _rich(rich: tree.Rich, pages: dict[str, int]) -> str:
    parts = []
    for inline in rich:
        if isinstance(inline, tree.Run):
            parts.append(inline.text)
        elif isinstance(inline, tree.PageOf):
            parts.append(str(pages.get(inline.target, "")))
    return "".join(parts)
