from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget, QWidget

from leaderplan.app.caring import Caring
from leaderplan.domain.records import Achievement, Post
from leaderplan.store import backups
from leaderplan.store.snapshot import Reason
from leaderplan.ui.dialogs.importing import ImportPreview, read_and_show
from leaderplan.ui.signals import Notice
from tests.ui.finding import the


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(window: QWidget) -> list[ImportPreview]:
    return [sheet for sheet in window.findChildren(ImportPreview) if sheet.isVisible()]


def resume(folder: Path) -> Path:
    file = folder / "cv.json"
    work = {
        "name": "Westmarch Council",
        "position": "Head of ICT",
        "startDate": "2021-05",
        "highlights": ["Closed R&D <b>"],
    }
    file.write_text(json.dumps({"basics": {"name": "Rhian"}, "work": [work]}), encoding="utf-8")
    return file


def test_a_file_is_shown_first_and_is_one_step(desk, window, qtbot, tmp_path: Path) -> None:
    read_and_show(desk, window, resume(tmp_path))
    qtbot.waitUntil(lambda: bool(shown(window)))
    [preview] = shown(window)
    assert not desk.plan.all(Post)
    lines = the(QListWidget, preview)
    assert any("Head of ICT" in lines.item(row).text() for row in range(lines.count()))
    preview.bring_in.click()
    assert desk.plan.all(Post)[0].title == "Head of ICT"
    assert desk.plan.all(Achievement)[0].title == "Closed R&D <b>"
    desk.undo()
    assert not desk.plan.all(Post)


def test_a_file_brought_in_before_changes_nothing(desk, window, qtbot, tmp_path: Path) -> None:
    for expected in (True, False):
        read_and_show(desk, window, resume(tmp_path))
        qtbot.waitUntil(lambda: bool(shown(window)))
        [preview] = shown(window)
        assert preview.bring_in.isEnabled() is expected
        preview.bring_in.click()
        preview.close()
        qtbot.waitUntil(lambda: not shown(window))


@pytest.mark.parametrize("name", ["missing.json", "empty.json", "picture.png"])
def test_what_cannot_be_read_is_said_and_nothing_is_stored(desk, window, qtbot, tmp_path: Path, name: str) -> None:
    if name == "empty.json":
        (tmp_path / name).write_bytes(b"")
    elif name == "picture.png":
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    notices: list[Notice] = []
    desk.signals.noticed.connect(notices.append)
    before = desk.plan
    read_and_show(desk, window, tmp_path / name)
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].trouble
    assert not shown(window)
    assert desk.plan is before


def test_before_an_import_a_backup_is_taken(desk, window, qtbot, tmp_path: Path) -> None:
    cared = replace(desk, care=Caring(desk.workspace.folder))
    read_and_show(cared, window, resume(tmp_path))
    qtbot.waitUntil(lambda: bool(shown(window)))
    [preview] = shown(window)
    preview.bring_in.click()
    qtbot.waitUntil(lambda: bool(desk.plan.all(Post)), timeout=20_000)
    [snapshot] = backups.listed(desk.workspace.folder)
    assert snapshot.reason is Reason.IMPORT
    assert "post" not in snapshot.records


def test_the_plan_itself_is_not_read(desk, window, qtbot) -> None:
    notices: list[Notice] = []
    desk.signals.noticed.connect(notices.append)
    read_and_show(desk, window, desk.workspace.folder / "plan.db")
    qtbot.waitUntil(lambda: bool(notices))
    assert "the plan itself" in desk.say(notices[0].message)


def test_an_archive_is_offered_as_the_whole_plan(desk, window, qtbot, tmp_path: Path) -> None:
    with qtbot.waitSignal(desk.signals.archive_wanted) as wanted:
        read_and_show(desk, window, tmp_path / "old.leaderplan")
    assert wanted.args == [tmp_path / "old.leaderplan"]
