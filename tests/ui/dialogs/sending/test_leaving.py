"""What the screen shows is what the file holds: record by record, field by field, byte by byte."""

from __future__ import annotations

from pathlib import Path

from leaderplan.domain import edits
from leaderplan.domain.fields import empty, specs
from leaderplan.domain.records import Achievement, Evidence
from leaderplan.domain.review.reading import Passage
from leaderplan.exchange.review import package
from leaderplan.exchange.review.package import Review
from leaderplan.ui.dialogs.sending import SendSheet
from leaderplan.ui.dialogs.sending.lines import Line
from tests.ui.dialogs.sending.conftest import MARKER, PAPER, saved, settled

OWNERS = {
    "measure": "of", "reading": "measure", "claim": "achievement", "level": "framework", "competency": "framework",
    "descriptor": "competency", "expectation": "competency", "assessment": "competency", "comment": "round",
}  # fmt: skip
"""Under which record one stands, which is not said once more."""


def opened(file: Path) -> Review:
    with file.open("rb") as stream:
        return package.read(stream)


def shown(sheet: SendSheet) -> dict[tuple[str, str], str]:
    """The text of each field on the screen, by its record and its name."""
    found: dict[tuple[str, str], str] = {}
    for line in sheet.preview.leaves.lines.all:
        for passage in line.passages:
            assert stands(line, passage), line
            assert (passage.record, passage.field) not in found, "a field is shown twice"
            found[passage.record, passage.field] = passage.text
    return found


def stands(line: Line, passage: Passage) -> bool:
    """Whether the line is drawn with the words of the field, and with its label unless it is the record's name."""
    if len(line.passages) > 1 or passage.label != line.label:
        return passage.title or f"{passage.label}: {passage.text}" in line.words
    return line.words == passage.text


def held(review: Review) -> dict[tuple[str, str], object]:
    """The filled fields of the file, but for the reference to the record under which one stands."""
    found = {}
    for record in review.plan:
        for field, spec in specs(type(record)).items():
            value = getattr(record, field)
            if value != empty(spec.kind) and value is not False and OWNERS.get(record.table) != field:
                found[record.id, field] = value
    return found


def agree(sheet: SendSheet, review: Review) -> None:
    """Whether screen and file say the same."""
    on_screen, in_file = shown(sheet), held(review)
    assert set(on_screen) == set(in_file)
    for place, value in in_file.items():
        if isinstance(value, str) and type(value) is str and review.plan.find(value) is None:
            assert on_screen[place] == value
    records = {line.record for line in sheet.preview.leaves.lines.all if line.record}
    assert records == {record.id for record in review.plan}
    assert f"{len(review.plan)} records leave" in sheet.preview.summary.text()


def test_everything(up, tmp_path, qtbot) -> None:
    sheet = up()
    agree(sheet, opened(saved(sheet, tmp_path / "all.leaderplan-review", qtbot)))


def test_one_page(up, tmp_path, qtbot) -> None:
    for number, there in enumerate(({"story", "second"}, {"joint"}, {"mine", "asked"})):
        sheet = up()
        sheet.choosing.what.extent.segments[1].click()
        sheet.choosing.what.page.segments[number].click()
        settled(sheet, qtbot)
        review = opened(saved(sheet, tmp_path / f"page{number}.leaderplan-review", qtbot))
        agree(sheet, review)
        ids = {record.id for record in review.plan}
        assert there <= ids
        assert not ids & ({"story", "second", "joint", "mine", "asked"} - there)
        sheet.foot.done.click()


def test_single_records_with_all_that_belongs_to_them(up, tmp_path, qtbot) -> None:
    sheet = up("story")
    review = opened(saved(sheet, tmp_path / "one.leaderplan-review", qtbot))
    agree(sheet, review)
    ids = {record.id for record in review.plan}
    assert {"story", "days", "reading", "claim", "paper"} <= ids
    assert not ids & {"second", "joint", "mine", "asked", "karls"}


def test_the_letter_says_what_the_manifest_says(up, tmp_path, qtbot) -> None:
    sheet = up()
    sheet.choosing.asking.questions[1].click()
    sheet.choosing.asking.field.editor.appendPlainText("And <b>why</b>?")
    head = opened(saved(sheet, tmp_path / "letter.leaderplan-review", qtbot)).head
    told = {line.label: line.words for line in sheet.preview.leaves.lines.all if "chapter:letter" in line.within}
    assert told["From"] == head.sender == "Rhian Calloway"
    assert told["To"] == head.mentor == "Nadia Khan"
    assert told["Called"] == head.title == "Nadia Khan, round 2"
    assert told["What you ask"] == head.message == "Where do I sound like a technician?\nAnd <b>why</b>?"


