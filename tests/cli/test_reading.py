from __future__ import annotations

import pytest

from leaderplan.cli.reading import described
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Record
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Evidence, Mode, Person, Profile, Round

ANN = Person(id="019d0000-0000-7000-8000-0000aaaaaaaa", name="Ann Price", influence=4, change_agent=True)


def lines(record: Record, *others: Record) -> dict[str, str]:
    """What is said of a record, by label."""
    said = list(described(Plan.of((record, *others)), record))
    return {line[2:28].strip(): line[28:].strip() for line in said[1:]}


def test_each_kind_of_field_is_written_for_a_reader() -> None:
    story = Achievement(
        id="a",
        title="Permits in an hour",
        ended=PartialDate(2025, 9),
        people=(ANN.id, "gone-1"),
        mode=Mode.RUN,
        tags=("desk", "permits"),
        situation="Two lines,\nof which one is long.\n",
        private=True,
    )
    said = lines(story, ANN)
    assert said["Title"] == "Permits in an hour"
    assert said["Done"] == "Sep 2025"
    assert said["Mode"] == "RUN"
    assert said["Tags"] == "desk and permits"
    assert said["Situation"] == "Two lines,"
    assert said["Private"] == "yes"
    assert "Ann Price and gone-1 (gone)" in said.values()
    assert "Task" not in said
    assert "4" in lines(ANN).values()
    assert "RUN 30 %, CHANGE 40 % and TRANSFORM 30 %" in lines(Profile(id="p", target_share=(30, 40, 30))).values()


def test_a_file_is_named_with_its_size() -> None:
    piece = Evidence(id="e", title="Letter", attachment=Attachment("0" * 64, "letter.pdf", 12_345))
    assert "letter.pdf (12,345 bytes)" in lines(piece).values()


@pytest.mark.parametrize("text", ["a\n\nb", "  indented\n\tand tabbed", "\u2028 one line \x85 still", "\n"])
def test_prose_is_shown_line_by_line_as_it_was_typed(text: str) -> None:
    said = list(described(Plan.of(()), Achievement(id="a", title="T", task=text)))[2:]
    assert "\n".join(line[29:] for line in said) == text


def test_what_refers_to_a_record_is_listed() -> None:
    story = Achievement(id="a", title="Permits in an hour", people=(ANN.id,))
    (line,) = [line for line in described(Plan.of((ANN, story)), ANN) if "Permits" in line]
    assert line.lstrip().startswith("Achievement (With whom)")


def test_what_is_for_the_program_alone_is_not_told() -> None:
    story = Achievement(id="a", title="Permits in an hour")
    sent = Round(id="r", title="Nadia Khan, round 1", key="secret", share="s", scope=("a",))
    assert lines(sent, story) == {"Title": "Nadia Khan, round 1"}
    assert "Nadia" not in " ".join(lines(story, sent).values())
