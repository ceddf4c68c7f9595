from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from leaderplan.domain import edits
from leaderplan.domain.records import Evidence
from leaderplan.store import backups
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import now
from leaderplan.store.surroundings import Kind, Surroundings
from leaderplan.store.viewing import view
from leaderplan.ui.pages.settings import SettingsPage
from leaderplan.ui.pages.settings.disk import sizes
from leaderplan.ui.pages.settings.thisplan import ThisPlanSection
from leaderplan.ui.widgets.text import Paragraph
from tests.ui.careful import idle
from tests.ui.pages.settings.conftest import plan_of


def said(section) -> list[str]:
    return [part.text() for part in section.result.findChildren(Paragraph)]


def test_the_folder_is_there_to_be_copied(kept, open_page) -> None:
    section = plan_of(open_page(section="plan"))
    assert section.where.line.text() == str(kept.workspace.folder)
    section.where.copy.click()
    assert QGuiApplication.clipboard().text() == str(kept.workspace.folder)


def test_a_plan_that_is_whole_is_said_to_be_so(kept, open_page, qtbot) -> None:
    page = open_page(section="plan")
    page.primary.slot()
    assert not page.primary.enabled
    idle(kept, qtbot)
    assert said(plan_of(page)) == ["Everything is as it was written."] and page.primary.enabled


def test_each_trouble_is_named_with_what_to_do(kept, open_page, qtbot) -> None:
    attachment = kept.workspace.blobs.keep(b"a board paper", "paper.pdf")
    kept.commit(edits.add(Evidence(id="paper", title="Board paper", attachment=attachment)), None)
    path = kept.workspace.blobs.path(attachment)
    path.chmod(0o600)
    path.unlink()
    page = open_page(section="plan")
    page.primary.slot()
    idle(kept, qtbot)
    what, todo = said(plan_of(page))
    assert "paper.pdf is missing" in what and "attach it again" in todo


def test_a_synced_folder_is_warned_of_with_the_ways_out(kept, open_page, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(kept.care, "surroundings", lambda: Surroundings(Kind.SYNCED, "OneDrive"))
    monkeypatch.setattr(kept.care, "usual_folder", lambda: Path("/home/rhian/plan"))
    section = plan_of(open_page(section="plan"))
    assert "OneDrive" in section.warning._what.text() and section.warning.isVisible()
    with qtbot.waitSignal(kept.signals.move_wanted) as wanted:
        section.warning.home.click()
    assert wanted.args == [Path("/home/rhian/plan")]
    chosen = "leaderplan.ui.pages.settings.thisplan.QFileDialog.getExistingDirectory"
    monkeypatch.setattr(chosen, lambda *_how: "/mnt/disk")
    with qtbot.waitSignal(kept.signals.move_wanted) as wanted:
        section.warning.elsewhere.click()
    assert wanted.args == [Path("/mnt/disk")]


def test_a_drive_that_does_not_answer_holds_nobody_up(kept, qtbot, monkeypatch) -> None:
    gate = threading.Event()
    found = Surroundings(Kind.SYNCED, "OneDrive")
    monkeypatch.setattr(kept.care, "surroundings", lambda: found if gate.wait(10) else None)
    section = ThisPlanSection(kept)
    qtbot.addWidget(section)
    section.show()
    section.refresh()
    assert not section.warning.isVisible()
    gate.set()
    qtbot.waitUntil(section.warning.isVisible)
    idle(kept, qtbot)


def test_in_a_good_place_nobody_is_warned(open_page) -> None:
    assert not plan_of(open_page(section="plan")).warning.isVisible()


def test_room_is_counted_once_for_a_file_with_two_names(tmp_path: Path) -> None:
    (tmp_path / "plan.db").write_bytes(b"x" * 10)
    (tmp_path / "attachments").mkdir()
    (tmp_path / "attachments" / "one").write_bytes(b"y" * 7)
    (tmp_path / "set-aside" / "then" / "attachments").mkdir(parents=True)
    os.link(tmp_path / "attachments" / "one", tmp_path / "set-aside" / "then" / "attachments" / "one")
    assert sizes(tmp_path) == {"plan.db": 10, "attachments": 7, "backups": 0, "set-aside": 0}


def test_of_a_plan_that_is_only_looked_at_no_copies_are_offered(kept, qtbot) -> None:
    made = backups.take(kept.workspace.folder, Reason.ASKED, now())
    with view(made.file, kept.workspace.folder) as looked_at:
        page = SettingsPage(replace(kept, workspace=looked_at, care=None))
        qtbot.addWidget(page)
        page.show()
        page.refresh()
        assert [section.key for section in page.sections] == ["plan", "look", "about"]
        section = page.sections[0]
        assert isinstance(section, ThisPlanSection)
        section.check()
        idle(kept, qtbot)
        assert said(section) == ["Everything is as it was written."]
