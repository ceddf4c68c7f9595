from __future__ import annotations

from dataclasses import replace

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Claim, Competency
from leaderplan.domain.rules.finding import Finding
from leaderplan.domain.rules.suggested_competencies import findings, likeliest, might_show, over_plan, suggest
from tests.domain.rules.stories import TODAY, plan

NOTE = Achievement(
    id="note",
    title="Waiting times halved",
    action="I presented it in a board paper, in plain language.",
    result="Complaining stopped.",
    tags=("postcards",),
)


def heard(now: Plan, achievement: Achievement = NOTE) -> list[Finding]:
    return list(findings(now, achievement, TODAY))


def claimed(*competencies: str, by: str = "note") -> list[Claim]:
    return [Claim(id=f"c-{by}-{id}", achievement=by, competency=id) for id in competencies]


def test_competencies_are_ranked_with_the_words_that_led_to_each() -> None:
    assert [(s.competency.id, s.words, s.score) for s in suggest(plan(NOTE), NOTE)] == [
        ("s1", ("presented", "board paper", "plain language"), 10),
        ("d2", ("Waiting times",), 4),
        ("d1", ("postcards",), 2),
    ]


def test_what_is_claimed_is_not_suggested_again() -> None:
    assert [s.competency.id for s in suggest(plan(NOTE, *claimed("s1", "d1")), NOTE)] == ["d2"]


def test_an_equal_weight_leaves_the_order_of_the_framework() -> None:
    both = replace(NOTE, title="Complaints and a vision", action="", tags=())
    assert [s.competency.id for s in suggest(plan(both), both)] == ["d1", "d2"]


def test_a_competency_without_phrases_is_known_by_its_title() -> None:
    plain = Competency(id="p", framework="f", title="Managing suppliers")
    note = replace(NOTE, title="Managed a supplier for a year", action="", tags=())
    [found] = suggest(plan(plain, note), replace(note, title="Managing suppliers well"))
    assert (found.competency, found.words) == (plain, ("Managing suppliers",))


def test_without_a_framework_nothing_is_suggested() -> None:
    assert suggest(Plan.of((NOTE,)), NOTE) == ()
    assert not heard(Plan.of((NOTE,)))


def test_achievements_that_might_show_a_competency_stand_likeliest_then_newest_first() -> None:
    new = Achievement(id="new", title="Complaints fell", ended=PartialDate(2026))
    old = Achievement(id="old", title="Complaints rose", ended=PartialDate(2020))
    undated = Achievement(id="undated", title="Complaints")
    other = Achievement(id="other", title="A new floor")
    taken = Achievement(id="taken", title="Complaints")
    now = plan(undated, old, other, new, NOTE, taken, *claimed("d2", by="taken"))
    competency = now.table(Competency)["d2"]
    found = might_show(now, competency)
    assert [(each.achievement.id, each.words) for each in found] == [
        ("note", ("Waiting times",)), ("new", ("Complaints",)), ("old", ("Complaints",)), ("undated", ("Complaints",)),
    ]  # fmt: skip
    assert likeliest(now, [competency, now.table(Competency)["D"]]) == {"d2": found[0]}
    assert likeliest(now, []) == {}


def test_a_competency_without_any_story_is_pointed_out_first() -> None:
    [finding] = heard(plan(NOTE, *claimed("s1", by="other")))
    assert ENGLISH.say(finding.message) == "The citizen’s side has no story yet, and this one might be it."
    assert "“Waiting times”" in ENGLISH.say(finding.why)
    assert (finding.action.place.record, finding.action.place.adds) == ("note", "claim")


def test_an_achievement_that_shows_nothing_yet_hears_what_it_looks_like() -> None:
    [finding] = heard(plan(NOTE, *claimed("s1", "d1", "d2", by="other")))
    assert ENGLISH.say(finding.message) == "This looks like Telling it, because of “presented”."


def test_a_claimed_achievement_and_a_single_bent_word_are_left_in_peace() -> None:
    elsewhere = claimed("s1", "d1", "d2", by="other")
    assert not heard(plan(NOTE, *elsewhere, *claimed("d2")))
    bent = replace(NOTE, title="T", action="I am presenting it.", tags=())
    assert suggest(plan(bent), bent)
    assert not heard(plan(bent), bent)


def test_the_plan_hears_the_same_as_each_of_its_achievements() -> None:
    second = replace(NOTE, id="second", title="A vision")
    now = plan(second, NOTE)
    assert list(over_plan(now, TODAY)) == [*heard(now), *heard(now, second)]
