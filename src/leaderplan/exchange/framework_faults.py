"""What is wrong with a framework file: in a single value, and between its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from leaderplan.domain.checks import LONGEST_TEXT
from leaderplan.domain.messages import Message, _, _n
from leaderplan.exchange.framework_shape import FORMAT, FrameworkFile
from leaderplan.exchange.guard import shown
from leaderplan.exchange.problems import Wrong

V = TypeVar("V", bound=Hashable)


def wrong_values(error: ValidationError) -> tuple[Wrong, ...]:
    """What is wrong with single values, each with the way to it, such as ``levels[2].title``."""
    return tuple(
        Wrong(_path(found["loc"]), _problem(found), order)
        for order, found in enumerate(error.errors(include_url=False, include_input=False))
    )


def _path(steps: tuple[int | str, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{shown(step)}" for step in steps).removeprefix(".")


_PROBLEMS: Mapping[str, Message] = {
    "missing": _("this is missing."),
    "extra_forbidden": _("there is no such key in this format."),
    "string_type": _("a text belongs here."),
    "string_too_long": _("the text is longer than {most} characters.", most=LONGEST_TEXT),
    "empty": _("the text is empty."),
    "bool_type": _("true or false belongs here."),
    "int_type": _("a whole number belongs here."),
    "greater_than_equal": _("a rank is a number from 1 to 100."),
    "less_than_equal": _("a rank is a number from 1 to 100."),
    "too_short": _("the list is empty."),
    "too_long": _("the list is too long."),
}


def _problem(found: ErrorDetails) -> Message:
    limits: dict[str, Any] = found.get("ctx", {})
    match found["type"]:
        case "literal_error" if found["loc"] == ("format",):
            return _("this LeaderPlan reads format {format}.", format=FORMAT)
        case "literal_error":
            return _("one of {expected} belongs here.", expected=str(limits["expected"]))
        case "string_pattern_mismatch":
            return _("it is not written as it should be: {pattern}", pattern=str(limits["pattern"]))
    return _PROBLEMS.get(found["type"]) or _("a list or an object belongs here.")


def contradictions(file: FrameworkFile) -> Iterator[Wrong]:
    """What single values cannot show: things said twice, and references to what is not there."""
    for path, message in (*_repeated(file), *_unknown(file), *_misplaced(file)):
        yield Wrong(path, message)


def _repeated(file: FrameworkFile) -> Iterator[tuple[str, Message]]:
    for code in _twice(part.code for part in file.competencies):
        yield "competencies", _("the code {code} stands twice.", code=shown(code))
    for rank in _twice(part.rank for part in file.levels):
        yield "levels", _("the rank {rank} stands twice.", rank=rank)
    for competency, level in _twice((part.competency, part.level) for part in file.descriptors):
        yield "descriptors", _("{code} has two texts for level {rank}.", code=shown(competency), rank=level)


def _unknown(file: FrameworkFile) -> Iterator[tuple[str, Message]]:
    codes = {part.code for part in file.competencies}
    for code in sorted({part.parent for part in file.competencies if part.parent} - codes):
        yield "competencies", _("the group {code} is not in the file.", code=shown(code))
    for code in sorted({part.competency for part in file.descriptors} - codes):
        yield "descriptors", _("the competency {code} is not in the file.", code=shown(code))
    for rank in sorted({part.level for part in file.descriptors} - {part.rank for part in file.levels}):
        yield "descriptors", _("the level {rank} is not in the file.", rank=rank)


def _misplaced(file: FrameworkFile) -> Iterator[tuple[str, Message]]:
    parents = {part.code: part.parent for part in file.competencies}
    used = {part.competency for part in file.descriptors} | set(parents.values())
    if empty := [code for code in parents if code not in used]:
        yield (
            "competencies",
            _n(
                "{code} has neither texts nor competencies below it.",
                "{count} competencies, such as {code}, have neither texts nor competencies below them.",
                len(empty), code=shown(empty[0]),
            ),
        )  # fmt: skip
    for code, parent in parents.items():
        above, seen = parent, {code}
        while above in parents and above not in seen:
            seen.add(above)
            above = parents[above]
        if above == code:
            yield "competencies", _("{code} is a part of itself.", code=shown(code))


def _twice(values: Iterable[V]) -> list[V]:
    return [value for value, times in Counter(values).items() if times > 1]
