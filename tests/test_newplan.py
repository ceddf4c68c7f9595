from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from leaderplan import newplan
from leaderplan.domain.edits import add, alter
from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement, Evidence, Framework, Profile
from leaderplan.errors import UserError
from leaderplan.newplan import framework_edit, new_plan
from leaderplan.store.folder import PLAN, SET_ASIDE
from leaderplan.store.workspace import Workspace

TODAY = date(2026, 3, 12)
AT = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)


def clock() -> datetime:
    return AT


def begin(folder: Path, *, sample: bool = False, force: bool = False) -> Workspace:
    return new_plan(folder, sample=sample, today=TODAY, force=force, clock=clock)


def test_an_empty_plan_has_a_profile_that_uses_leaderplans_own_framework(tmp_path: Path) -> None:
    with begin(tmp_path / "plan") as made:
        (profile,), (framework,) = made.plan.all(Profile), made.plan.all(Framework)
        assert framework.key == newplan.FRAMEWORK
        assert profile.framework == framework.id
        assert profile.name == ""
        assert {record.table for record in made.plan} == {"profile", "framework", "level", "competency", "descriptor"}
        assert made.check() == []
        assert made.can_undo is None


def test_two_empty_plans_are_of_two_people(tmp_path: Path) -> None:
    with begin(tmp_path / "one") as one, begin(tmp_path / "two") as two:
        assert one.plan.all(Profile)[0].id != two.plan.all(Profile)[0].id


def test_a_sample_plan_is_whole_with_its_files_and_begins_without_a_step_to_undo(tmp_path: Path) -> None:
    with begin(tmp_path / "plan", sample=True) as made:
        assert len(made.plan.all(Achievement)) >= 24
        attached = [each.attachment for each in made.plan.all(Evidence) if each.attachment]
        assert len(attached) > 10
        assert all(made.blobs.is_sound(attachment) for attachment in attached)
        assert made.check() == []
        assert made.can_undo is None
        before = made.plan
    with Workspace.open(tmp_path / "plan") as again:
        assert again.plan == before


def test_a_sample_can_be_searched_changed_and_put_back_like_any_plan(tmp_path: Path) -> None:
    with begin(tmp_path / "plan", sample=True) as made:
        before = made.plan
        (story,) = [each for each in made.plan.all(Achievement) if each.title == "Claims decided in four days"]
        assert story.id in {hit.id for hit in made.search("claims decided")}
        made.commit(alter(made.plan, story, title="Claims decided in three days"))
        made.undo()
        assert made.plan == before


def test_an_existing_plan_is_left_alone_unless_it_may_be_set_aside(tmp_path: Path) -> None:
    begin(tmp_path / "plan").close()
    was = (tmp_path / "plan" / PLAN).read_bytes()
    with pytest.raises(UserError) as caught:
        begin(tmp_path / "plan", sample=True)
    assert "--force" in str(caught.value.todo)
    assert (tmp_path / "plan" / PLAN).read_bytes() == was
    assert list((tmp_path / "plan" / "attachments").iterdir()) == []


def test_what_is_set_aside_can_be_opened_with_its_files(tmp_path: Path) -> None:
    with begin(tmp_path / "plan", sample=True) as made:
        before = made.plan
    with begin(tmp_path / "plan", force=True) as fresh:
        assert not fresh.plan.all(Achievement)
        assert fresh.check() == []
    aside = tmp_path / "plan" / SET_ASIDE / "20260312T093000Z"
    with Workspace.open(aside) as old:
        assert old.plan == before
        assert old.check() == []


def test_several_plans_can_be_set_aside_within_one_second(tmp_path: Path) -> None:
    for _round in range(3):
        begin(tmp_path / "plan", force=True).close()
    assert len(list((tmp_path / "plan" / SET_ASIDE).iterdir())) == 2


def test_a_plan_comes_back_when_the_new_one_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with begin(tmp_path / "plan") as made:
        made.commit(add(Achievement(id="a", title="Four days")))
        before = made.plan

    def full(*_anything: object, **_named: object) -> Workspace:
        raise UserError(_("The disk is full."), _("Free some space."))

    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "create", full)
        with pytest.raises(UserError, match="disk is full"):
            begin(tmp_path / "plan", sample=True, force=True)
    with Workspace.open(tmp_path / "plan") as again:
        assert again.plan == before
        assert again.check() == []


def test_what_stands_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "plan").write_text("a note")
    for sample in (False, True):
        with pytest.raises(UserError, match="plan"):
            begin(tmp_path / "plan", sample=sample)
    assert (tmp_path / "plan").read_text() == "a note"


def test_a_framework_is_added_once(tmp_path: Path) -> None:
    from leaderplan import assets

    data = assets.read_bytes("frameworks/uk-success-profiles-behaviours.json")
    with begin(tmp_path / "plan") as made:
        edit = framework_edit(made.plan, data)
        assert str(edit.label) == "Add the framework UK Success Profiles behaviours"
        made.commit(edit)
        assert len(made.plan.all(Framework)) == 2
        assert not framework_edit(made.plan, data)
        with pytest.raises(UserError):
            framework_edit(made.plan, b"{}")
