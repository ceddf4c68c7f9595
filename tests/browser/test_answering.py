"""A mentor answers in the form, in a real browser, and the planner's side takes in what they saved."""

from __future__ import annotations

import base64
import re

import pytest

from leaderplan import __version__
from leaderplan.domain.records import CommentKind
from leaderplan.domain.review.anchor import around
from leaderplan.exchange.review import answer, armour
from tests.browser.conftest import OpenForm
from tests.browser.mentor import (
    answered,
    comment_on,
    counts,
    fill,
    merged,
    passage,
    plain,
    save_answer,
    select,
    status,
)
from tests.exchange.review.asked import ACTION, HEAD, JOINT, LEVELS, SKILL, STORY, planners

STORY_NAME = "Claims decided in four days"


@pytest.mark.parametrize(
    ("words", "nth"), [("brought the four teams", 1), ("argued for “trust”", 0), ("stayed", 0), ("We", 0)]
)
def test_words_that_are_selected_are_what_the_comment_is_about(open_form: OpenForm, words: str, nth: int) -> None:
    tab = open_form()
    select(tab, STORY, "action", words, nth)
    tab.click("#offer")
    tab.type("Who is “we”? 🙂")
    tab.click(".editor button", "Done")
    [comment] = answered(save_answer(tab).read_bytes())
    start = [found.start() for found in re.finditer(re.escape(words), ACTION)][nth]
    assert (comment.quote, comment.prefix, comment.suffix) == around(ACTION, start, start + len(words))
    assert (comment.record, comment.of_table, comment.field) == (STORY, "achievement", "action")
    assert (comment.kind, comment.text, comment.author) == (CommentKind.COMMENT, "Who is “we”? 🙂", "Nadia Khan")
    assert tab.run(f"document.querySelector('{passage(STORY, 'action')} mark').textContent") == words
    assert tab.run(f"document.querySelector('{passage(STORY, 'action')}').textContent") == ACTION


def test_words_are_found_among_words_that_are_underlined_already(open_form: OpenForm) -> None:
    tab = open_form()
    for words in ("four teams into", "teams into one room", "We"):
        tab.run(f"""(() => {{
            const passage = document.querySelector('{passage(STORY, "action")}');
            const start = passage.textContent.indexOf("{words}");
            const ends = [start, start + "{words}".length].map((place) => {{
                const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); ; node = walker.nextNode()) {{
                    if (place <= node.length) return [node, place];
                    place -= node.length;
                }}
            }});
            getSelection().setBaseAndExtent(...ends[0], ...ends[1]);
        }})()""")
        tab.wait_for("document.getElementById('offer')?.textContent === 'Comment on these words'")
        tab.click("#offer")
        tab.type(f"About {words}.")
        tab.key("Escape")
    for comment in answered(save_answer(tab).read_bytes()):
        assert comment.text == f"About {comment.quote}."
        start = ACTION.index(comment.quote)
        assert around(ACTION, start, start + len(comment.quote)) == (comment.quote, comment.prefix, comment.suffix)
    marked = tab.run(f"Array.from(document.querySelectorAll('{passage(STORY, 'action')} mark'), (m) => m.textContent)")
    assert "".join(marked) == "Wefour teams into one room"


def test_words_that_are_selected_while_the_box_is_open_are_what_it_is_about_from_then_on(open_form: OpenForm) -> None:
    tab = open_form()
    select(tab, STORY, "situation", "Nine")
    tab.click("#offer")
    tab.type("How do you know?")
    select(tab, STORY, "situation", "claims waited")
    tab.click("#offer")
    tab.key("Escape")
    [comment] = answered(save_answer(tab).read_bytes())
    assert (comment.quote, comment.text) == ("claims waited", "How do you know?")


def test_everything_that_can_be_said_is_taken_in(open_form: OpenForm) -> None:
    tab = open_form()
    fill(tab, "#name", "  Nadia   Khan-Weiss ")
    comment_on(tab, "the whole plan", "It reads well.")
    tab.click("button", "Say three words")
    tab.type("Plain, impatient, kind")
    tab.key("Enter")
    comment_on(tab, STORY_NAME, "The best one.")
    tab.click("button", f"Give a testimonial on {STORY_NAME}")
    tab.type("I was in the room.")
    tab.key("Escape")
    tab.click("button", "Give a testimonial on Home care visits planned with families")
    tab.type("She asked first.")
    tab.key("Escape")
    select(tab, STORY, "situation", "Nine of ten")
    tab.click("#offer")
    tab.click("#e-how-suggestion")
    assert tab.run("document.getElementById('e-new').value") == "Nine of ten"
    fill(tab, "#e-new", "Almost all")
    fill(tab, "#e-text", "Nobody counts claims.")
    tab.key("Escape")
    tab.click("button", "Rate Telling the story")
    assert tab.run("document.querySelector('#e-says-1').textContent").startswith("Tells it as Working.")
    tab.click("#e-level-1")
    fill(tab, "#e-text", "You tell it too late.")
    tab.key("Escape")
    assert counts(tab) == "Written: 7, Not sent yet: 7"
    file = save_answer(tab)
    assert file.name == "Nadia Khan, round 2 from Nadia Khan-Weiss.leaderplan-answer"
    assert counts(tab) == "Written: 7, Not sent yet: 0"
    assert status(tab) == f"The answer is saved as {file.name}. Send that file back; save the page too, to go on later."
    comments = answered(file.read_bytes())
    assert [(c.kind, c.record, c.text) for c in comments] == [
        (CommentKind.COMMENT, None, "It reads well."),
        (CommentKind.THREE_WORDS, None, "Plain, impatient, kind"),
        (CommentKind.COMMENT, STORY, "The best one."),
        (CommentKind.TESTIMONIAL, STORY, "I was in the room."),
        (CommentKind.TESTIMONIAL, JOINT, "She asked first."),
        (CommentKind.SUGGESTION, STORY, "Nobody counts claims."),
        (CommentKind.RATING, SKILL, "You tell it too late."),
    ]
    assert (comments[5].field, comments[5].quote, comments[5].proposed) == ("situation", "Nine of ten", "Almost all")
    assert comments[6].level == LEVELS[1]
    assert {c.author for c in comments} == {"Nadia Khan-Weiss"}


