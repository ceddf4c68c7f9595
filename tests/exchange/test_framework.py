from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan import assets
from leaderplan.domain.checks import edit_problems
from leaderplan.domain.edits import add, remove
from leaderplan.domain.ids import shipped_id
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Claim, Competency, Descriptor, Framework, Level, Status
from leaderplan.errors import UserError
from leaderplan.exchange import framework
from leaderplan.exchange.framework import read_framework
from leaderplan.exchange.importers import importer_for
from leaderplan.exchange.problems import WrongFile

SMALL: dict[str, Any] = {
    "format": 1,
    "framework": {
        "key": "our-council",
        "title": "Our council’s framework",
        "version": "2026",
        "publisher": "Our council",
        "language": "en-GB",
        "licence": "For our own staff",
        "licence_url": None,
        "source_url": "https://council.example/leadership",
        "status": "superseded",
        "personal_use_only": True,
    },
    "levels": [
        {"rank": 1, "title": "Team", "description": "Leads one team."},
        {"rank": 2, "title": "House", "description": ""},
    ],
    "competencies": [
        {"code": "S", "parent": None, "title": "Service", "description": "", "evidence": [], "not_this": [],
         "phrases": []},
        {"code": "S1", "parent": "S", "title": "Knows who waits", "description": "Counts.",
         "evidence": ["A figure."], "not_this": ["Uptime."], "phrases": ["waiting time", "baseline"]},
    ],
    "descriptors": [{"competency": "S1", "level": 2, "text": "Counts for a month."}],
}  # fmt: skip


def written(value: object) -> bytes:
    return json.dumps(value).encode()


def altered(change: Callable[[dict[str, Any]], object]) -> bytes:
    value = deepcopy(SMALL)
    change(value)
    return written(value)


def read(data: bytes, plan: Plan) -> Any:
    return framework.read(data, "ours.json", plan, today=date(2026, 3, 12), new_id=lambda: pytest.fail("no new ids"))


def refused(data: bytes) -> str:
    with pytest.raises(UserError) as caught:
        read_framework(data, "ours.json")
    return str(caught.value.happened)


def test_a_framework_becomes_records_that_refer_to_each_other() -> None:
    plan = Plan.of(read_framework(written(SMALL)))
    (ours,) = plan.all(Framework)
    assert (ours.title, ours.status, ours.licence_url) == ("Our council’s framework", Status.SUPERSEDED, "")
    assert ours.personal_use_only
    team, house = sorted(plan.all(Level), key=lambda level: level.rank or 0)
    assert (team.framework, house.title) == (ours.id, "House")
    group, child = sorted(plan.all(Competency), key=lambda each: each.position or 0)
    assert (group.parent, child.parent, child.phrases) == (None, group.id, ("waiting time", "baseline"))
    assert (group.position, child.position) == (1, 2)
    (text,) = plan.all(Descriptor)
    assert (text.competency, text.level, text.text) == (child.id, house.id, "Counts for a month.")


def test_what_is_read_can_be_stored_as_it_is() -> None:
    imported = read(written(SMALL), Plan.of(()))
    assert edit_problems(Plan.of(()), imported.edit) == ()


def test_ids_follow_from_key_code_and_rank_so_that_another_program_can_tell_them() -> None:
    plan = Plan.of(read_framework(written(SMALL)))
    ids = {record.id for record in plan}
    assert ids == {
        shipped_id("our-council", "framework", "framework"),
        shipped_id("our-council", "level", "1"),
        shipped_id("our-council", "level", "2"),
        shipped_id("our-council", "competency", "S"),
        shipped_id("our-council", "competency", "S1"),
        shipped_id("our-council", "descriptor", "S1/2"),
    }


def test_a_new_edition_alters_what_is_there_and_claims_stay() -> None:
    plan = Plan.of(read_framework(written(SMALL)))
    story = Achievement(id="a", title="Four days")
    claim = Claim(id="c", achievement="a", competency=shipped_id("our-council", "competency", "S1"))
    plan = plan.after(add(story, claim))

    def edition(value: dict[str, Any]) -> None:
        value["framework"]["version"] = "2027"
        value["descriptors"][0]["text"] = "Counts for a year."

    imported = read(altered(edition), plan)
    assert {change.table for change in imported.edit} == {"framework", "descriptor"}
    assert all(change.before for change in imported.edit)
    then = plan.after(imported.edit)
    assert then.find("c") == claim
    assert [text.text for text in then.all(Descriptor)] == ["Counts for a year."]


def test_the_same_framework_again_changes_nothing() -> None:
    plan = Plan.of(read_framework(written(SMALL)))
    assert not read(written(SMALL), plan).edit


def test_what_an_edition_no_longer_holds_stays_and_is_said() -> None:
    plan = Plan.of(read_framework(written(SMALL)))

    def renamed(value: dict[str, Any]) -> None:
        value["competencies"][1]["code"] = "S2"
        value["descriptors"][0]["competency"] = "S2"

    imported = read(altered(renamed), plan)
    assert all(change.after for change in imported.edit)
    assert any("1 competency of the plan is not in the file" in str(note) for note in imported.notes)


def test_one_step_adds_it_and_removing_the_framework_takes_all_of_it_away() -> None:
    imported = read(written(SMALL), Plan.of(()))
    plan = Plan.of(()).after(imported.edit)
    assert len(plan) == 6
    assert not len(plan.after(imported.edit.inverse()))
    assert not len(plan.after(remove(plan, plan.all(Framework)[0])))