def test_what_may_not_leave_is_nowhere_among_what_leaves(up, tmp_path, qtbot) -> None:
    sheet = up()
    sheet.choosing.what.others.setChecked(True)
    sheet.choosing.choose_files.click()
    sheet.choosing.files.picks.turn(sheet.choosing.files.picks.index(0))
    settled(sheet, qtbot)
    assert not any(MARKER in words for words in sheet.preview.leaves.words())
    assert any(MARKER in words for words in sheet.preview.stays.words()), "the planner's own screen may name it"
    review = opened(saved(sheet, tmp_path / "marked.leaderplan-review", qtbot))
    assert not any(MARKER in repr(record) for record in review.plan)
    agree(sheet, review)


def test_what_stays_is_counted_by_reason(up) -> None:
    sheet = up()
    said = [line.said for line in sheet.preview.stays.lines.all if not line.record]
    assert "Marked private, 2 records" in said
    assert "1 Achievement" in said and "1 Evidence" in said
    assert said.index("Never leaves the plan, 1 record") < said.index("1 Telling")
    assert "Not chosen, 1 record" in said, "what another mentor rated"
    assert "Taken out of what goes" in said and "Private notes: 1 Person" in said
    assert "File: 1 Evidence" in said


def test_a_ticked_file_goes_with_its_bytes_and_no_other_does(up, tmp_path, qtbot) -> None:
    sheet = up()
    files = sheet.choosing.files
    assert files.isHidden() and not files.picks.chosen
    assert not opened(saved(sheet, tmp_path / "none.leaderplan-review", qtbot)).files
    sheet = up()
    sheet.choosing.choose_files.click()
    assert [(pick.words, pick.aside) for pick in sheet.choosing.files.picks.shown] == [("board-paper.pdf", "24 B")]
    sheet.choosing.files.picks.turn(sheet.choosing.files.picks.index(0))
    settled(sheet, qtbot)
    assert "with 1 file (24 B)" in sheet.preview.summary.text()
    review = opened(saved(sheet, tmp_path / "file.leaderplan-review", qtbot))
    [piece] = review.plan.all(Evidence)
    assert piece.attachment is not None and review.files == {piece.attachment.sha256: PAPER}
    agree(sheet, review)


def test_ratings_of_others_and_earlier_rounds_go_only_where_they_are_switched_on(up, tmp_path, qtbot) -> None:
    sheet = up()
    what = sheet.choosing.what
    assert what.earlier.text().startswith("The earlier round with Nadia Khan") and what.earlier.isChecked()
    assert what.others.text() == "What other mentors rated (1 rating)" and not what.others.isChecked()
    first = {record for record, _field in shown(sheet)}
    assert {"before", "said"} <= first and "karls" not in first
    what.earlier.setChecked(False)
    what.others.setChecked(True)
    settled(sheet, qtbot)
    second = {record for record, _field in shown(sheet)}
    assert not second & {"before", "said"} and "karls" in second
    agree(sheet, opened(saved(sheet, tmp_path / "switched.leaderplan-review", qtbot)))


def test_another_mentor_has_no_earlier_rounds_here_and_sees_their_own_ratings(up, qtbot) -> None:
    sheet = up(to="Karl Weiss")
    assert sheet.choosing.what.earlier.isHidden() and sheet.choosing.what.others.isHidden()
    assert {"karls"} <= {record for record, _field in shown(sheet)}
    assert "before" not in {record for record, _field in shown(sheet)}


def test_what_publishers_wrote_is_one_line_to_be_opened_and_ones_own_words_are_not_folded(up) -> None:
    sheet = up()
    in_view = [line.words for line in sheet.preview.leaves.lines.shown]
    assert "Leading, 1 competency with its description" in in_view
    assert not any("Knows what was won." in words for words in in_view)
    assert "Level: Working · On: 1 Mar 2026" in in_view
    [line] = [each for each in sheet.preview.leaves.lines.shown if each.key.startswith("framework")]
    sheet.preview.leaves._turn(line, 0)
    assert any("Knows what was won." in each.words for each in sheet.preview.leaves.lines.shown)


def test_what_is_shown_follows_the_plan(up, full, qtbot) -> None:
    sheet = up()
    story = full.plan.get(Achievement, "story")
    assert full.commit(edits.alter(full.plan, story, result="All are decided."), None)
    settled(sheet, qtbot)
    assert "All are decided." in sheet.preview.leaves.words()


def test_a_word_is_found_in_what_leaves_or_nowhere(up, qtbot) -> None:
    sheet = up()
    sheet.preview.search.setText("struck out")
    qtbot.waitUntil(lambda: "stands in 1 line" in sheet.preview.summary.text())
    assert [line.words for line in sheet.preview.leaves.lines.shown] == [
        "Achievements", "Claims in four days", "I struck out steps.",
    ]  # fmt: skip
    sheet.preview.search.setText(MARKER)
    qtbot.waitUntil(lambda: "stands nowhere in what leaves" in sheet.preview.summary.text())
    sheet.preview.views.segments[1].click()
    assert "stands in 3 lines" in sheet.preview.summary.text()
