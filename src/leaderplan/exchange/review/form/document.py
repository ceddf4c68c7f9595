"""The shared plan as a document in HTML: it can be read as it is, and the script finds by its marks what is what.

A piece carries ``data-record`` and ``data-table``, a passage ``data-field``, and ``data-quotable`` where words of it
can be quoted. Within a passage stands its text and nothing else. Fields that are for the program alone are left out:
where exactly an earlier comment sat says nothing to a reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from leaderplan.domain.fields import specs
from leaderplan.domain.records import Competency
from leaderplan.domain.review.reading import Chapter, Passage, Piece
from leaderplan.exchange.review.form.markup import Html, element, html

_SHORT = 60
"""Characters of a passage that is a fact, and stands in one line with others."""
_SLIGHT = 400
"""Characters of the one longer passage that a part may have and still be told in one row."""
_LOWEST = 6
"""The heading below which HTML knows none."""


class Document:
    """A document being written; pieces are numbered, so that no id of a record comes into an address."""

    def __init__(self, chapters: Iterable[Chapter]) -> None:
        self._chapters = tuple(chapters)
        self._places = {id(piece): f"p{n}" for n, piece in enumerate(self._in_order(), 1)}

    def _in_order(self) -> Iterator[Piece]:
        for chapter in self._chapters:
            yield from chapter.all()

    def contents(self) -> Html:
        """The chapters with their pieces, each a link to its place."""
        return html(*(self._listed(chapter, f"c{n}") for n, chapter in enumerate(self._chapters, 1)))

    def _listed(self, chapter: Chapter, place: str) -> Html:
        entries = [(chapter.title, place), *((_name(piece), self._places[id(piece)]) for piece in chapter.pieces)]
        links = (element("li", element("a", name, href=f"#{at}", dir="auto")) for name, at in entries)
        number = element("span", str(len(chapter.pieces)), class_="number")
        summary = element("summary", chapter.title, " ", number)
        return element("details", summary, element("ol", *links))

    def body(self) -> Html:
        """Everything there is to read."""
        numbers = count(1)
        return html(*(self._chapter(chapter, f"c{next(numbers)}") for chapter in self._chapters))

    def _chapter(self, chapter: Chapter, place: str) -> Html:
        heading = element("h2", chapter.title, id=place, tabindex="-1")
        pieces = (self._piece(piece, 3) for piece in chapter.pieces)
        return element("section", heading, *pieces, class_="chapter", aria_labelledby=place)

    def _piece(self, piece: Piece, rank: int) -> Html:
        if rank > 3 and _is_slight(piece):
            return self._slight(piece)
        place = self._places[id(piece)]
        title = _title(piece)
        name = _text("span", title) if title else element("span", piece.name, dir="auto")
        kind = element("span", piece.kind, class_="kind")
        heading = element(f"h{min(rank, _LOWEST)}", kind, " ", name, id=f"{place}-name", tabindex="-1")
        runs = list(_runs(passage for passage in _shown(piece) if passage is not title))
        facts = runs.pop(0) if runs and _is_short(runs[0][0]) else []
        head = element("div", heading, *([element("div", *_facts(facts), class_="facts")] if facts else []))
        parts = (self._piece(part, rank + 1) for part in piece.parts)
        return element(
            "section", element("div", head, class_="row head"), *map(_row, runs), *parts,
            class_=f"piece rank{min(rank, _LOWEST)}", id=place, aria_labelledby=f"{place}-name",
            data_record=piece.record.id, data_table=piece.record.table, data_name=_name(piece),
        )  # fmt: skip

    def _slight(self, piece: Piece) -> Html:
        return element(
            "div", element("p", piece.kind, class_="label"), element("div", *_facts(_shown(piece)), class_="facts"),
            class_="row slight", id=self._places[id(piece)], data_record=piece.record.id,
            data_table=piece.record.table, data_name=_name(piece),
        )  # fmt: skip


def _title(piece: Piece) -> Passage | None:
    return next((passage for passage in piece.passages if passage.title), None)


def _name(piece: Piece) -> str:
    """What it is called, in full: ``piece.name`` is cut where it is long."""
    title = _title(piece)
    return title.text if title else piece.name


def _shown(piece: Piece) -> list[Passage]:
    """Its passages, the name first."""
    fields = specs(type(piece.record))
    shown = (passage for passage in piece.passages if not fields[passage.field].inner)
    return sorted(shown, key=lambda passage: not passage.title)


def _is_slight(piece: Piece) -> bool:
    """Whether it is a part told in one row, without buttons of its own; a competency has one to rate it."""
    if piece.parts or isinstance(piece.record, Competency):
        return False
    longer = [passage for passage in _shown(piece) if not _is_short(passage)]
    return len(longer) <= 1 and all(len(passage.text) <= _SLIGHT for passage in longer)


def _is_short(passage: Passage) -> bool:
    return len(passage.text) <= _SHORT and "\n" not in passage.text


def _runs(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Facts that follow one another together, every longer passage by itself."""
    run: list[Passage] = []
    for passage in passages:
        if not _is_short(passage):
            yield from ([run] if run else [])
            yield [passage]
            run = []
        else:
            run.append(passage)
    yield from ([run] if run else [])


def _row(run: list[Passage]) -> Html:
    first = run[0]
    if len(run) == 1 and not _is_short(first):
        return element("div", element("p", first.label, class_="label"), _text("div", first), class_="row")
    return element("div", element("div", *_facts(run), class_="facts"), class_="row")


def _facts(passages: Iterable[Passage]) -> Iterator[Html]:
    for passage in passages:
        label = element("span", passage.label, class_="label hidden" if passage.title else "label")
        yield element("p", label, " ", _text("span", passage), class_="fact")


def _text(tag: str, passage: Passage) -> Html:
    return element(
        tag, passage.text, class_="text title" if passage.title else "text", dir="auto",
        data_field=passage.field, data_label=passage.label, data_quotable="" if passage.quotable else None,
    )  # fmt: skip
