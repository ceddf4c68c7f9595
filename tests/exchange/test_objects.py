from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.checks import edit_problems
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Record, specs
from leaderplan.domain.ids import new_id
from leaderplan.domain.plain import to_plain
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE, Achievement, Evidence, Mode, Person, Profile
from leaderplan.errors import UserError
from leaderplan.exchange import objects
from leaderplan.exchange.problems import WrongFile
from leaderplan.exchange.tables import record_type_of
from tests.exchange.readers import ANN, ME, PLAN, POST, added, counting, notes, only, taken

STORY = Achievement(id="0198c000-0000-7000-8000-0000000000b1", title="Old", result="kept", mode=Mode.RUN)
WITH_STORY = Plan.of([*PLAN, STORY])


def put(value: Any, record_type: type[Record] = Achievement, plan: Plan = PLAN) -> Any:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return objects.put(data, "in.json", plan, record_type, counting())


def refused(value: Any, record_type: type[Record] = Achievement, plan: Plan = PLAN) -> list[str]:
    with pytest.raises(WrongFile) as caught:
        put(value, record_type, plan)
    assert str(caught.value).count("\n") == len(caught.value.wrong)
    return [str(wrong.said()) for wrong in caught.value.wrong]


def test_a_list_adds_records_with_all_kinds_of_fields() -> None:
    story = only(
        put([{
            "title": "Cut claims", "ended": "2025-03", "people": [ANN.id], "post": POST.id, "mode": "transform",
            "track_record": ["radical_change"], "tags": ["a", "a"], "private": True, "result": "R&D\r\n<b>",
        }]), "achievement",
    )  # fmt: skip
    assert story == Achievement(
        id=story.id, title="Cut claims", ended=PartialDate(2025, 3), people=(ANN.id,), post=POST.id,
        mode=Mode.TRANSFORM, track_record=story.track_record, tags=("a",), private=True, result="R&D\n<b>",
    )  # fmt: skip
    assert [str(kind) for kind in story.track_record] == ["radical_change"]


def test_objects_may_stand_one_a_line_or_alone_over_several() -> None:
    assert [s.title for s in added(put(b'\n{"title":"a"}\r\n{"title":"b"}\n\n'), "achievement")] == ["a", "b"]
    assert only(put(b'{\n  "title": "a"\n}\n'), "achievement").title == "a"
    assert only(put('[{"title":"ŵ"}]'.encode("utf-16")), "achievement").title == "ŵ"


def test_an_object_with_a_known_id_alters_only_the_fields_it_names() -> None:
    for id in (STORY.id, STORY.id[-6:]):
        (change,) = put([{"id": id, "title": "New", "mode": None}], plan=WITH_STORY).edit
        assert change.before == STORY
        assert change.after == Achievement(id=STORY.id, title="New", result="kept")


def test_an_object_that_changes_nothing_says_so() -> None:
    imported = put([to_plain(STORY)], plan=WITH_STORY)
    assert not imported.edit and notes(imported) == "1 object changes nothing."


def test_what_was_printed_is_taken_by_another_plan_under_its_own_ids() -> None:
    empty = Plan.of([Profile(id="p")])
    assert only(put([to_plain(STORY)], plan=empty), "achievement") == STORY


def test_objects_of_one_file_refer_to_each_other() -> None:
    a, b = new_id(), new_id()
    first, second = {"id": a, "title": "a", "parent": b}, {"id": b, "title": "b"}
    frame = {"id": new_id(), "title": "F"}
    plan = PLAN.after(put([frame], record_type_of("framework")).edit)
    for each in (first, second):
        each["framework"] = frame["id"]
    imported = put([first, second], record_type_of("competency"), plan)
    assert [record.parent for record in added(imported, "competency")] == [b, None]
    assert not edit_problems(plan, imported.edit)


def test_the_profile_is_altered_without_its_id_because_there_is_only_one() -> None:
    (change,) = put({"headline": "Head of digital"}, Profile).edit
    assert (change.before, change.id) == (ME, ME.id)


