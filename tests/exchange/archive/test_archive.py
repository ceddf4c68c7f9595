from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.fields import Attachment
from leaderplan.domain.plain import from_plain, to_plain
from leaderplan.domain.records import BY_TABLE, RECORDS
from leaderplan.errors import Cancelled, UserError
from leaderplan.exchange.archive import Archive, layout, reading, write, writing
from tests.domain.strategies import records
from tests.exchange.archive.made import HEAD, NO_BYTES, archived, content, every_record, filled, kept, worked_in


def test_every_field_of_every_record_comes_back() -> None:
    tables = every_record()
    rows, _files = content(archived(tables))
    assert rows == tables
    for kind in RECORDS:
        assert from_plain(kind, rows[kind.table][0]) == filled(kind)


def test_the_whole_history_and_the_drafts_come_back(tmp_path: Path) -> None:
    tables = {table: rows for table, rows in worked_in(tmp_path).items() if rows}
    assert {"step", "change", "draft"} <= tables.keys() and len(tables["step"]) == 6
    rows, _files = content(archived(tables))
    assert rows == tables


@given(st.data())
def test_whatever_a_record_holds_comes_back(data: st.DataObject) -> None:
    record = data.draw(st.sampled_from(RECORDS).flatmap(records))
    rows, _files = content(archived({record.table: [to_plain(record)]}))
    assert [from_plain(BY_TABLE[record.table], row) for row in rows[record.table]] == [record]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_any_text_comes_back(text: str) -> None:
    tables = {"person": [{"id": "ann", "name": text, "tags": [text, text + "\n"]}]}
    assert content(archived(tables))[0] == tables


@pytest.mark.parametrize("sign", ["x", "😀", "\x01", ",", "[", '"', "\\", "{"])
def test_texts_as_long_as_they_may_be_come_back_whatever_they_repeat(sign: str) -> None:
    record = {"id": "a"} | {f"field_{n}": sign * 10_000 for n in range(40)}
    tables = {"collaboration": [record | {"id": str(n)} for n in range(3)]}
    assert content(archived(tables))[0] == tables


def test_a_draft_of_a_million_brackets_comes_back() -> None:
    text = '"' + "[{," * 400_000 + '"'
    tables = {"draft": [{"record": "a", "field": "result", "at": "2026-03-12T09:30:00Z", "text": text}]}
    assert content(archived(tables))[0] == tables


def test_attachments_come_back_once_each(tmp_path: Path) -> None:
    files = kept(tmp_path, b"", b"photo" * 1_000_000, b"letter")
    archive = archived({}, [*files, *files])
    found = content(archive)[1]
    assert sorted(found.values()) == sorted([b"", b"photo" * 1_000_000, b"letter"])
    with Archive(archive) as opened:
        assert dict(opened.attachments()) == {sha256: len(data) for sha256, data in found.items()}
        assert opened.manifest.missing == ()


def test_an_attachment_that_is_lost_or_changed_is_listed_and_stops_nothing(tmp_path: Path) -> None:
    files = kept(tmp_path, b"one", b"two", b"three")
    (tmp_path / files[0][0].sha256).unlink()
    (tmp_path / files[1][0].sha256).write_bytes(b"TWO")
    never = Attachment("f" * 64, "gone", 3)
    unheard_of = Attachment("0x" + "f" * 62, "no digest", -1)
    archive = archived({}, [*files, (never, None), (unheard_of, None)])
    with Archive(archive) as opened:
        opened.prove()
        assert [sha256 for sha256, _size in opened.attachments()] == [files[2][0].sha256]
        assert sorted(opened.manifest.missing) == sorted([files[0][0].sha256, files[1][0].sha256, "f" * 64])


