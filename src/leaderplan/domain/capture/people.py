"""People: those who leave the title after ``with``, and those who stay in it and can be linked."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from leaderplan.domain.capture.edges import closes
from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.values import KnownPerson, PersonFound
from leaderplan.domain.capture.words import (
    ACTING_ON,
    AND,
    ARTICLES,
    BODIES,
    COMPANY,
    MONTHS,
    NAMES_TOO,
    PARTICLES,
    PLACES,
    POSSESSIVES,
    TITLES,
    WEEKDAYS,
    WITH,
    WITH_LEADS,
    WORDS_TOO,
)

_LONGEST = 7  # words of a name, particles and all


@dataclass(frozen=True, slots=True)
class Named:
    """A person in place: the name is tokens ``first`` to ``end``."""

    first: int
    end: int
    person: PersonFound


class Directory:
    """Known people by full name and by first name, in lower case."""

    def __init__(self, people: Sequence[KnownPerson]) -> None:
        self._full: dict[str, list[str]] = {}
        self._first: dict[str, list[str]] = {}
        for person in people:
            words = person.name.lower().replace("’", "'").split()
            if words:
                self._full.setdefault(" ".join(words), []).append(person.id)
                self._first.setdefault(words[0], []).append(person.id)
        self.names = frozenset((*self._full, *self._first))

    def id_of(self, name: str) -> str | None:
        """The one person of that full name, or of that first name; None if there is none or more than one."""
        key = " ".join(name.lower().replace("’", "'").split())
        found = self._full.get(key) or ([] if " " in key else self._first.get(key, []))
        return found[0] if len(found) == 1 else None

    def known_length(self, line: Line, at: int) -> int:
        """How many tokens from ``at`` on make up the longest full name that is known."""
        words, length = "", 0
        for step in range(_LONGEST):
            low = line.low(at + step)
            words = f"{words} {low}" if words else low
            if not low:
                break
            if words in self._full and step:
                length = step + 1
        return length


def _part_of_name(line: Line, at: int) -> bool:
    token = line[at]
    return (token.capital and not any(sign.isdigit() for sign in token.text)) or (
        token.kind == "word" and token.low in PARTICLES
    )


def _name_end(line: Line, at: int, taken: Container[int], directory: Directory) -> int:
    """Where the name that begins at ``at`` ends; ``at`` itself if there is none."""
    known = directory.known_length(line, at)
    if known and line.tokens[at].kind == "word":
        return at + known
    end = at
    while end < at + _LONGEST and end not in taken and _part_of_name(line, end):
        if end > at + 1 and line.low(end) in MONTHS:
            break
        end += 1
        if line[end - 1].low.endswith("'s") and len(line[end - 1].text) > 2:
            break
    while end > at and line[end - 1].low in PARTICLES and not line[end - 1].capital:
        end -= 1
    return end if end > at and (line[at].capital or end > at + 1) else at


def _is_person(line: Line, at: int, end: int, directory: Directory) -> bool:
    if end == at or (line[end - 1].low.endswith("'s") and line[end - 1].low != "'s"):
        return False
    words = [line[index] for index in range(at, end)]
    if directory.id_of(line.words(at, end)):
        return True
    if any(word.low in BODIES or word.low in PLACES for word in words):
        return False
    if any(len(word.text) > 1 and word.text.isupper() for word in words):
        return False
    return sum(word.low not in PARTICLES or word.capital for word in words) > 1


def _skip_title(line: Line, at: int) -> int:
    """``Rev. Huw Parry``: the title before a name is no part of it."""
    if line.low(at) in TITLES and line[at].capital:
        return at + 2 if line.low(at + 1) == "." else at + 1
    return at


def people_with(line: Line, taken: Container[int], directory: Directory) -> tuple[list[Named], list[tuple[int, int]]]:
    """Those named after ``with``, in lists too, and the tokens that leave the title with them.

    Tokens in ``taken`` belong to the date.
    """
    people: list[Named] = []
    cuts: list[tuple[int, int]] = []
    at = 0
    while at < len(line):
        if line.low(at) not in WITH or at in taken:
            at += 1
            continue
        listed = list(_listed(line, at + 1, taken, directory))
        people += [each.named for each in listed if each.named]
        cuts += _cuts(listed, at - 1 if line.low(at - 1) in WITH_LEADS else at)
        at = listed[-1].end if listed else at + 1
    return people, cuts


@dataclass(frozen=True, slots=True)
class _Element:
    """One of those listed after ``with``: a person, or a team where ``named`` is missing."""

    begin: int
    end: int
    named: Named | None


def _listed(line: Line, at: int, taken: Container[int], directory: Directory) -> Iterator[_Element]:
    while at < len(line) and at not in taken:
        first = _skip_title(line, at)
        end = _name_end(line, first, taken, directory)
        if end == first:
            return
        named = None
        if _is_person(line, first, end, directory):
            words = line.words(first, end)
            named = Named(first, end, PersonFound(words, directory.id_of(words)))
            end = _company_end(line, end)
        yield _Element(at, end, named)
        at = _after_joint(line, end)
        if at == end:
            return


def _cuts(listed: list[_Element], start: int) -> list[tuple[int, int]]:
    """Where a team is listed too, ``with`` stays for it, and each person leaves with the joint on one side."""
    team = next((index for index, each in enumerate(listed) if not each.named), None)
    if team is None:
        return [(start, listed[-1].end)] if listed else []
    before = [(each.begin, listed[index + 1].begin) for index, each in enumerate(listed[:team])]
    after = [(listed[index - 1].end, each.end) for index, each in enumerate(listed) if index > team and each.named]
    return before + after


def _after_joint(line: Line, at: int) -> int:
    while line.low(at) in AND and at < len(line):
        at += 1
    return at


def _company_end(line: Line, at: int) -> int:
    """``and his team``, ``and colleagues`` go with the person."""
    if line.low(at) not in ("and", "&"):
        return at
    inner = at + 2 if line.low(at + 1) in POSSESSIVES or line.low(at + 1) in ARTICLES else at + 1
    if line.low(inner) not in COMPANY:
        return at
    return at if line.low(at + 1) in ARTICLES - POSSESSIVES and not closes(line, inner + 1) else inner + 1


def people_mentioned(line: Line, taken: Container[int], directory: Directory) -> Iterator[Named]:
    """Those who stay in the title: known people, and names that can hardly be anything else."""
    at = 0
    while at < len(line):
        named = None if at in taken or line[at].kind != "word" else _mention(line, at, taken, directory)
        if named:
            yield named
        at = named.end if named else at + 1


def _mention(line: Line, at: int, taken: Container[int], directory: Directory) -> Named | None:
    if line.low(at) in TITLES or line.low(at) in ACTING_ON or (at == 0 and line.low(at).endswith("ed")):
        return None  # the capital of a sentence, or of a title before the name
    end = _name_end(line, at, taken, directory)
    if end == at:
        return None
    if line[end - 1].low.endswith("'s") and end > at and line[end - 1].low != "'s":
        words = line.words(at, end)[:-2]
    else:
        words = line.words(at, end)
    known = directory.id_of(words)
    if not known and line[at].low in directory.names and directory.id_of(line[at].text):
        known, words, end = directory.id_of(line[at].text), line[at].text, at + 1
    if known and at == 0 and " " not in words and line.low(0) in WORDS_TOO:
        return None  # "Will lead": a verb
    if known:
        return Named(at, end, PersonFound(words, known)) if line[at].capital or " " in words else None
    return Named(at, end, PersonFound(words)) if " " in words and _surely_person(line, at, end) else None


def _surely_person(line: Line, at: int, end: int) -> bool:
    words = [line[index] for index in range(at, end)]
    lows = [word.low.removesuffix("'s") for word in words]
    if any(low in BODIES or low in PLACES for low in lows) or any(
        len(word.text) > 1 and word.text.isupper() for word in words
    ):
        return False
    if line.low(at - 1) in ("the", "a", "an") or len(words) > 5:
        return False
    calendar = lows[0] in NAMES_TOO and lows[1] not in MONTHS and lows[1] not in WEEKDAYS
    surname = any(word.low in PARTICLES or "-" in word.text for word in words[1:])
    return calendar or surname or line.low(at - 1) in TITLES or (line.low(at - 1) in ACTING_ON and at > 0)
