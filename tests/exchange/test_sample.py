from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from leaderplan import assets
from leaderplan.domain.checks import dangling, edit_problems
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Kind, Record, specs
from leaderplan.domain.plain import to_plain
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    RECORDS,
    Achievement,
    Assessment,
    Channel,
    Claim,
    Collaboration,
    Competency,
    Conversation,
    Document,
    DocumentItem,
    Evidence,
    EvidenceKind,
    Expectation,
    Level,
    Measure,
    Mode,
    Person,
    Post,
    Profile,
    Reaction,
    Readiness,
    Reading,
    Service,
    Side,
    Stage,
    StrayAnswer,
    Telling,
    Tier,
    ToldFrom,
    TrackRecord,
)
from leaderplan.domain.rules import advise, run_change_transform, story_check
from leaderplan.domain.rules.story_check import State
from leaderplan.exchange.sample import relative, sample

TODAY = date(2026, 3, 12)
DAYS = [
    TODAY,
    date(2024, 2, 29),
    date(2026, 1, 1),
    date(2026, 12, 31),
    date(2027, 3, 31),
    date(2027, 10, 1),
    date(2028, 2, 28),
]
FUTURE = {("collaboration", "due"), ("measure", "target_on"), ("milestone", "due")}
FUTURE |= {("profile", "target_by"), ("profile", "reaffirm_on"), ("action", "due")}
BRACES = re.compile(r"[{}]")