def test_an_attachment_that_changes_while_it_is_written_is_told(tmp_path: Path) -> None:
    [(attachment, path)] = kept(tmp_path, bytes(3 * layout.PIECE))
    assert path

    def change(_done: int, _of_all: int) -> None:
        path.write_bytes(b"x" * attachment.size)

    with pytest.raises(UserError, match=r"photo\.png was changed"):
        write(io.BytesIO(), HEAD, {}, [(attachment, path)], change)


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    files = kept(tmp_path, b"one", b"two")
    assert archived(every_record(), files).getvalue() == archived(every_record(), files[::-1]).getvalue()


def test_what_was_written_is_what_the_manifest_says() -> None:
    target = io.BytesIO()
    made = write(target, HEAD, {"person": [{"id": "a"}, {"id": "b"}], "risk": []}, NO_BYTES)
    with Archive(target) as archive:
        assert archive.manifest == made
        assert made.head == HEAD
        assert {name: part.rows for name, part in made.parts.items()} == {"records/person.jsonl": 2}
        assert made.size == len('{"id":"a"}\n' * 2)


def test_progress_goes_forward_to_the_end(tmp_path: Path) -> None:
    told: list[float] = []

    def tell(done: int, of_all: int) -> None:
        told.append(done / of_all)

    files = kept(tmp_path, b"photo" * 1_000_000, b"letter")
    (tmp_path / files[0][0].sha256).write_bytes(b"x" * 100)
    target = io.BytesIO()
    write(target, HEAD, every_record(), files, tell)
    assert told == sorted(told) and told[-1] == 1
    told.clear()
    with Archive(target) as archive:
        archive.prove(tell)
        assert told == sorted(told) and told[-1] == 1 and len(told) >= len(archive.manifest.parts)
        told.clear()
        archive.copy_attachment(files[1][0].sha256, io.BytesIO(), tell)
        assert told == [1]


def test_it_can_be_cancelled_at_any_step(tmp_path: Path) -> None:
    def cancel(_done: int, _of_all: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write(io.BytesIO(), HEAD, every_record(), NO_BYTES, cancel)
    with Archive(archived(every_record())) as archive, pytest.raises(Cancelled):
        archive.prove(cancel)


def test_a_disk_that_is_full_is_the_error_of_the_disk() -> None:
    class Full(io.BytesIO):
        def write(self, _data: Any) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        write(Full(), HEAD, every_record(), NO_BYTES)


def test_a_plan_beyond_a_limit_is_refused_before_it_is_an_archive_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rows = {"person": [{"id": str(n)} for n in range(20)]}
    for name, limit, said in (
        ("LONGEST_LINE", 5, "a single text of more than"),
        ("MOST_ROWS", 19, "more than 19 rows"),
        ("MOST_JSON", 50, "texts of more than"),
        ("MOST_ENTRIES", 1, "more than 1 files"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(writing, name, limit)
            with pytest.raises(UserError, match=said):
                archived(rows, kept(tmp_path, b"one"))
    monkeypatch.setattr(writing, "LARGEST_ATTACHMENT", 2)
    with Archive(archived(rows, kept(tmp_path, b"one"))) as archive:
        assert len(archive.manifest.missing) == 1


def test_a_table_that_nobody_knows_is_our_own_fault() -> None:
    with pytest.raises(ValueError, match="no such tables"):
        archived({"attic": [{"id": "a"}]})


def test_two_tables_can_be_read_in_turns() -> None:
    tables = {name: [{"id": str(n)} for n in range(1_000)] for name in ("person", "risk")}
    with Archive(archived(tables)) as archive:
        pairs = zip(archive.rows("person"), archive.rows("risk"), strict=True)
        assert all(one == other for one, other in pairs)
        assert list(archive.rows("service")) == []


def test_the_limits_of_what_is_read_are_those_of_what_is_written() -> None:
    for name in ("LONGEST_LINE", "MOST_ROWS", "MOST_JSON", "MOST_ENTRIES"):
        assert getattr(writing, name) == getattr(reading, name) == getattr(layout, name)
