"""The file is written, or nothing is; whatever goes wrong, the plan and the choices stay."""

from __future__ import annotations

import io
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from leaderplan.domain import edits
from leaderplan.domain.records import Achievement, Person, Round, Tier
from leaderplan.exchange import sealed
from leaderplan.exchange.review import package
from leaderplan.ui.dialogs.passphrase import Seal
from leaderplan.ui.dialogs.sending import SendSheet
from leaderplan.ui.dialogs.sending.ready import ReadyPage
from leaderplan.ui.widgets.text import Paragraph
from tests.ui.dialogs.sending.conftest import saved, settled
from tests.ui.finding import the


def choices(sheet: SendSheet) -> tuple:
    choosing = sheet.choosing
    return (choosing.wish, choosing.sealing.passphrase, choosing.sealing.form.isChecked())


def test_the_round_is_noted_in_one_step_and_undo_takes_it_away(up, full, tmp_path, qtbot) -> None:
    before = full.plan
    sheet = up(to="Ruth Adeyemi")
    rounds: list[str] = []
    sheet.sent.connect(rounds.append)
    target = saved(sheet, tmp_path / "ruth.leaderplan-review", qtbot)
    assert sheet.is_ready and target.exists()
    [round] = [each for each in full.plan.all(Round) if each.id != "before"]
    assert rounds == [round.id] and round.title == "Ruth Adeyemi, round 1"
    ruth = full.plan.get(Person, round.mentor)
    assert ruth is not None and ruth.name == "Ruth Adeyemi" and ruth.tier is Tier.MENTOR
    assert full.undo() is not None
    assert full.plan == before


def test_a_sealed_file_opens_only_with_its_words_which_are_kept_nowhere(up, full, tmp_path, qtbot) -> None:
    sheet = up(seal=Seal.WORDS)
    words = sheet.choosing.sealing.passphrase
    target = saved(sheet, tmp_path / "sealed.leaderplan-review", qtbot)
    with target.open("rb") as file:
        locked = sealed.sealed_key(file)
        assert locked is not None
        with pytest.raises(Exception, match="passphrase"):
            sealed.unlock(locked, "six other words than the true ones")
        out = io.BytesIO()
        sealed.open_sealed(file, out, sealed.unlock(locked, words))
    assert package.read(io.BytesIO(out.getvalue())).head.mentor == "Nadia Khan"
    page = the(ReadyPage, sheet)
    assert page.words is not None and page.words.words.toPlainText() == words
    page.copy_words.click()
    assert QGuiApplication.clipboard().text() == words
    page.copy_mail.click()
    assert words not in QGuiApplication.clipboard().text() and "sealed.leaderplan-review" in page.mail.text()
    for kept in full.workspace.folder.rglob("*"):
        assert kept.is_dir() or words.encode() not in kept.read_bytes()
    assert words not in "".join(str(value) for value in full.settings._values.values())


def test_the_last_page_says_where_it_lies_and_what_comes_next(up, tmp_path, qtbot) -> None:
    sheet = up()
    saved(sheet, tmp_path / "a.leaderplan-review", qtbot)
    said = " ".join(each.text() for each in sheet.findChildren(Paragraph) if each.isVisible())
    assert "open it on the Reviews page" in said and "Dear Nadia Khan," in said
    page = the(ReadyPage, sheet)
    assert page.words is None and "sealed" not in page.mail.text() and "browser" not in page.mail.text()
    assert sheet.foot.done.isDefault() and sheet.foot.done.isVisible() and not sheet.foot.save.isVisible()
    sheet.reject()
    assert not sheet.isVisible()


def test_the_page_for_a_browser_lies_beside_it_and_is_called_the_same(up, full, tmp_path, qtbot, monkeypatch) -> None:
    sheet = up(form=True)
    asked: list[Path | None] = []
    send = type(full.reviews).send

    def with_form(self, wish, target, passphrase, form, progress):
        asked.append(form)
        form.write_text("<!doctype html>")
        return send(self, wish, target, passphrase, form, progress)

    monkeypatch.setattr(type(full.reviews), "send", with_form)
    saved(sheet, tmp_path / "nadia.leaderplan-review", qtbot)
    assert asked == [tmp_path / "nadia.html"]
    assert "nadia.html in any browser" in the(ReadyPage, sheet).mail.text()


def test_a_page_that_is_there_already_is_not_written_over(up, full, tmp_path, qtbot) -> None:
    (tmp_path / "nadia.html").write_text("of somebody else")
    sheet = up(form=True)
    saved(sheet, tmp_path / "nadia.leaderplan-review", qtbot)
    settled(sheet, qtbot)
    assert "another page called nadia.html" in sheet.foot.note.text() and not sheet.is_ready
    assert (tmp_path / "nadia.html").read_text() == "of somebody else"
    assert len(full.plan.all(Round)) == 1