def test_the_answer_is_byte_for_byte_what_leaderplan_itself_would_write(open_form: OpenForm) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, 'Quotes " and \\ and </script> and \t and 🙂.')
    select(tab, STORY, "situation", "ten claims")
    tab.click("#offer")
    tab.type("Which?")
    data = save_answer(tab).read_bytes()
    found = answer.read(data, "answer", planners())
    author = answer.Author(found.author, f"{__version__} in a browser")
    assert answer.write(HEAD, [said.comment for said in found.said if said.comment], author, found.written_at) == data


def test_the_answer_as_text_is_the_same_answer(open_form: OpenForm) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "Well told: 👍🏽")
    tab.click("#answer button", "Answer as text")
    text = tab.run("document.getElementById('answer-text').value")
    assert counts(tab) == "Written: 1, Not sent yet: 1"
    [comment] = answered(f"Dear Rhian,\n\n{text}\n\nNadia\n".encode())
    assert comment.text == "Well told: 👍🏽"
    block = armour.armoured(armour_bytes(text))
    assert text == block
    tab.click("#text-panel button", "Copy")
    tab.wait_for("document.getElementById('status').textContent === 'Copied. Paste it into a mail.'")
    assert counts(tab) == "Written: 1, Not sent yet: 0"
    assert tab.run("document.getElementById('text-panel').hidden") is False
    # A block that no longer holds all that was said is not left to be copied.
    comment_on(tab, "the whole plan", "And more.")
    assert tab.run("document.getElementById('text-panel').hidden") is True


def test_a_text_that_is_copied_by_hand_counts_as_sent_once_all_of_it_is(open_form: OpenForm) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "Well told.")
    tab.click("#answer button", "Answer as text")
    tab.run("document.getElementById('answer-text').setSelectionRange(0, 50)")
    tab.run("document.execCommand('copy')")
    assert counts(tab) == "Written: 1, Not sent yet: 1"
    tab.run("document.getElementById('answer-text').select()")
    tab.run("document.execCommand('copy')")
    assert counts(tab) == "Written: 1, Not sent yet: 0"
    assert tab.run("document.activeElement.id") == "answer-text"


def test_a_text_that_cannot_be_copied_is_not_sent(open_form: OpenForm) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "Well told.")
    tab.run("navigator.clipboard && (navigator.clipboard.writeText = () => Promise.reject())")
    tab.run("void (document.execCommand = () => false)")
    tab.click("#answer button", "Answer as text")
    tab.click("#text-panel button", "Copy")
    tab.wait_for("document.getElementById('status').textContent.includes('Ctrl+C')")
    assert counts(tab) == "Written: 1, Not sent yet: 1"


def armour_bytes(text: str) -> bytes:
    """The bytes in a block of text, by the letters alone."""
    letters = "".join(text.split("-----")[2].split())
    return base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))


def test_a_field_is_commented_on_from_beside_it(open_form: OpenForm) -> None:
    tab = open_form()
    tab.run(f"document.querySelector('{passage(STORY, 'result')}').scrollIntoView({{block: 'center'}})")
    x, y = tab.run(f"""(() => {{
        const box = document.querySelector('{passage(STORY, "result")}').getBoundingClientRect();
        return [box.x + 5, box.y + 5];
    }})()""")
    tab.mouse("mouseMoved", x, y)
    tab.wait_for("document.getElementById('offer')")
    tab.click("#offer")
    tab.type("How many?")
    [comment] = answered(save_answer(tab).read_bytes())
    assert (comment.record, comment.field, comment.quote) == (STORY, "result", "")