class KeptInMemory:
    """Attachments by their digest, for as long as a test."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def keep(self, data: bytes, name: str) -> Attachment:
        digest = hashlib.sha256(data).hexdigest()
        self.kept[digest] = data
        return Attachment(digest, name, len(data))

    def path(self, attachment: Attachment) -> Path | None:
        return None


def plan_on(day: date) -> Plan:
    return Plan.of(()).after(sample(assets.read_bytes, day, KeptInMemory()).edit)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_on(TODAY)


def dates_of(plan: Plan) -> Iterator[tuple[Record, str, PartialDate]]:
    for record in plan:
        for name, spec in specs(type(record)).items():
            if spec.kind is Kind.DATE and (value := getattr(record, name)):
                yield record, name, value


def demand_believable(plan: Plan, today: date) -> None:
    for record, name, value in dates_of(plan):
        if (record.table, name) not in FUTURE:
            assert value.last <= today, (record.heading, name, value)
    for achievement in plan.all(Achievement):
        assert achievement.ended
        assert not achievement.started or achievement.started.first <= achievement.ended.first
        post = plan.get(Post, achievement.post)
        assert post or achievement.collaboration, achievement.title
        if post and post.started:
            assert post.started.first <= achievement.ended.first, achievement.title
            assert not post.ended or achievement.ended.last <= post.ended.last, achievement.title
        for telling in plan.referring(Telling, "achievement", achievement):
            assert telling.on
            begun = achievement.started or achievement.ended
            assert telling.on.last >= begun.first, achievement.title
    for measure in plan.all(Measure):
        readings = [r.on for r in plan.referring(Reading, "measure", measure) if r.on]
        assert len(set(readings)) == len(readings), measure.name
        assert measure.baseline_on
        assert all(measure.baseline_on < on for on in readings), measure.name


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_sample_can_be_stored_and_is_believable_on_any_day(day: date) -> None:
    imported = sample(assets.read_bytes, day, KeptInMemory())
    assert edit_problems(Plan.of(()), imported.edit) == ()
    plan = Plan.of(()).after(imported.edit)
    assert len(plan) == len(imported.edit.changes)
    assert dangling(plan) == ()
    demand_believable(plan, day)


@settings(max_examples=12, phases=[Phase.explicit, Phase.generate])  # to shrink a plan of 580 records takes minutes
@given(st.dates(date(2020, 1, 1), date(2099, 12, 31)))
def test_no_day_makes_the_sample_wrong(day: date) -> None:
    plan = plan_on(day)
    assert dangling(plan) == ()
    demand_believable(plan, day)


def test_the_sample_is_the_same_for_the_same_day() -> None:
    first = [to_plain(record) for record in plan_on(TODAY)]
    assert first == [to_plain(record) for record in plan_on(TODAY)]
    assert {record["id"] for record in first} == {record.id for record in plan_on(DAYS[1])}


def test_dates_within_texts_are_written_out(plan: Plan) -> None:
    for record in plan:
        for name, spec in specs(type(record)).items():
            if spec.kind in (Kind.TEXT, Kind.PROSE):
                assert not BRACES.search(getattr(record, name)), (record.heading, name)
    stopped = next(each for each in plan.all(Achievement) if each.title.startswith("I stopped"))
    assert "accepted the paper in March 2023" in stopped.result


def test_every_kind_of_record_is_there_and_used(plan: Plan) -> None:
    """But for an answer that was kept aside: nothing in the sample ever went wrong."""
    assert {type(record) for record in plan} == {*RECORDS} - {StrayAnswer}
    assert len(plan.all(Profile)) == 1
    assert len(plan.all(Post)) == 3
    assert {post.organisation for post in plan.all(Post)} == {"Westmarch County Council"}


def test_achievements_of_every_mode_in_every_state_are_told_from_every_side(plan: Plan) -> None:
    found = plan.all(Achievement)
    assert 24 <= len(found) <= 40
    assert {(each.mode, story_check.state(plan, each)) for each in found} == {(m, s) for m in Mode for s in State}
    assert {each.told_from for each in found} == set(ToldFrom)
    assert {record for each in found for record in each.track_record} == set(TrackRecord)
    assert sum(each.private for each in found) == 1
    assert max(len(each.title) for each in found) > 150
    assert any("Llandŵr" in each.title for each in found)


def test_run_gives_way_to_transform_over_the_quarters() -> None:
    for day in DAYS:
        quarters = run_change_transform.shares(plan_on(day), day)
        assert sum(q.run for q in quarters[:3]) > sum(q.run for q in quarters[3:]) + 60
        assert sum(q.transform for q in quarters[3:]) > sum(q.transform for q in quarters[:3])
        years = run_change_transform.years(plan_on(day), day)
        assert years[0].run > 60
        assert years[-1].run <= 25


def test_ready_stories_show_each_competency_that_is_claimed(plan: Plan) -> None:
    rated = {c.id: c for c in plan.all(Competency) if c.parent}
    assert {claim.competency for claim in plan.all(Claim)} == set(rated)
    assert {expected.competency for expected in plan.all(Expectation)} == set(rated)
    assert all(claim.why and claim.level for claim in plan.all(Claim))


def test_the_matrix_has_gaps_and_mentors_who_disagree(plan: Plan) -> None:
    rank = {level.id: level.rank or 0 for level in plan.all(Level)}
    expected = {e.competency: rank[e.level or ""] for e in plan.all(Expectation)}
    shown: dict[str | None, int] = {}
    for claim in plan.all(Claim):
        shown[claim.competency] = max(shown.get(claim.competency, 0), rank[claim.level or ""])
    gaps = [expected[each] - shown[each] for each in expected]
    assert sum(gap > 0 for gap in gaps) == 4
    assert max(gaps) == 2
    mentors = [a for a in plan.all(Assessment) if a.by]
    assert len({a.by for a in mentors}) == 2
    own = {a.competency: a.level for a in sorted(plan.all(Assessment), key=lambda a: str(a.on)) if not a.by}
    assert 3 <= sum(own[a.competency] != a.level for a in mentors) <= 12


def test_measures_are_read_several_times_and_seen_by_citizens_first(plan: Plan) -> None:
    items = {item.record for item in plan.all(DocumentItem)}
    records: list[Record] = [*plan.all(Achievement), *plan.all(Collaboration)]
    for record in records:
        if record.id in items:
            measures = plan.referring(Measure, "of", record)
            assert 1 <= len(measures) <= 3
            assert any(len(plan.referring(Reading, "measure", measure)) >= 3 for measure in measures), record.heading
    assert sum(measure.seen_by == "citizen" for measure in plan.all(Measure)) > len(plan.all(Measure)) / 2


def test_evidence_is_of_every_kind_and_its_files_are_ours_and_used() -> None:
    blobs = KeptInMemory()
    plan = Plan.of(()).after(sample(assets.read_bytes, TODAY, blobs).edit)
    evidence = plan.all(Evidence)
    assert {each.kind for each in evidence} == set(EvidenceKind)
    assert sum(each.private for each in evidence) == 2
    for each in evidence:
        assert (each.kind == "file") == (each.attachment is not None), each.title
        assert (each.kind != "link") or each.url
        assert (each.kind != "quote") or each.quote
    files = {each.attachment.name for each in evidence if each.attachment}
    assert files == {Path(name).name for name in assets.names("samples/files")}
    assert {Path(name).suffix for name in files} == {".pdf", ".csv", ".txt", ".png"}
    kept = [blobs.kept[each.attachment.sha256] for each in evidence if each.attachment]
    assert all(0 < len(data) < 20_000 for data in kept)
    begins = {".pdf": b"%PDF-", ".png": b"\x89PNG"}
    for name in files:
        data = assets.read_bytes(f"samples/files/{name}")
        assert data.startswith(begins.get(Path(name).suffix, b"")), name


def test_addresses_lead_nowhere_real(plan: Plan) -> None:
    """example is reserved (RFC 2606), as are the telephone numbers 01632 960 (Ofcom)."""
    text = " ".join(str(to_plain(record)) for record in plan if record.table not in ("framework",))
    for found in re.findall(r"(?:https?://|@)([\w.-]+)", text):
        assert found.rstrip(".").endswith(".example"), found
    assert all(person.phone == "" for person in plan.all(Person))
    assert plan.all(Profile)[0].phone.startswith("01632 960")


def test_some_wins_are_untold_and_some_are_known_to_all(plan: Plan) -> None:
    told = [telling.achievement for telling in plan.all(Telling)]
    assert max(map(told.count, told)) >= 5
    assert {telling.reaction for telling in plan.all(Telling)} >= {
        Reaction.NOTICED, Reaction.INTERESTED, Reaction.SUPPORTIVE,
    }  # fmt: skip
    assert len({telling.channel for telling in plan.all(Telling)} & set(Channel)) >= 5
    found = [str(finding.message) for finding in advise(plan, TODAY, "untold_wins")]
    assert any("Nobody on the executive team has heard of 312 families" in text for text in found)
    assert any("nobody knows" in text for text in found)


def test_people_of_every_tier_are_there_and_two_are_overdue(plan: Plan) -> None:
    people = plan.all(Person)
    assert 11 <= len(people) <= 16
    assert {person.tier for person in people} == set(Tier)
    assert all(person.influence and person.interest and person.risk_readiness is not None for person in people)
    assert sum(bool(person.promised) for person in people) >= 4
    overdue = [f for f in advise(plan, TODAY, "losing_touch") if "You last spoke" in str(f.message)]
    assert len(overdue) == 2
    assert all(conversation.kind and conversation.outcome for conversation in plan.all(Conversation))


def test_six_services_say_how_ready_they_are(plan: Plan) -> None:
    assert len(plan.all(Service)) == 6
    for service in plan.all(Service):
        assert service.owner
        assert plan.referring(Readiness, "service", service)


def test_four_collaborations_stand_at_different_stages_and_rule_nine_speaks_once(plan: Plan) -> None:
    stages = {each.stage: each for each in plan.all(Collaboration)}
    assert set(stages) == {Stage.SPOTTED, Stage.INTERESTED, Stage.DELIVERING, Stage.TOLD}
    (finding,) = advise(plan, TODAY, "agreed_means_shared_risk")
    assert finding.record == stages[Stage.INTERESTED].id
    for stage in (Stage.DELIVERING, Stage.TOLD):
        risks = plan.referrers(stages[stage].id)
        assert {getattr(record, "side", None) for record, _field in risks} >= set(Side)
        assert stages[stage].lead
        assert stages[stage].co_owner == plan.all(Profile)[0].id


def test_the_portfolio_holds_eleven_things_in_order_ready_and_not_private(plan: Plan) -> None:
    (document,) = plan.all(Document)
    items = sorted(plan.referring(DocumentItem, "document", document), key=lambda item: item.position or 0)
    assert [item.position for item in items] == list(range(1, 12))
    chosen = [plan.find(item.record) for item in items]
    assert sum(isinstance(record, Collaboration) for record in chosen) == 1
    stories = [record for record in chosen if isinstance(record, Achievement)]
    assert all(story_check.state(plan, story) is State.READY and not story.private for story in stories)


def test_one_finding_is_dismissed(plan: Plan) -> None:
    flood = next(each for each in plan.all(Achievement) if "river" in each.title)
    said = [f for f in advise(plan, TODAY) if f.record == flood.id and f.rule == "story_check"]
    everything = story_check.findings(plan, flood, TODAY)
    assert len(list(everything)) == len(said) + 1


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("today-3d", date(2024, 3, 2), "2024-02-28"),
        ("today+1d", date(2026, 12, 31), "2027-01-01"),
        ("today-1m", date(2026, 1, 31), "2025-12"),
        ("today-24m", date(2024, 2, 29), "2022-02"),
        ("today+2m", date(2026, 12, 31), "2027-02"),
        ("today-2y", date(2024, 2, 29), "2022"),
        ("year-2-05", date(2026, 1, 1), "2024-05"),
        ("year-1", date(2026, 12, 31), "2025"),
    ],
)
def test_days_are_counted_from_today(text: str, day: date, found: str) -> None:
    assert str(relative(text, day)) == found


@pytest.mark.parametrize("text", ["today", "today-3w", "2026-01-01", "year-1-13", "today-3d "])
def test_a_day_that_does_not_count_from_today_is_a_fault_of_the_sample(text: str) -> None:
    with pytest.raises(ValueError, match=r"counted from today|month must be"):
        relative(text, TODAY)


def altered(name: str, change: Callable[[str], str]) -> Callable[[str], bytes]:
    def read(wanted: str) -> bytes:
        data = assets.read_bytes(wanted)
        return change(data.decode()).encode() if wanted == name else data

    return read


def test_a_name_that_is_nowhere_is_a_fault_of_the_sample() -> None:
    read = altered("samples/births.toml", lambda text: text.replace("registration", "nowhere"))
    with pytest.raises(KeyError, match="nowhere"):
        sample(read, TODAY, KeptInMemory())


def test_a_field_that_there_is_not_is_a_fault_of_the_sample() -> None:
    read = altered("samples/births.toml", lambda text: text.replace("citizen_need", "need"))
    with pytest.raises(KeyError, match="need"):
        sample(read, TODAY, KeptInMemory())
