"""Words from a review on the page of the story that they were said about."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from leaderplan.domain.edits import add, alter
from leaderplan.domain.records import Achievement, Comment, CommentKind, Evidence, EvidenceKind, Round
from leaderplan.domain.review.seen import record_hash
from leaderplan.ui.pages.achievements import Achievements
from leaderplan.ui.pages.achievements.tile import Tile
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button
from tests.ui.pages.achievements.conftest import CLAIMS


@pytest.fixture
def said(desk, page) -> Achievements:
    """A mentor's words stand beside the story as it is."""
    desk.commit(
        add(
            Round(id="round", title="Nadia Khan, round 1"),
            Comment(id="praise", round="round", kind=CommentKind.TESTIMONIAL, text="So calmly.", author="Nadia Khan"),
            Evidence(
                id="words", title="Nadia Khan", kind=EvidenceKind.QUOTE, quote="So calmly.", supports=("claims",),
                comment="praise", given_on=record_hash(CLAIMS),
            ),
        ),
        None,
    )  # fmt: skip
    page.show_record("claims")
    return page


def notes(page: Achievements) -> list[str]:
    """What the tiles say."""
    QApplication.processEvents()
    tiles = page.record.evidence.findChildren(Tile)
    return [tile.accessibleName() for tile in tiles if not tile.isHidden()]


def confirm(page: Achievements) -> list[Button]:
    """The buttons that let words stand again."""
    QApplication.processEvents()
    buttons = page.record.evidence.findChildren(Button)
    return [button for button in buttons if button.text() == "Confirm again" and not button.isHidden()]


def rewrite(desk) -> None:
    story = desk.plan.get(Achievement, "claims")
    desk.commit(alter(desk.plan, story, result="All are decided on the line."), None)


def test_words_that_stand_beside_the_text_they_were_said_about_need_nothing(said) -> None:
    assert not confirm(said)
    assert not [note for note in notes(said) if "not printed" in note]


def test_words_about_an_earlier_text_say_so_until_they_are_confirmed_again(desk, said) -> None:
    rewrite(desk)
    assert "“So calmly.”, Said about an earlier text; not printed" in notes(said)
    [again] = confirm(said)
    assert again.accessibleDescription() == "“So calmly.”"
    again.click()
    assert not confirm(said)
    words = desk.plan.get(Evidence, "words")
    assert words.given_on == record_hash(desk.plan.get(Achievement, "claims"))
    desk.undo()
    assert confirm(said), "one step, which is taken back as any other"


def test_its_panel_leads_to_the_comment(desk, said) -> None:
    asked: list[Place] = []
    desk.signals.asked.connect(asked.append)
    panel = said.record.evidence.edit("words")
    [lead] = [each for each in panel.findChildren(Button) if each.text() == "Show the comment"]
    lead.click()
    assert asked == [Place("reviews", "praise")]
    assert not panel.isVisible()


def test_a_quote_of_ones_own_is_never_out_of_date(desk, said) -> None:
    rewrite(desk)
    assert "“I had my answer.”, quote" in notes(said)
