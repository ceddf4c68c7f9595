"""The mentor's side of a review: what the file holds, what was written on it, and the answer."""

from __future__ import annotations

import stat
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from leaderplan.domain.ids import new_id
from leaderplan.domain.records import Comment, CommentKind
from leaderplan.domain.review.book import Book
from leaderplan.errors import UserError
from leaderplan.exchange import sealed
from leaderplan.exchange.review.manifest import Head
from leaderplan.upkeep import answering
from leaderplan.upkeep.answering import Drafts
from tests.upkeep.conftest import cheap_key

AT = datetime(2026, 3, 12, 9, tzinfo=UTC)
HEAD = Head("me-000001", new_id(), "ab" * 16, "cd" * 32, "Round 1", "Rhian", "Nadia", "", "en-GB", AT, "0.1.0")


def book(text: str = "Who else?") -> Book:
    comment = Comment(id=new_id(), round=HEAD.round, kind=CommentKind.COMMENT, text=text, author="Nadia", written_at=AT)
    return Book("Nadia", (comment,))


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "reviews")
    assert drafts.load(HEAD, None) == (None, None)
    drafts.keep(HEAD, book(), None)
    found, aside = drafts.load(HEAD, None)
    assert found is not None and [comment.text for comment in found.comments] == ["Who else?"]
    assert aside is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "reviews")
    for _again in range(2):
        drafts.keep(HEAD, book(), None)
        assert stat.S_IMODE(drafts.place(HEAD, None).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "reviews").stat().st_mode) == 0o700


def test_it_is_sealed_where_the_review_was_and_each_key_has_its_own(tmp_path: Path) -> None:
    drafts, one, other = Drafts(tmp_path), cheap_key(), cheap_key()
    drafts.keep(HEAD, book("For one."), one)
    drafts.keep(HEAD, book("For the other."), other)
    drafts.keep(HEAD, book("For all."), None)
    for key, text in ((one, "For one."), (other, "For the other."), (None, "For all.")):
        found, _aside = drafts.load(HEAD, key)
        assert found is not None and found.comments[0].text == text
    assert sealed.is_sealed_bytes(drafts.place(HEAD, one).read_bytes())


@pytest.mark.parametrize("share", ["../../../etc/passwd", "a/b", "", "ä" * 400, "AB" * 16, "ab" * 16, "ab" * 16 + "\n"])
def test_the_name_of_a_share_never_leads_out_of_the_folder(tmp_path: Path, share: str) -> None:
    file = Drafts(tmp_path).place(replace(HEAD, share=share), None)
    assert file.parent == tmp_path
    assert len(file.name) == 64 + len(".json")


def test_a_draft_that_cannot_be_read_is_set_aside_each_time_under_another_name(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    kept = []
    for number in range(3):
        drafts.place(HEAD, None).write_bytes(b"no draft %d" % number)
        found, aside = drafts.load(HEAD, None)
        assert found is None and aside is not None
        kept.append(aside.read_bytes())
    assert kept == [b"no draft 0", b"no draft 1", b"no draft 2"]
    assert not drafts.place(HEAD, None).exists()


def test_the_draft_of_another_share_is_none_of_this_one(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    other = replace(HEAD, share="ef" * 16)
    drafts.keep(other, book(), None)
    drafts.place(other, None).rename(drafts.place(HEAD, None))
    assert drafts.load(HEAD, None)[0] is None


@pytest.mark.parametrize("other", [{"key": "ef" * 32}, {"share": "ef" * 16}, {"round": "other"}, {"plan": "other"}])
def test_a_review_that_shares_a_part_of_its_identity_has_a_draft_of_its_own(
    tmp_path: Path, other: dict[str, Any]
) -> None:
    drafts, second = Drafts(tmp_path), replace(HEAD, **other)
    drafts.keep(HEAD, book("For Rhian."), None)
    assert drafts.load(second, None) == (None, None)
    drafts.keep(second, book("For another."), None)
    found, aside = drafts.load(HEAD, None)
    assert found is not None and found.comments[0].text == "For Rhian." and aside is None


def test_a_half_written_draft_takes_the_place_of_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(tmp_path)
    drafts.keep(HEAD, book("Safe."), None)

    def fails(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", fails)
        with pytest.raises(UserError):
            drafts.keep(HEAD, book("Lost."), None)
    found, _aside = drafts.load(HEAD, None)
    assert found is not None and found.comments[0].text == "Safe."
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [drafts.place(HEAD, None).name]


def test_an_answer_holds_all_that_was_ever_said_and_is_sealed_where_the_review_was(tmp_path: Path) -> None:
    key = cheap_key()
    data = answering.answer_of(HEAD, book(), AT, key)
    plain = sealed.open_bytes(data, [key.identity])
    assert plain is not None and b"Who else?" in plain and b"Who else?" not in data
    answering.write_answer(tmp_path / "back", data)
    assert (tmp_path / "back").read_bytes() == data


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"Dear Nadia", "The file is no review file of LeaderPlan."),
        (b"PK\x03\x04 and then nothing", "The file was changed or cut off on its way."),
        (b"", "{name} is empty."),
    ],
)
def test_what_is_no_review_is_said_in_a_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    file = tmp_path / "sent.leaderplan-review"
    file.write_bytes(data)
    with pytest.raises(UserError) as told:
        answering.taken_up(file)
    assert str(told.value.happened) == sentence.format(name=file.name)


def test_a_file_that_is_larger_than_any_review_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.leaderplan-review"
    with file.open("wb") as out:
        out.truncate(60_000_000)
    with pytest.raises(UserError, match="larger than 50 MB"):
        answering.taken_up(file)


def test_a_file_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not there"):
        answering.taken_up(tmp_path / "gone.leaderplan-review")
