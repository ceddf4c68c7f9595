"""Rule 14: which competencies an achievement might show, with the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records.competence import Competency
from leaderplan.domain.records.grow import Achievement, Claim
from leaderplan.domain.rules.chosen_framework import competencies
from leaderplan.domain.rules.finding import Action, Finding, Place, Rule
from leaderplan.domain.rules.phrases import Hit, PhraseIndex

KEY = "suggested_competencies"

_TEXTS = ("title", "situation", "task", "action", "result", "my_part", "their_part")
_ENOUGH = 2  # one phrase as it is listed, or two bent ones, are worth a finding


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A competency that an achievement might show: the words that led to it, as typed, and their weight."""

    competency: Competency
    words: tuple[str, ...]
    score: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """An achievement that might show a competency: the words that led to it, as typed, and their weight."""

    achievement: Achievement
    words: tuple[str, ...]
    score: int


def suggest(plan: Plan, achievement: Achievement) -> tuple[Suggestion, ...]:
    """What the achievement might be claimed for besides what it is, likeliest first; ties in the framework's order."""
    return _Suggester(competencies(plan)).suggest(plan, achievement)


def might_show(plan: Plan, competency: Competency) -> tuple[Candidate, ...]:
    """The achievements that might show ``competency`` and are not claimed for it, likeliest first, then newest."""
    return tuple(sorted(_candidates(plan, (competency,))[competency.id], key=_order))


def likeliest(plan: Plan, wanted: Sequence[Competency]) -> dict[str, Candidate]:
    """By the id of each wanted competency the first of its candidates, where it has one; one pass for all."""
    return {id: min(found, key=_order) for id, found in _candidates(plan, wanted).items() if found}


def _candidates(plan: Plan, wanted: Sequence[Competency]) -> dict[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = {competency.id: [] for competency in wanted}
    taken = {c.id: {claim.achievement for claim in plan.referring(Claim, "competency", c)} for c in wanted}
    index = _index(wanted)
    for achievement in plan.all(Achievement) if wanted else ():
        for id, hits in _by_owner(index.hits(_text(achievement))).items():
            if achievement.id not in taken[id]:
                found[id].append(Candidate(achievement, _words(hits), _score(hits)))
    return found


def _order(candidate: Candidate) -> tuple[int, int, str]:
    done = candidate.achievement.ended
    return -candidate.score, -done.last.toordinal() if done else 0, candidate.achievement.id


def _by_owner(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.owner, []).append(hit)
    return found


class _Suggester:
    """The phrases of a framework, read once for many achievements."""

    def __init__(self, framework: tuple[Competency, ...]) -> None:
        self.competencies = framework
        self._index = _index(framework)

    def suggest(self, plan: Plan, achievement: Achievement) -> tuple[Suggestion, ...]:
        by_owner = _by_owner(self._index.hits(_text(achievement)))
        for claim in plan.referring(Claim, "achievement", achievement):
            by_owner.pop(claim.competency or "", None)
        found = (
            Suggestion(competency, _words(hits), _score(hits))
            for competency in self.competencies
            if (hits := by_owner.get(competency.id))
        )
        return tuple(sorted(found, key=lambda suggestion: -suggestion.score))


def _index(framework: Iterable[Competency]) -> PhraseIndex:
    """The words that point to each competency; its title where the framework lists none."""
    return PhraseIndex({c.id: c.phrases or (c.title,) for c in framework})


def _text(achievement: Achievement) -> str:
    return "\n\n".join((*(getattr(achievement, name) for name in _TEXTS), *achievement.tags))


def _words(hits: Iterable[Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit.words for hit in hits))


def _score(hits: Iterable[Hit]) -> int:
    return sum(hit.weight for hit in hits)


def findings(plan: Plan, achievement: Achievement, _today: date) -> Iterator[Finding]:
    """The likeliest competency of an achievement that shows nothing yet, or one that has no story at all."""
    return _of(plan, achievement, *_suggesters(plan))


def over_plan(plan: Plan, _today: date) -> Iterator[Finding]:
    """The findings of all achievements."""
    every, storyless = _suggesters(plan)
    for _id, achievement in sorted(plan.table(Achievement).items()):
        yield from _of(plan, achievement, every, storyless)


def _suggesters(plan: Plan) -> tuple[_Suggester, _Suggester]:
    """One for all competencies, and one for those that no achievement is claimed for."""
    framework = competencies(plan)
    storyless = tuple(c for c in framework if not plan.referring(Claim, "competency", c))
    return _Suggester(framework), _Suggester(storyless)


def _of(plan: Plan, achievement: Achievement, every: _Suggester, storyless: _Suggester) -> Iterator[Finding]:
    claimed = bool(plan.referring(Claim, "achievement", achievement))
    suggested = (storyless if claimed else every).suggest(plan, achievement)
    likely = [suggestion for suggestion in suggested if suggestion.score >= _ENOUGH]
    first = next((suggestion for suggestion in likely if suggestion.competency in storyless.competencies), None)
    action = Action(_("Add a claim"), Place("achievements", achievement.id, adds=Claim.table))
    if first:
        said = _("{competency} has no story yet, and this one might be it.", competency=first.competency.title)
        why = _("It says “{words}”. One story can be claimed for several competencies.", words=first.words[0])
        yield Finding(KEY, achievement.id, f"first:{first.competency.id}", said, why, action)
    elif likely:
        best = likely[0]
        said = _("This looks like {competency}, because of “{words}”.",
                 competency=best.competency.title, words=best.words[0])  # fmt: skip
        why = _("Competencies are the language of the panel. What is claimed for none is not looked for.")
        yield Finding(KEY, achievement.id, f"like:{best.competency.id}", said, why, action)


RULE = Rule(KEY, _("Suggested competencies"), Achievement, findings, over_plan)
