"""What was typed is kept: in a copy of the page, through a reload, and in the order of its versions."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from leaderplan.domain.records import CommentKind
from tests.browser.chromium import Tab
from tests.browser.conftest import OpenForm
from tests.browser.mentor import answered, comment_on, counts, fill, merged, save_answer, save_page, select, status
from tests.exchange.review.asked import SKILL, STORY, hostile

STORY_NAME = "Claims decided in four days"
BLOCK = re.compile('(?<=<script type="application/json" id="book">).*?(?=</script>)', re.DOTALL)


def reopened(new_tab: Callable[..., Tab], page: Path) -> Tab:
    tab = new_tab()
    tab.open(page)
    return tab


def test_a_copy_of_the_page_differs_in_the_comments_alone(open_form: OpenForm, tmp_path: Path) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "</script><!-- <script> & \u2028 🙂")
    select(tab, STORY, "situation", "ten claims")
    page = save_page(tab)
    assert page.name == "Nadia Khan, round 2 with my comments.html"
    before, after = ((tmp_path / "form.html").read_text(), page.read_text())
    assert before != after
    assert BLOCK.sub("", before) == BLOCK.sub("", after)


def test_a_copy_of_a_hostile_page_differs_in_the_comments_alone_too(open_form: OpenForm, tmp_path: Path) -> None:
    tab = open_form(hostile())
    tab.click("button", "Comment on the whole plan")
    tab.type("</script><script>alert(1)</script>")
    tab.key("Escape")
    page = save_page(tab)
    before, after = ((tmp_path / "form.html").read_text(), page.read_text())
    assert len(BLOCK.findall(after)) == 1
    assert "alert(1)" in BLOCK.findall(after)[0]
    assert BLOCK.sub("", before) == BLOCK.sub("", after)


def test_a_copy_is_opened_gone_on_with_and_saved_again(open_form: OpenForm, new_tab: Callable[..., Tab]) -> None:
    tab = open_form()
    fill(tab, "#name", "N. Khan")
    select(tab, STORY, "situation", "ten claims")
    tab.click("#offer")
    tab.type("Which?")
    tab.key("Escape")
    second = reopened(new_tab, save_page(tab))
    assert counts(second) == "Written: 1, Not sent yet: 1"
    assert second.run("document.getElementById('name').value") == "N. Khan"
    assert second.run("document.querySelector('mark').textContent") == "ten claims"
    comment_on(second, STORY_NAME, "The best one.")
    third = reopened(new_tab, save_page(second))
    assert counts(third) == "Written: 2, Not sent yet: 2"
    comments = answered(save_answer(third).read_bytes())
    assert [(c.text, c.author) for c in comments] == [("Which?", "N. Khan"), ("The best one.", "N. Khan")]


def test_the_keys_for_saving_save_the_copy_with_the_comments(open_form: OpenForm, new_tab: Callable[..., Tab]) -> None:
    tab = open_form()
    tab.click("button", f"Comment on {STORY_NAME}")
    tab.type("Kept by habit.")
    page = tab.saved(lambda: tab.key("s", ctrl=True))
    assert counts(reopened(new_tab, page)) == "Written: 1, Not sent yet: 1"


def test_a_page_that_a_browser_saved_by_itself_is_as_it_came(
    open_form: OpenForm, new_tab: Callable[..., Tab], tmp_path: Path
) -> None:
    tab = open_form()
    select(tab, STORY, "situation", "ten claims")
    tab.click("#offer")
    tab.type("Which?")
    tab.key("Escape")
    select(tab, STORY, "situation", "Nine")
    tab.click("#offer")
    tab.type("Only nine?")
    assert tab.run("document.querySelectorAll('mark').length") == 2
    file = tmp_path / "saved by the browser.html"
    file.write_text("<!doctype html>\n" + tab.run("document.documentElement.outerHTML"))
    later = reopened(new_tab, file)
    assert counts(later) == "Written: 0, Not sent yet: 0"
    assert later.run("document.querySelectorAll('#bar, #answer, #whole, #name').length") == 4
    assert later.run("document.querySelectorAll('mark, .card, .editor').length") == 0
    original, copy = (path.read_text() for path in (tmp_path / "form.html", save_page(later)))
    assert BLOCK.sub("", original) == BLOCK.sub("", copy)


def test_what_was_sent_counts_as_sent_in_a_copy(open_form: OpenForm, new_tab: Callable[..., Tab]) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "One.")
    first = answered(save_answer(tab).read_bytes())
    later = reopened(new_tab, save_page(tab))
    assert counts(later) == "Written: 1, Not sent yet: 0"
    assert later.run("document.getElementById('name').readOnly") is True
    later.click(".card button", "Edit: One.")
    fill(later, "#e-text", "One, better.")
    later.key("Escape")
    made = merged(save_answer(later).read_bytes(), *first)
    assert (made.known, [c.revises for c in made.new], made.rejected) == (1, [first[0].id], ())


def test_a_copy_that_knows_nothing_of_an_answer_clashes_with_none(
    open_form: OpenForm, new_tab: Callable[..., Tab]
) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "One.")
    page = save_page(tab)
    first = answered(save_answer(tab).read_bytes())  # after the copy was saved
    later = reopened(new_tab, page)
    assert counts(later) == "Written: 1, Not sent yet: 1"
    for words in ("One, better.", "One, best."):
        later.click(".card button", "Edit")
        fill(later, "#e-text", words)
        later.key("Escape")
    data = save_answer(later).read_bytes()
    made = merged(data, *first)
    assert (made.rejected, made.known) == ((), 0)
    assert [(c.text, c.revises) for c in made.new] == [("One, best.", first[0].id)]
    assert b"better" not in data


def test_a_reload_loses_nothing_and_is_asked_about(open_form: OpenForm) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "Kept.")
    tab.click("button", "Comment on Telling the story")
    tab.type("Half a thou")  # the box is still open
    tab.reload()
    assert len(tab.events("Page.javascriptDialogOpening")) == 1
    assert tab.events("Page.javascriptDialogOpening")[0]["type"] == "beforeunload"
    assert counts(tab) == "Written: 2, Not sent yet: 2"
    assert status(tab) == "What you wrote before this page was loaded again is back."
    comments = answered(save_answer(tab).read_bytes())
    assert [(c.record, c.text) for c in comments] == [(STORY, "Kept."), (SKILL, "Half a thou")]
    tab.reload()
    assert len(tab.events("Page.javascriptDialogOpening")) == 1  # all is saved, so nothing is asked
    assert counts(tab) == "Written: 2, Not sent yet: 0"


def test_nothing_is_kept_in_the_browser_beyond_the_tab(open_form: OpenForm, new_tab: Callable[..., Tab]) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "Said in confidence.")
    assert tab.run("localStorage.length") == 0
    assert tab.run("sessionStorage.length") == 1
    other = open_form()
    assert counts(other) == "Written: 0, Not sent yet: 0"


def test_an_emptied_box_takes_its_words_back(open_form: OpenForm) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "One.")
    [sent] = answered(save_answer(tab).read_bytes())
    tab.click(".card button", "Edit: One.")
    fill(tab, "#e-text", "Two.")
    assert counts(tab) == "Written: 1, Not sent yet: 1"
    tab.key("a", ctrl=True)
    tab.key("Delete")
    assert counts(tab) == "Written: 1, Not sent yet: 0"  # what was sent stands again
    tab.key("Escape")
    assert [c.id for c in answered(save_answer(tab).read_bytes())] == [sent.id]


def test_a_new_version_of_a_version_is_withdrawn_as_a_whole(open_form: OpenForm) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "One.")
    first = answered(save_answer(tab).read_bytes())
    tab.click(".card button", "Edit: One.")
    fill(tab, "#e-text", "Two.")
    tab.key("Escape")
    tab.click(".card button", "Withdraw: Two.")
    data = save_answer(tab).read_bytes()
    made = merged(data, *first)
    assert [(c.kind, c.revises) for c in made.new] == [(CommentKind.WITHDRAWN, first[0].id)]
    assert b"Two." not in data