def test_a_framework_for_personal_use_says_so() -> None:
    assert any("your own use only" in str(note) for note in read(written(SMALL), Plan.of(())).notes)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda v: v.update(format=2), "format: this LeaderPlan reads format 1."),
        (lambda v: v.pop("levels"), "levels: this is missing."),
        (lambda v: v.update(more=1), "more: there is no such key in this format."),
        (lambda v: v["levels"][1].update(rank="2"), "levels[1].rank: a whole number belongs here."),
        (lambda v: v["levels"][1].update(rank=0), "levels[1].rank: a rank is a number from 1 to 100."),
        (lambda v: v["levels"][1].update(rank=101), "levels[1].rank: a rank is a number from 1 to 100."),
        (lambda v: v["levels"][0].update(title=" \t"), "levels[0].title: the text is empty."),
        (lambda v: v["levels"][0].update(title=7), "levels[0].title: a text belongs here."),
        (lambda v: v["levels"][0].update(title="x" * 10_001), "levels[0].title: the text is longer than"),
        (lambda v: v["levels"].clear(), "levels: the list is empty."),
        (lambda v: v["levels"].extend(v["levels"] * 60), "levels: the list is too long."),
        (lambda v: v.update(levels={}), "levels: a list or an object belongs here."),
        (lambda v: v["framework"].update(status="old"), "framework.status: one of"),
        (lambda v: v["framework"].update(key="Our Council"), "framework.key: it is not written as it should be"),
        (lambda v: v["framework"].update(source_url="javascript:alert(1)"), "framework.source_url: it is not written"),
        (lambda v: v["framework"].update(personal_use_only="no"), "personal_use_only: true or false belongs here."),
        (lambda v: v["competencies"][1].update(code="S"), "competencies: the code S stands twice."),
        (lambda v: v["levels"][1].update(rank=1), "levels: the rank 1 stands twice."),
        (lambda v: v["descriptors"].append(v["descriptors"][0]), "descriptors: S1 has two texts for level 2."),
        (lambda v: v["competencies"][1].update(parent="Q"), "competencies: the group Q is not in the file."),
        (lambda v: v["descriptors"][0].update(competency="Q"), "descriptors: the competency Q is not in the file."),
        (lambda v: v["descriptors"][0].update(level=3), "descriptors: the level 3 is not in the file."),
        (lambda v: v["competencies"][0].update(parent="S1"), "competencies: S is a part of itself."),
        (lambda v: v["competencies"][1].update(parent=None), "S has neither texts nor competencies below it."),
    ],
)
def test_each_fault_of_a_file_is_told_with_its_place(change: Callable[[dict[str, Any]], object], said: str) -> None:
    assert said in refused(altered(change))


def test_all_faults_are_told_at_once() -> None:
    def twice(value: dict[str, Any]) -> None:
        value["levels"][0]["title"] = ""
        value["framework"]["title"] = 3

    with pytest.raises(WrongFile) as caught:
        read_framework(altered(twice), "ours.json")
    assert {wrong.path for wrong in caught.value.wrong} == {"levels[0].title", "framework.title"}


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff\xfe\x00", b"null", b'{"format":1,"format":1}', b"[" * 50_000]
)
def test_what_is_no_framework_is_refused_with_a_sentence(data: bytes) -> None:
    assert refused(data)


def test_signs_that_turn_or_break_the_line_are_taken_out_of_the_texts() -> None:
    def hostile(value: dict[str, Any]) -> None:
        value["levels"][0]["title"] = " Te\u202eam\r\n<b>R&D</b>\x07 "
        value["descriptors"][0]["text"] = "One.\r\nTwo.\x00"

    plan = Plan.of(read_framework(altered(hostile)))
    assert next(level.title for level in plan.all(Level) if level.rank == 1) == "Team <b>R&D</b>"
    assert plan.all(Descriptor)[0].text == "One.\nTwo."


def test_a_framework_takes_no_columns_and_no_table() -> None:
    with pytest.raises(UserError, match="no columns"):
        framework.read(
            written(SMALL), "ours.json", Plan.of(()), today=date(2026, 1, 1), new_id=str, mapping={"Code": "code"}
        )
    with pytest.raises(UserError, match="no table"):
        framework.read(written(SMALL), "ours.json", Plan.of(()), today=date(2026, 1, 1), new_id=str, into="level")


def test_a_framework_is_known_by_its_looks() -> None:
    assert framework.sniff(written(SMALL), "ours.json")
    assert framework.sniff(b"\xef\xbb\xbf" + written(SMALL), "ours.json")
    assert not framework.sniff(b'{"basics": {}, "levels": 1}', "resume.json")
    assert not framework.sniff(b'["framework", "levels", "descriptors"]', "list.json")


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner)
       | st.dictionaries(st.sampled_from([*SMALL, "title", "rank", "code"]), inner), max_leaves=20))  # fmt: skip
def test_whatever_json_comes_it_is_a_framework_or_a_sentence(value: object) -> None:
    for data in (written(value), altered(lambda small: small["framework"].update(title=value))):
        try:
            found = read_framework(data)
        except UserError as error:
            told = str(error.happened)
        else:
            told = found[0].heading
        assert told


@pytest.mark.parametrize("name", assets.names("frameworks"))
def test_a_framework_file_is_imported_without_naming_its_format(name: str) -> None:
    data = assets.read_bytes(name)
    importer = importer_for(data, name)
    assert importer.name == "framework"
    imported = importer.read(data, name, Plan.of(()), today=date(2026, 3, 12), new_id=str)
    assert len(imported.edit.changes) > 60
