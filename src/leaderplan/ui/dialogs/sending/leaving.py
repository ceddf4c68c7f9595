"""What leaves, line by line: every field of every record that goes, in the order in which the mentor reads it."""

from __future__ import annotations

from collections.abc import Iterator

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Competency, Descriptor, Framework, Level, Profile
from leaderplan.domain.review.reading import Chapter, Passage, Piece, chapters
from leaderplan.domain.review.rounds import next_title
from leaderplan.domain.review.sending import Wish
from leaderplan.ui.dialogs.sending.lines import Line, Sort

_SHORT = 110
_PUBLISHED = (Framework, Level, Competency, Descriptor)


def leaving(plan: Plan, language: Language) -> list[Line]:
    """All of ``plan``, a part that goes."""
    return [line for chapter in chapters(plan, language) for line in _chapter(chapter, language)]


def letter(plan: Plan, wish: Wish, language: Language) -> list[Line]:
    """What the file says besides the records; ``plan`` is the whole one."""
    say, key = language.say, "chapter:letter"
    profile = plan.all(Profile)[0]
    title = wish.title.strip() or say(next_title(plan, wish.mentor))
    told = (
        (_("From"), profile.name or say(_("Nobody: there is no name in your profile yet."))),
        (_("To"), wish.mentor.name),
        (_("Called"), title if wish.mentor.name else ""),
        (_("What you ask"), wish.message.strip()),
        (_("Also in it"), say(_("The time, the language, the version of LeaderPlan, an id for each record and for this "
                                "round, and a key by which the answer is known to belong to it."))),
    )  # fmt: skip
    head = Line(Sort.CHAPTER, say(_("The letter")), key=key)
    return [head, *(Line(Sort.FIELD, text, say(label), within=(key,)) for label, text in told if text)]


def _chapter(chapter: Chapter, language: Language) -> Iterator[Line]:
    key = f"chapter:{chapter.key}"
    count = sum(1 for _piece in chapter.all())
    said = language.say(_n("{count} record", "{count} records", count))
    yield Line(Sort.CHAPTER, chapter.title, said, key=key)
    for piece in chapter.pieces:
        if isinstance(piece.record, Framework):
            yield from _framework(piece, (key,), language)
        else:
            yield from _piece(piece, 0, (key,))


def _piece(piece: Piece, depth: int, within: tuple[str, ...]) -> Iterator[Line]:
    yield from _own(piece, depth, within)
    for part in piece.parts:
        yield from _piece(part, depth + 1, within)


def _own(piece: Piece, depth: int, within: tuple[str, ...]) -> Iterator[Line]:
    """The record itself: its name and each field, or all in one line where it has no name and says little."""
    title = next((passage for passage in piece.passages if passage.title), None)
    rest = [passage for passage in piece.passages if passage is not title]
    record = piece.record.id
    if title is None and depth and _is_short(rest):
        words = " · ".join(f"{passage.label}: {passage.text}" for passage in rest)
        yield Line(Sort.FIELD, words, piece.kind, depth, tuple(rest), record, within=within)
        return
    named = () if title is None else (title,)
    words = title.text if title else piece.name
    label = piece.kind if words != piece.kind else ""
    yield Line(Sort.PIECE, words, label, depth, named, record, within=within)
    for passage in rest:
        yield Line(Sort.FIELD, passage.text, passage.label, depth, (passage,), record, within=within)


def _is_short(passages: list[Passage]) -> bool:
    return sum(len(passage.text) + len(passage.label) for passage in passages) <= _SHORT and not any(
        "\n" in passage.text for passage in passages
    )


def _framework(piece: Piece, within: tuple[str, ...], language: Language) -> Iterator[Line]:
    """What its publisher wrote in one line to be opened, then what the planner says to each competency."""
    key = f"framework:{piece.record.id}"
    count = sum(isinstance(part.record, Competency) for part in piece.all())
    words = language.say(
        _n("{name}, {count} competency with its description", "{name}, {count} competencies with their descriptions",
           count, name=piece.name)
    )  # fmt: skip
    yield Line(Sort.FOLD, words, key=key, within=within, closed=True)
    for part in piece.all():
        if isinstance(part.record, _PUBLISHED):
            yield from _own(part, 1, (*within, key))
    for part in piece.all():
        own = [each for each in part.parts if not isinstance(each.record, _PUBLISHED)]
        if own and isinstance(part.record, _PUBLISHED):
            yield Line(Sort.PIECE, part.name, part.kind, within=within)
            for each in own:
                yield from _piece(each, 1, within)