def test_every_problem_is_listed_with_its_path_in_the_order_of_the_file() -> None:
    assert refused([
        {"title": "a", "people": ["nobody"], "ended": "2025-02-30"},
        {"titel": "b", "title": "b"},
        5,
        {"title": "c", "mode": "fly", "tags": "x", "private": "yes", "post": ANN.id},
        {"title": None},
        {"id": "1234567", "title": "d"},
        {"id": ANN.id, "title": "e"},
        {"id": 5, "title": "f"},
        {"title": "two\nlines"},
        {"title": "x" * 10_001},
        {"title": "g", "colour_of_the_walls": "red"},
    ]) == [
        "[0].ended: 2025-02-30 is not a day, month or year, as in 2025-03-12, 2025-03 or 2025.",
        "[0].people: With whom refers to nobody, which is not in the plan.",
        "[1].titel: Achievements have no such field; is title meant?",
        "[2]: an object belongs here, not 5.",
        "[3].mode: fly is not one of run, change, transform.",
        "[3].tags: x is not a list of texts.",
        "[3].private: yes is not yes or no, in JSON true or false.",
        "[3].post: Post cannot refer to a record of People.",
        "[4].title: Title is missing: fill it in.",
        "[5].id: no record has the id 1234567; leave the id out to add a record.",
        "[6].id: this id is one of People.",
        "[7].id: an id is text.",
        "[8].title: Title has room for one line only.",
        "[9].title: Title is 10001 characters long; 10000 are the most: shorten it.",
        "[10].colour_of_the_walls: Achievements have no such field; they have title, started, ended, people, post, "
        "collaboration, mode, told_from, track_record, situation, task, action, result, my_part, their_part, tags, "
        "private.",
    ]  # fmt: skip


def test_a_problem_in_a_line_names_the_line() -> None:
    assert refused(b'{"title":"a"}\n\n{"title":"b","ended":5}\n') == [
        "line 3, ended: 5 is not a day, month or year, as in 2025-03-12, 2025-03 or 2025."
    ]
    with pytest.raises(UserError, match="not JSON from line 2, column 1"):
        put(b'{"title":"a"}\nnonsense\n')


def test_one_record_stands_in_a_file_once() -> None:
    twice = refused([{"id": STORY.id, "title": "a"}, {"id": STORY.id[-8:], "title": "b"}], plan=WITH_STORY)
    assert twice == ["[1].id: the same record stands at [0] already."]


def test_a_shortened_id_that_fits_several_is_not_guessed() -> None:
    plan = Plan.of([ME, Person(id="aaaa123456", name="A"), Person(id="bbbb123456", name="B")])
    assert refused([{"id": "123456", "role": "x"}], Person, plan) == [
        "[0].id: several ids end in 123456: give more of it."
    ]


def test_a_file_that_the_plan_does_not_hold_is_no_evidence() -> None:
    held = Attachment("a" * 64, "a.pdf", 5)
    plan = Plan.of([ME, Evidence(id="e", title="E", attachment=held)])
    plain = {"sha256": held.sha256, "name": held.name, "size": held.size}
    assert only(put([{"title": "x", "attachment": plain}], Evidence, plan), "evidence").attachment == held
    other = refused([{"title": "x", "attachment": plain | {"sha256": "b" * 64}}], Evidence, plan)
    assert other == ["[0].attachment: the plan does not hold this file."]


def test_importing_objects_twice_adds_nothing_the_second_time() -> None:
    data = json.dumps([{"title": "a"}, {"title": "a"}, {"title": "b", "ended": "2025"}])
    first = taken(objects.read, data, into="achievement")
    assert len(added(first, "achievement")) == 3
    second = taken(objects.read, data, PLAN.after(first.edit), into="achievement", new_id=new_id)
    assert not second.edit and "3 objects are in the plan already" in notes(second)


def test_columns_and_unknown_tables_are_refused() -> None:
    with pytest.raises(UserError, match="no columns"):
        taken(objects.read, "[]", mapping={"a": "b"})
    with pytest.raises(UserError, match="There is no table nowhere"):
        taken(objects.read, "[]", into="nowhere")


def test_too_many_records_are_refused_before_any_is_made() -> None:
    for data in (b"[" + b"1," * 100_000 + b"1]", b'{"title":"a"}\n' * 100_001):
        with pytest.raises(UserError, match="more than 100000 records"):
            put(data)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
    | st.sampled_from([ANN.id, POST.id, ME.id, STORY.id, "2025", "run", "a" * 64]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["sha256", "name", "size", "skills", "run"]) | st.text(), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


@given(st.data())
def test_any_object_becomes_a_record_that_the_plan_takes_or_a_sentence(data: st.DataObject) -> None:
    record_type = data.draw(st.sampled_from(sorted(BY_TABLE.values(), key=lambda each: each.table)))
    names = st.sampled_from(["id", *specs(record_type)])
    value = data.draw(st.lists(st.dictionaries(names, PLAIN, max_size=6), max_size=3))
    try:
        imported = put(value, record_type, WITH_STORY)
    except UserError:
        return
    assert not [p for p in edit_problems(WITH_STORY, imported.edit) if "exactly one profile" not in str(p.message)]
