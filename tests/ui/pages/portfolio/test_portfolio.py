from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from leaderplan.domain.edits import add, alter
from leaderplan.domain.fields import Attachment
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Achievement, Document, DocumentItem, Evidence, Measure, Post, Profile, ToldFrom
from leaderplan.newplan import new_plan
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.portfolio import Portfolio, choosing
from leaderplan.ui.pages.portfolio.contents import ContentsModel
from leaderplan.ui.settings import Settings
from leaderplan.ui.signals import Notice, Signals
from leaderplan.ui.tasks import Tasks

TODAY = date(2026, 3, 12)


def story(id: str, **fields: object) -> Achievement:
    told = {"situation": "S", "task": "T", "action": "I did", "result": "R", "my_part": "M"}
    return Achievement(id=id, title=f"Story {id}", **(told | fields))  # type: ignore[arg-type]


def shaped(id: str) -> tuple[Achievement, Measure]:
    """A story that a portfolio suggests by itself."""
    return story(id, told_from=ToldFrom.CITIZEN), Measure(id=f"{id}-measure", of=id, name="Days", baseline=21.0)


@pytest.fixture
def filled(dressed, tmp_path: Path):
    """A desk on the sample plan."""
    tasks = Tasks()
    with new_plan(tmp_path / "plan", sample=True, today=TODAY) as workspace:
        made = Desk(workspace, Signals(), ENGLISH, tasks, Settings(tmp_path / "window.json"), lambda: TODAY)
        workspace.watch(made.signals.changed.emit)
        yield made
        assert tasks.stop()


@pytest.fixture
def opened(filled, qtbot, tmp_path: Path) -> Portfolio:
    page = Portfolio(filled, ask_target=lambda *_asked: tmp_path / "mine.pdf")
    page.header_buttons()
    qtbot.addWidget(page)
    page.resize(1072, 700)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.preview.view.accessibleName().startswith("Page 1 of"), timeout=30_000)
    return page


def text_of(path: Path | bytes) -> str:
    document = pdfium.PdfDocument(path)
    found = "\n".join(document[page].get_textpage().get_text_bounded() for page in range(len(document)))
    document.close()
    return found


def test_the_preview_is_the_very_file_that_is_exported(opened, filled, qtbot, tmp_path: Path) -> None:
    notices: list[Notice] = []
    filled.signals.noticed.connect(notices.append)
    opened.primary.slot()
    qtbot.waitUntil(lambda: bool(notices))
    written = tmp_path / "mine.pdf"
    assert written.read_bytes() == opened._proof.printed.pdf
    assert "mine.pdf is written" in str(notices[0].message)
    assert filled.plan.all(Profile)[0].name in text_of(written)


def test_a_file_of_the_evidence_that_is_missing_is_named_below_the_pages(opened, filled, qtbot) -> None:
    story, *_others = opened.contents.model.inside
    lost = Attachment("0" * 64, "lost.pdf", 3)
    filled.commit(add(Evidence(id="lost", title="Lost letter", supports=(story,), attachment=lost)), None)
    qtbot.waitUntil(lambda: "The file lost.pdf is missing." in opened.preview._problems.text(), timeout=30_000)
    assert "Lost letter" in text_of(opened._proof.printed.pdf)


def test_pages_are_turned_by_keys_and_read_out(opened, qtbot) -> None:
    view = opened.preview.view
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.accessibleName() == f"Page {opened._proof.printed.pages} of {opened._proof.printed.pages}"
    assert "Index of evidence" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.accessibleName().startswith("Page 1 of")


def test_leaving_a_story_out_is_printed_again_and_undone(opened, filled, qtbot) -> None:
    pane = opened.contents
    first = pane.model.inside[0]
    pages = opened._proof.printed.pages
    pane.list.setCurrentIndex(pane.model.index(pane.model.row_of(first)))
    QTest.keyClick(pane.list, Qt.Key.Key_Space)
    assert first not in pane.model.inside
    qtbot.waitUntil(lambda: opened._proof.printed.pages < pages, timeout=30_000)
    filled.undo()
    assert pane.model.inside[0] == first


