"""Rule 3: which part of a story is still untold, and whether the person can be seen in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leaderplan.domain.fields import Choice
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records.choices import SeenBy, ToldFrom
from leaderplan.domain.records.grow import Achievement, Claim, Evidence, Measure
from leaderplan.domain.rules.finding import Action, Finding, Place, Rule
from leaderplan.domain.rules.voice import voice, we_without_i

KEY = "story_check"


class State(Choice):
    """How far an achievement is told: noted, told in full, or told in full with evidence and a claim."""

    CAPTURED = "captured", _("captured")
    SHAPED = "shaped", _("shaped")
    READY = "ready", _("ready")


class Part(Choice):
    """What a whole story has."""

    SITUATION = "situation", _("the situation")
    TASK = "task", _("the task")
    ACTION = "action", _("what you did")
    RESULT = "result", _("the result")
    MEASURE = "measure", _("a measure")
    CITIZENS_SIDE = "citizens_side", _("the citizen’s side")
    MY_PART = "my_part", _("your own part")


_FEW = 3  # up to so many missing parts are named; with more the story has only begun
_PROSE = (Part.SITUATION, Part.TASK, Part.ACTION, Part.RESULT)


def missing(plan: Plan, achievement: Achievement) -> tuple[Part, ...]:
    """The parts that the story lacks, in the order of telling.

    The citizen's side is there when the story is told from it or a measure is one that citizens see; the person's own
    part when it is written down or the story says "I".
    """
    measures = plan.referring(Measure, "of", achievement)
    there = {part for part in _PROSE if getattr(achievement, part.value).strip()}
    if measures:
        there.add(Part.MEASURE)
    if achievement.told_from is ToldFrom.CITIZEN or any(m.seen_by is SeenBy.CITIZEN for m in measures):
        there.add(Part.CITIZENS_SIDE)
    if achievement.my_part.strip() or voice(achievement).says_i:
        there.add(Part.MY_PART)
    return tuple(part for part in Part if part not in there)


def state(plan: Plan, achievement: Achievement) -> State:
    """Captured while a part is missing, then shaped, and ready with at least one piece of evidence and one claim."""
    if missing(plan, achievement):
        return State.CAPTURED
    return State.SHAPED if _unproved(plan, achievement) else State.READY


def sentence(plan: Plan, achievement: Achievement) -> Message:
    """The state in a sentence, for whoever asks what the word means."""
    lacks = missing(plan, achievement)
    if lacks:
        return _untold(achievement, lacks)
    proofs = _unproved(plan, achievement)
    if proofs:
        return _unproved_message(achievement, proofs)
    return _("{title} is ready: it has evidence and a claim.", title=achievement.title)


def _unproved(plan: Plan, achievement: Achievement) -> tuple[Message, ...]:
    lacks = []
    if not plan.referring(Evidence, "supports", achievement):
        lacks.append(_("a piece of evidence"))
    if not plan.referring(Claim, "achievement", achievement):
        lacks.append(_("a claim"))
    return tuple(lacks)


def _untold(achievement: Achievement, lacks: tuple[Part, ...]) -> Message:
    if len(lacks) > _FEW:
        return _("{title} is a note so far. Next: {part}.", title=achievement.title, part=lacks[0].label)
    return _("{title} has everything but {missing}.", title=achievement.title, missing=_labels(lacks))


def _labels(lacks: tuple[Part, ...]) -> tuple[Message, ...]:
    return tuple(part.label for part in lacks)


def _unproved_message(achievement: Achievement, proofs: tuple[Message, ...]) -> Message:
    return _("{title} is told in full; {missing} would make it ready.", title=achievement.title, missing=proofs)


def findings(plan: Plan, achievement: Achievement, _today: date) -> Iterator[Finding]:
    """What would make the story stronger."""
    lacks = missing(plan, achievement)
    words = we_without_i(achievement)
    own = {Part.MY_PART: bool(words), Part.CITIZENS_SIDE: len(lacks) <= _FEW}
    listed = tuple(part for part in lacks if not own.get(part))
    if listed:
        said, first = _untold(achievement, listed), _tell(achievement, listed[0])
        key = "note" if len(listed) > _FEW else "missing:" + ",".join(listed)
        yield _finding(achievement, key, said, _WHY_MISSING, first)
    if Part.CITIZENS_SIDE in lacks and own[Part.CITIZENS_SIDE]:
        asked = _("Whose day got better? {title} does not say yet.", title=achievement.title)
        yield _finding(achievement, "citizens_side", asked, _WHY_CITIZEN, _tell(achievement, Part.CITIZENS_SIDE))
    if words:
        yield _finding(achievement, "we", words, _WHY_WE, _tell(achievement, Part.MY_PART))
    proofs = _unproved(plan, achievement)
    if proofs and not lacks:
        said = _unproved_message(achievement, proofs)
        yield _finding(achievement, "unproved", said, _WHY_PROOF, _prove(plan, achievement))


_WHY_MISSING = _("A panel marks what it can find. A part that is not told cannot be marked.")
_WHY_CITIZEN = _("What counts for a promotion is told from the citizen’s side: who waited less, or came only once?")
_WHY_WE = _("A panel promotes one person. Credit the others, and say which step would have been missing without you.")
_WHY_PROOF = _("A story counts towards the post once somebody else can check it and you have said what it shows.")


def _finding(achievement: Achievement, key: str, message: Message, why: Message, action: Action) -> Finding:
    return Finding(KEY, achievement.id, key, message, why, action)


def _place(achievement: Achievement, field: str = "", adds: str = "") -> Place:
    return Place("achievements", achievement.id, field, adds)


def _tell(achievement: Achievement, part: Part) -> Action:
    match part:
        case Part.MEASURE:
            return Action(_("Add a measure"), _place(achievement, adds=Measure.table))
        case Part.CITIZENS_SIDE:
            return Action(_("Choose the side"), _place(achievement, "told_from"))
        case Part.MY_PART:
            return Action(_("Write your part"), _place(achievement, "my_part"))
    return Action(_("Write it"), _place(achievement, part.value))


def _prove(plan: Plan, achievement: Achievement) -> Action:
    if not plan.referring(Evidence, "supports", achievement):
        return Action(_("Add evidence"), _place(achievement, adds=Evidence.table))
    return Action(_("Add a claim"), _place(achievement, adds=Claim.table))


RULE = Rule(KEY, _("Story check"), Achievement, findings)
