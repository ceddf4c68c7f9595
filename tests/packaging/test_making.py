"""The order of the work, and what stops it. The makers are stand-ins: each has tests of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import build
import facts
import making
import starters
import trouble
from facts import Facts
from tests.packaging import bundles
from trouble import Trouble


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """What is handed out."""
    return tmp_path / "dist"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the bundle lies."""
    return tmp_path / "build" / "bundle" / "leaderplan"


@pytest.fixture
def made(tmp_path: Path, dist: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was made, in its order; by stand-ins, in a checkout of its own."""
    names: list[str] = []

    def maker(name: str) -> Callable[[Facts], list[Path]]:
        def make(known: Facts) -> list[Path]:
            names.append(name)
            if name == "bundle":
                folder.mkdir(parents=True)
            return [bundles.put(dist / f"{known.program.command}.{name}")]

        return make

    monkeypatch.setattr(starters, "sys", SimpleNamespace(platform="linux"))  # as the bundles of these tests are
    monkeypatch.setattr(making, "ROOT", tmp_path)
    monkeypatch.setattr(making, "DIST", dist)
    monkeypatch.setattr(making, "BUILD", tmp_path / "build")
    monkeypatch.setattr(making, "BUNDLE", folder)
    monkeypatch.setattr(making, "PACKAGES", {name: maker(name) for name in making.PACKAGES})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773273600")
    return names


def test_all_that_this_system_can_make_has_a_maker_and_the_bundle_comes_first() -> None:
    assert "bundle" in making.here() and set(making.here()) <= set(making.PACKAGES)
    assert next(iter(making.PACKAGES)) == "bundle", "the others are made from it"


def test_packages_are_made_in_their_order_however_they_are_asked_for(made: list[str]) -> None:
    assert build.main(["wheel", "tar", "deb", "bundle"]) == 0
    assert made == ["bundle", "deb", "tar", "wheel"]


def test_without_words_all_is_made_that_can_be(made: list[str]) -> None:
    assert build.main([]) == 0 and sorted(made) == sorted(making.here())


def test_a_bundle_that_is_there_is_not_made_again(made: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert [path.name for path in making.make(["deb"])] == ["leaderplan.bundle", "leaderplan.deb"]
    assert [path.name for path in making.make(["tar"])] == ["leaderplan.tar"]
    assert made == ["bundle", "deb", "tar"]
    assert "dist/leaderplan.tar" in capsys.readouterr().out.replace("\\", "/")


@pytest.mark.parametrize("words", [["nonsense"], ["deb", "nonsense"], ["--help"]])
def test_a_word_that_means_nothing_brings_the_usage_before_anything_is_made(
    made: list[str], capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert build.main(words) == 2
    assert "python3 packaging/build.py [WHAT ...]" in capsys.readouterr().err and made == []


def test_every_package_that_can_be_made_stands_in_the_usage() -> None:
    assert all(f" {name}" in str(build.__doc__) for name in making.PACKAGES)


def test_a_package_that_is_too_large_is_trouble(
    made: list[str], dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def large(_known: Facts) -> list[Path]:
        package = bundles.put(dist / "leaderplan.deb")
        with package.open("wb") as file:
            file.truncate((facts.read().limits["compressed"] + 1) * 10**6)
        return [package]

    making.PACKAGES["deb"] = large  # type: ignore[index]
    with pytest.raises(Trouble, match=r"leaderplan\.deb has 46\.0 MB, and may have 45"):
        making.make(["deb"])
    assert build.main(["deb"]) == 1
    assert "leaderplan.deb has 46.0 MB" in capsys.readouterr().err


def test_the_day_that_is_given_needs_no_git(made: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    making.make(["deb"])
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    (tmp_path / ".git").touch()
    with pytest.raises(Trouble, match="git is not installed"):
        making.make(["deb"])
    assert made == ["bundle", "deb"]


def test_without_a_history_the_packages_are_made_all_the_same(
    made: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("PATH", str(tmp_path))
    making.make(["deb"])
    assert made == ["bundle", "deb"] and "SOURCE_DATE_EPOCH" not in os.environ


def test_on_windows_the_modules_are_looked_for_in_the_executable_that_is_there(
    made: list[str], dist: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where it is called leaderplan.exe and nothing is called leaderplan."""

    def pyinstaller(*_words: object) -> None:
        bundles.lawful(folder)
        (folder / "leaderplan").rename(folder / "leaderplan.exe")

    monkeypatch.setattr(making, "must", pyinstaller)
    monkeypatch.setattr(starters, "sys", SimpleNamespace(platform="win32"))
    dist.mkdir()
    (listing,) = making.bundle(facts.read())
    assert "leaderplan.exe" in listing.read_text("utf-8")


@pytest.mark.parametrize("fault", ["", "_internal/PySide6/Qt/plugins/platformthemes/libqgtk3.so"])
def test_a_bundle_with_a_fault_is_refused_and_its_list_says_what_is_in_it(
    made: list[str], dist: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr(making, "must", lambda *_words: bundles.lawful(folder, *filter(None, [fault])))
    dist.mkdir()
    left = bundles.put(folder / "left-by-an-earlier-one")
    if fault:
        with pytest.raises(Trouble, match=f"^{fault} must not be in a package: [^\n]*$"):
            making.bundle(facts.read())
    else:
        making.bundle(facts.read())
    (listing,) = dist.glob(f"leaderplan-{facts.version()}-*-contents.txt")
    text = listing.read_text("utf-8")
    assert "_internal/libcrypto.so.3" in text and fault in text and "left-by" not in text and not left.exists()


def test_trouble_is_the_only_thing_that_is_told_without_a_traceback(
    made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_known: Facts) -> list[Path]:
        raise RuntimeError("a fault of ours")

    monkeypatch.setitem(making.PACKAGES, "wheel", broken)  # type: ignore[arg-type]
    with pytest.raises(RuntimeError):
        build.main(["wheel"])
    assert not issubclass(RuntimeError, trouble.Trouble) and made == [], "a wheel needs no bundle"


def test_a_bundle_that_was_refused_is_not_packed_by_the_next_call(
    made: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_known: Facts) -> list[Path]:
        made.append("refused")
        folder.mkdir(parents=True, exist_ok=True)
        raise Trouble("it holds what must not be there")

    monkeypatch.setitem(making.PACKAGES, "bundle", refused)  # type: ignore[arg-type]
    for _turn in range(2):
        with pytest.raises(Trouble, match="must not be there"):
            making.make(["deb"])
    assert made == ["refused", "refused"]
