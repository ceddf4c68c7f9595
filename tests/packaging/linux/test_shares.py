from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from linux import shares


def contents(share: Path) -> dict[str, bytes]:
    return {path.relative_to(share).as_posix(): path.read_bytes() for path in share.rglob("*") if path.is_file()}


@pytest.fixture
def narrow_umask():
    before = os.umask(0o077)
    yield
    os.umask(before)


def test_a_desktop_finds_everything_where_it_looks_for_it(tmp_path: Path) -> None:
    written = shares.install(tmp_path, "usr")
    share = tmp_path / "usr" / "share"
    assert written == sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert {
        "applications/leaderplan.desktop",
        "bash-completion/completions/leaderplan",
        "fish/vendor_completions.d/leaderplan.fish",
        "icons/hicolor/16x16/apps/leaderplan.png",
        "icons/hicolor/scalable/apps/leaderplan.svg",
        "icons/hicolor/scalable/mimetypes/application-vnd.leaderplan.archive.svg",
        "man/man1/leaderplan.1.gz",
        "metainfo/org.leaderplan.LeaderPlan.metainfo.xml",
        "mime/packages/leaderplan.xml",
        "zsh/vendor-completions/_leaderplan",
    } <= set(contents(share))


def test_a_prefix_may_be_written_with_its_slash_or_be_none(tmp_path: Path) -> None:
    for prefix, share in (("/usr/local", "usr/local/share"), ("", "share")):
        written = shares.install(tmp_path / "target", prefix)
        assert all(path.is_relative_to(tmp_path / "target" / share) for path in written)


def test_the_man_page_is_packed_as_debian_wants_it(tmp_path: Path) -> None:
    shares.install(tmp_path, "")
    packed = (tmp_path / "share" / "man" / "man1" / "leaderplan.1.gz").read_bytes()
    assert packed[3] == 0 and packed[4:8] == b"\0\0\0\0"  # no name and no time
    assert packed[8] == 2  # as small as can be
    assert gzip.decompress(packed).startswith(b".TH LEADERPLAN 1 ")


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    for turn in ("first", "second"):
        shares.install(tmp_path / turn, "")
    assert contents(tmp_path / "first") == contents(tmp_path / "second")


def test_everybody_may_read_it_whoever_built_it(tmp_path: Path, narrow_umask: None) -> None:
    assert {path.stat().st_mode & 0o777 for path in shares.install(tmp_path)} == {0o644}