def test_the_order_is_changed_by_keys(opened, filled) -> None:
    pane = opened.contents
    first, second = pane.model.inside[:2]
    pane.list.setCurrentIndex(pane.model.index(pane.model.row_of(first)))
    QTest.keyClick(pane.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert choosing.chosen(filled.plan)[:2] == (second, first)
    assert pane.current == first


def test_a_story_dragged_below_another_stands_there(opened, filled) -> None:
    model = opened.contents.model
    first, second, third = model.inside[:3]
    data = model.mimeData([model.index(model.row_of(first))])
    model.dropMimeData(data, Qt.DropAction.MoveAction, model.row_of(third), 0, model.index(-1))
    assert choosing.chosen(filled.plan)[:3] == (second, first, third)


def test_paper_and_anonymity_are_kept_with_the_portfolio(opened, filled, qtbot) -> None:
    paper, anonymous = opened.header_buttons()
    anonymous.click()
    paper.chosen.emit("Letter")
    document = filled.plan.all(Document)[0]
    assert (document.page, document.anonymous) == ("Letter", True)
    name = filled.plan.all(Profile)[0].name
    qtbot.waitUntil(lambda: opened._press.up_to_date, timeout=30_000)
    assert name not in opened.preview._pages.text(0)
    width, height = opened.preview._pages.shape(0)
    assert (width, height) == (612, 792)


def test_what_one_types_about_oneself_is_on_the_cover(opened, filled, qtbot) -> None:
    field = opened.about.form.editor("name")
    field.begin()
    field.focusProxy().selectAll()
    QTest.keyClicks(field.focusProxy(), "R&D <b>Owen</b>")
    field.end()
    qtbot.waitUntil(lambda: "R&D <b>Owen</b>" in opened.preview._pages.text(0), timeout=30_000)


def test_a_post_is_added_at_once(opened, filled) -> None:
    before = len(filled.plan.all(Post))
    opened.about.add_post()
    assert len(filled.plan.all(Post)) == before + 1


def test_an_empty_plan_says_what_to_do_first(desk, qtbot) -> None:
    desk.workspace.watch(desk.signals.changed.emit)
    page = Portfolio(desk)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert not page.primary.enabled
    desk.commit(add(story("one")), None)
    assert page.primary.enabled
    qtbot.waitUntil(lambda: page._proof is not None, timeout=30_000)


def test_a_story_that_cannot_be_printed_is_named_beside_the_pages(desk, qtbot) -> None:
    desk.commit(add(story("one"), Achievement(id="two", title="Only a line")), None)
    desk.commit(choosing.included(desk.plan, "one"), None)
    desk.commit(choosing.included(desk.plan, "two"), None)
    page = Portfolio(desk)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page._proof is not None, timeout=30_000)
    assert "Only a line has no story yet and stays out." in page.preview._problems.text()


def test_the_model_keeps_its_promises_to_qt(filled, qtbot) -> None:
    model = ContentsModel(ENGLISH)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_plan(filled.plan)
    resets = []
    model.modelReset.connect(lambda: resets.append(True))
    first = filled.plan.find(model.inside[0])
    filled.commit(alter(filled.plan, first, title="Another title"), None)
    model.show_plan(filled.plan)
    assert not resets
    assert "Another title" in model.index(model.row_of(first.id)).data()
    model.show_plan(filled.plan, "no such words")
    assert resets


def test_a_suggestion_becomes_ones_own_in_one_step(desk) -> None:
    desk.commit(add(*shaped("one"), *shaped("two")), None)
    suggested = choosing.chosen(desk.plan)
    desk.commit(choosing.left_out(desk.plan, "one"), None)
    assert set(suggested) == {"one", "two"}
    assert choosing.chosen(desk.plan) == ("two",)
    desk.undo()
    assert not desk.plan.all(Document)
    assert not desk.plan.all(DocumentItem)


def test_nothing_moves_beyond_the_ends(desk) -> None:
    desk.commit(add(*shaped("one"), *shaped("two")), None)
    first, second = choosing.chosen(desk.plan)
    assert not choosing.moved(desk.plan, first, -1)
    assert not choosing.moved(desk.plan, second, 1)