def test_a_whole_text_can_be_suggested_anew_and_words_to_be_taken_out(open_form: OpenForm) -> None:
    tab = open_form()
    select(tab, STORY, "situation", "ten claims")
    tab.click("#offer")
    tab.click("#e-how-suggestion")
    fill(tab, "#e-new", "")
    tab.key("Delete")
    tab.click(".editor button", "Done")
    select(tab, STORY, "result", "the caller")
    tab.click("#offer")
    tab.click(".editor button", "Take all of it")
    tab.click("#e-how-suggestion")
    fill(tab, "#e-new", "They hear at once.")
    tab.click(".editor button", "Done")
    one, other = answered(save_answer(tab).read_bytes())
    assert (one.quote, one.proposed) == ("ten claims", "")
    assert (other.quote, other.field, other.proposed) == ("", "result", "They hear at once.")


def test_a_suggestion_that_changes_nothing_is_none(open_form: OpenForm) -> None:
    tab = open_form()
    select(tab, STORY, "situation", "ten claims")
    tab.click("#offer")
    tab.click("#e-how-suggestion")
    tab.click(".editor button", "Done")
    assert status(tab) == "Nothing was written."
    assert counts(tab) == "Written: 0, Not sent yet: 0"


def test_without_a_name_and_without_a_word_nothing_is_saved(open_form: OpenForm) -> None:
    tab = open_form()
    tab.click("#bar button", "Save answer")
    assert status(tab) == "You have written nothing yet."
    comment_on(tab, STORY_NAME, "x")
    fill(tab, "#name", " ")
    tab.click("#bar button", "Save answer")
    assert tab.run("document.activeElement.id") == "name"
    assert tab.run("document.getElementById('name-trouble').textContent").startswith("Write your name first")
    assert list(tab.downloads.iterdir()) == []
    tab.type("N")
    assert answered(save_answer(tab).read_bytes())[0].author == "N"


def test_a_sent_comment_is_changed_and_withdrawn_by_versions(open_form: OpenForm) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "First thought.")
    comment_on(tab, "the whole plan", "Second thought.")
    first = answered(save_answer(tab).read_bytes())
    assert tab.run("document.getElementById('name').readOnly") is True
    tab.click(".card button", "Edit: First thought.")
    fill(tab, "#e-text", "First thought, again.")
    tab.key("Escape")
    tab.click(".card button", "Edit: First thought, again.")  # not sent in between: still the same version
    fill(tab, "#e-text", "On second thoughts.")
    tab.key("Escape")
    tab.click(".card button", "Withdraw: Second thought.")
    assert status(tab) == "Withdrawn. Your next answer will say so."
    assert counts(tab) == "Written: 1, Not sent yet: 2"
    made = merged(save_answer(tab).read_bytes(), *first)
    assert (made.known, made.rejected) == (2, ())
    changed, withdrawn = made.new
    assert (changed.revises, changed.text, changed.record) == (first[0].id, "On second thoughts.", STORY)
    assert (withdrawn.revises, withdrawn.kind, withdrawn.text) == (first[1].id, CommentKind.WITHDRAWN, "")


def test_a_comment_that_was_not_sent_goes_without_a_trace_and_can_come_back(open_form: OpenForm) -> None:
    tab = open_form()
    comment_on(tab, STORY_NAME, "Too harsh.")
    tab.click(".card button", "Delete: Too harsh.")
    assert counts(tab) == "Written: 0, Not sent yet: 0"
    assert tab.run("document.querySelectorAll('.card').length") == 0
    tab.click("#undo")
    assert counts(tab) == "Written: 1, Not sent yet: 1"
    tab.click(".card button", "Delete: Too harsh.")
    comment_on(tab, STORY_NAME, "Well told.")
    assert tab.run("document.getElementById('undo').hidden") is True  # it would take the new words away
    assert [c.text for c in answered(save_answer(tab).read_bytes())] == ["Well told."]


def test_a_rating_a_testimonial_and_three_words_are_given_once_and_then_changed(open_form: OpenForm) -> None:
    tab = open_form()
    for level in (0, 3):
        tab.click("button", "Rate Telling the story")
        tab.click(f"#e-level-{level}")
        tab.key("Escape")
    for words in ("Kind", "Calm"):
        tab.click("button", "Say three words")
        tab.key("a", ctrl=True)
        tab.type(words)
        tab.key("Enter")
    rating, three = answered(save_answer(tab).read_bytes())
    assert (rating.level, three.text) == (LEVELS[3], "Calm")


def test_every_id_and_moment_is_its_own_and_of_the_right_form(open_form: OpenForm) -> None:
    tab = open_form()
    for words in ("one", "two", "three"):
        comment_on(tab, STORY_NAME, words)
    made = plain(save_answer(tab).read_bytes())
    ids = [entry["id"] for entry in made["comments"]]
    assert len(set(ids)) == 3
    assert {(id[14], id[19] in "89ab", len(id)) for id in ids} == {("7", True, 36)}
    moments = [entry["written_at"] for entry in made["comments"]]
    assert moments == sorted(set(moments))
    assert made["written_at"] > moments[-1]
    assert all(len(moment) == 27 and moment.endswith("Z") for moment in moments)
    assert (made["written_by"], made["plan"], made["round"]) == (f"{__version__} in a browser", HEAD.plan, HEAD.round)
