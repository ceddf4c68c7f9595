"""Quick capture: one line in, what it says out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from leaderplan.domain.capture.dating import Dated, choose, find_dates
from leaderplan.domain.capture.measures import find_measures
from leaderplan.domain.capture.pairs import Measured
from leaderplan.domain.capture.people import Directory, Named, people_mentioned, people_with
from leaderplan.domain.capture.tags import find_tags, hint_of, mode_of
from leaderplan.domain.capture.titles import title_without
from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.values import KnownPerson, MeasureFound, PersonFound, Piece, Understood, When


def understand(
    line: str, today: date, people: Sequence[KnownPerson], kept_as_words: frozenset[tuple[int, int]] = frozenset()
) -> Understood:
    """What ``line`` says, on the day ``today``, to somebody who knows ``people``.

    ``kept_as_words`` are spans of characters (``start``, ``end``) that stay plain words: chips that were removed. Any
    text is understood somehow; nothing is raised. A date typed without a year is never after ``today``, save after
    words like ``next`` or beside a weekday that fits, and then ``ahead`` says so. Beyond the first 400 words and marks
    the line is title only. The title is empty where every word of the line said something else.
    """
    read = Line(line, kept_as_words)
    directory = Directory(people)
    tagged = find_tags(read)
    dates = find_dates(read, today, directory.names)
    chosen = choose(dates)
    impossible = [dated for dated in dates if dated.reading.when is None]
    taken = _tokens_of([chosen, *impossible] if chosen else impossible)
    leaving, company = people_with(read, taken, directory)
    taken |= {at for first, end in company for at in range(first, end)}
    mentioned = list(people_mentioned(read, taken, directory))
    measured = find_measures(read, taken | {at for each in mentioned for at in range(each.first, each.end)})
    pieces = sorted(
        (
            *tagged,
            *(_date_piece(read, dated) for dated in ([chosen, *impossible] if chosen else impossible)),
            *(_person_piece(read, each, stays=False) for each in leaving),
            *(_person_piece(read, each, stays=True) for each in mentioned),
            *(_measure_piece(read, each) for each in measured),
        ),
        key=lambda piece: (piece.start, piece.end),
    )
    when = chosen.reading.when if chosen and chosen.reading.when else When(None)
    mode = mode_of(tagged)
    return Understood(
        title=title_without(line, _cuts(read, tagged, chosen, company)),
        started=when.started,
        ended=when.ended,
        people=tuple(each.person for each in leaving),
        mentioned=tuple(each.person for each in mentioned),
        mode=mode,
        tags=tuple(dict.fromkeys(str(piece.value) for piece in tagged if piece.kind == "tag")),
        measures=tuple(each.measure for each in measured),
        hint=None if mode else hint_of(read),
        pieces=tuple(pieces),
        notes=tuple(dated.reading.note for dated in impossible if dated.reading.note),
        ahead=when.lies_ahead(today),
    )


def _tokens_of(dates: Iterable[Dated]) -> frozenset[int]:
    return frozenset(at for dated in dates for at in range(dated.start, dated.end))


def _cuts(
    line: Line, tagged: Sequence[Piece], chosen: Dated | None, company: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    cuts = [(piece.start, piece.end) for piece in tagged]
    if chosen and not chosen.reading.stays:
        cuts.append(_span(line, chosen.start, chosen.end))
    return cuts + [_span(line, first, end) for first, end in company]


def _span(line: Line, first: int, end: int) -> tuple[int, int]:
    return line[first].start, line[end - 1].end


def _date_piece(line: Line, dated: Dated) -> Piece:
    start, end = _span(line, dated.start, dated.end)
    reading = dated.reading
    if reading.when is None:
        return Piece("no such day", start, end, None, doubt=True, note=reading.note)
    return Piece("date", start, end, reading.when, reading.doubt or bool(reading.others), reading.others)


def _person_piece(line: Line, named: Named, *, stays: bool) -> Piece:
    start, end = _span(line, named.first, named.end)
    person: PersonFound = named.person
    return Piece("mention" if stays else "person", start, end, person)


def _measure_piece(line: Line, measured: Measured) -> Piece:
    start, end = _span(line, measured.start, measured.end)
    measure: MeasureFound = measured.measure
    return Piece("measure", start, end, measure, measure.doubt)
