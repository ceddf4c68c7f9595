"""The places of a document that links inside it can lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaderplan.report import tree


def targets(document: tree.Document) -> frozenset[str]:
    """All targets of headings and rows; a link to any other is printed as plain text."""
    return frozenset(target for section in document.filled() for target in _of_section(section) if target)


def _of_section(section: tree.Section) -> Iterator[str]:
    yield section.heading.target
    yield from _of_blocks(section.blocks)


def _of_blocks(blocks: Sequence[tree.Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case tree.Heading():
                yield block.target
            case tree.Story():
                yield block.heading.target
            case tree.Keep():
                yield from _of_blocks(block.blocks)
            case tree.Table():
                yield from (row.target for row in block.rows if isinstance(row, tree.TableRow))
            case _:
                pass