def test_the_name_of_the_file_is_offered_with_mentor_and_day(up, tmp_path, qtbot, monkeypatch) -> None:
    offered: list[str] = []

    def ask(_parent, _title, path, _kinds):
        offered.append(path)
        return str(tmp_path / "typed"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    sheet = up()
    sheet.foot.save.click()
    qtbot.waitUntil(lambda: sheet.is_ready, timeout=10_000)
    assert Path(offered[0]).name == "Nadia Khan 2026-03-12.leaderplan-review"
    assert (tmp_path / "typed.leaderplan-review").exists()


def test_who_chooses_no_place_is_where_they_were(up, full, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    sheet = up()
    sheet.foot.save.click()
    assert not full.tasks.running and sheet.foot.save.isEnabled() and sheet.isVisible()


def fails_as_it_should(sheet: SendSheet, full, qtbot, target: Path, sentence: str) -> None:
    before, chosen = full.plan, choices(sheet)
    saved(sheet, target, qtbot)
    settled(sheet, qtbot)
    assert sentence in sheet.foot.note.text() and sheet.foot.note._token == "bad"
    assert full.plan is before
    assert choices(sheet) == chosen and not sheet.is_ready and sheet.foot.save.isEnabled()
    assert sheet._body.isEnabled() and not target.is_file()
    assert not list(target.parent.glob("*.part")) if target.parent.is_dir() else True


def test_a_place_that_is_not_there(up, full, tmp_path, qtbot) -> None:
    fails_as_it_should(up(), full, qtbot, tmp_path / "no" / "a.leaderplan-review", "There is no folder")


def test_the_folder_of_the_plan_is_no_place(up, full, qtbot) -> None:
    target = full.workspace.folder / "a.leaderplan-review"
    fails_as_it_should(up(), full, qtbot, target, "would lie in the folder of the plan")


def test_a_full_disk(up, full, tmp_path, qtbot, monkeypatch) -> None:
    def full_disk(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("leaderplan.upkeep.writing.os.fsync", full_disk)
    sheet = up()
    sheet.choosing.asking.field.editor.setPlainText("Kept.")
    fails_as_it_should(sheet, full, qtbot, tmp_path / "a.leaderplan-review", "The disk is full")
    assert sheet.choosing.asking.message == "Kept."
    monkeypatch.undo()
    saved(sheet, tmp_path / "a.leaderplan-review", qtbot)
    assert sheet.is_ready


def test_what_was_said_of_an_error_goes_with_the_next_choice(up, tmp_path, qtbot) -> None:
    sheet = up()
    saved(sheet, tmp_path / "no" / "a.leaderplan-review", qtbot)
    settled(sheet, qtbot)
    assert sheet.foot.note.text()
    sheet.choosing.asking.questions[0].click()
    settled(sheet, qtbot)
    assert not sheet.foot.note.text()


@pytest.fixture
def held_up(full, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Making the key waits for this event."""
    let_go = threading.Event()

    def key(_typed: str | None) -> None:
        let_go.wait(10)

    monkeypatch.setattr("leaderplan.app.reviewing._key", key)
    return let_go


def test_cancel_while_it_is_sealed_leaves_everything_as_it_was(up, full, held_up, tmp_path, qtbot) -> None:
    sheet = up()
    before, chosen = full.plan, choices(sheet)
    sheet.save_as(tmp_path / "a.leaderplan-review")
    assert sheet.foot.cancel.isVisible() and not sheet.foot.save.isVisible() and not sheet._body.isEnabled()
    sheet.foot.cancel.click()
    assert not sheet.foot.cancel.isEnabled()
    held_up.set()
    qtbot.waitUntil(lambda: not sheet.writing.is_busy, timeout=10_000)
    settled(sheet, qtbot)
    assert full.plan is before and choices(sheet) == chosen and sheet.isVisible() and sheet.foot.save.isEnabled()
    assert not list(tmp_path.glob("a.*"))


def test_esc_stops_the_writing_before_it_closes_anything(up, full, held_up, tmp_path, qtbot) -> None:
    sheet = up()
    sheet.save_as(tmp_path / "a.leaderplan-review")
    sheet.reject()
    sheet.close()
    assert sheet.isVisible()
    held_up.set()
    qtbot.waitUntil(lambda: not sheet.writing.is_busy, timeout=10_000)
    assert sheet.isVisible() and not list(tmp_path.glob("a.*"))


def test_a_plan_that_changes_meanwhile_is_not_sent_unseen(up, full, held_up, tmp_path, qtbot) -> None:
    sheet = up()
    sheet.save_as(tmp_path / "a.leaderplan-review")
    story = full.plan.get(Achievement, "story")
    full.commit(edits.alter(full.plan, story, result="Written since."), None)
    held_up.set()
    qtbot.waitUntil(lambda: not sheet.writing.is_busy, timeout=10_000)
    settled(sheet, qtbot)
    assert "changed while the file was being made" in sheet.foot.note.text()
    assert "Written since." in sheet.preview.leaves.words() and not list(tmp_path.glob("a.*"))
    assert len(full.plan.all(Round)) == 1
    saved(sheet, tmp_path / "a.leaderplan-review", qtbot)
    assert sheet.is_ready


def test_what_was_written_when_cancel_came_too_late_is_told(up, full, tmp_path, qtbot, monkeypatch) -> None:
    sheet = up()
    send = type(full.reviews).send

    def late(self, *asked):
        round = send(self, *asked)
        sheet.writing._task.cancel()
        return round

    monkeypatch.setattr(type(full.reviews), "send", late)
    saved(sheet, tmp_path / "a.leaderplan-review", qtbot)
    assert sheet.is_ready and len(full.plan.all(Round)) == 2


def test_a_message_is_not_lost_by_one_esc(up) -> None:
    sheet = up()
    sheet.choosing.asking.field.editor.setPlainText("Be frank.")
    sheet.reject()
    assert sheet.isVisible() and "Press Esc once more" in sheet.foot.note.text()
    sheet.reject()
    assert not sheet.isVisible()
    other = up()
    other.reject()
    assert not other.isVisible(), "choices are cheap"
