"""How the program for macOS is signed: the commands, and their order. No Mac is at hand, so none is run."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

import facts
from macos import dmg, signing
from macos.machcode import inside_out

CODE = bytes.fromhex("cffaedfe")


class Commands:
    """Remembers what would be run."""

    def __init__(self) -> None:
        self.run: list[list[str]] = []

    def __call__(self, *command: str | Path) -> str:
        self.run.append([str(word) for word in command])
        return ""

    def signed(self) -> list[str]:
        return [words[-1] for words in self.run if words[:2] == ["codesign", "--force"]]


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """As PyInstaller lays a program out, with a framework of Qt's and links in two places."""
    top = tmp_path / "LeaderPlan.app"
    contents = top / "Contents"
    framework = contents / "Frameworks" / "PySide6" / "Qt" / "lib" / "QtCore.framework"
    for path, content in {
        contents / "MacOS" / "leaderplan": CODE,
        contents / "Frameworks" / "libsqlite3.dylib": CODE,
        contents / "Frameworks" / "_internal" / "deep" / "without_suffix": CODE,
        framework / "Versions" / "A" / "QtCore": CODE,
        framework / "Versions" / "A" / "Resources" / "Info.plist": b"<plist/>",
        contents / "Resources" / "words.txt": b"words",
        contents / "Info.plist": b"<plist/>",
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (framework / "Versions" / "Current").symlink_to("A")
    (framework / "QtCore").symlink_to("Versions/Current/QtCore")
    (contents / "Resources" / "libsqlite3.dylib").symlink_to("../Frameworks/libsqlite3.dylib")
    return top


def test_all_machine_code_is_signed_once_and_before_what_holds_it(app: Path) -> None:
    order = inside_out(app)
    names = [str(path.relative_to(app)) for path in order]
    framework = "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A"
    assert sorted(names) == sorted(
        [
            f"{framework}/QtCore",
            framework,
            "Contents/Frameworks/_internal/deep/without_suffix",
            "Contents/Frameworks/libsqlite3.dylib",
            "Contents/MacOS/leaderplan",
            ".",
        ]
    )
    for place, path in enumerate(order):
        assert not any(path in earlier.parents for earlier in order[place + 1 :])
    assert order[-1] == app


def test_a_publisher_s_signature_is_hardened_and_only_what_runs_is_allowed_more(app: Path, tmp_path: Path) -> None:
    commands, who = Commands(), "Developer ID Application: Somebody (TEAM)"
    said = signing.sign(app, facts.read().program, tmp_path / "work", commands, {signing.IDENTITY: who})
    assert said == f"LeaderPlan.app is signed by {who}."
    assert commands.signed() == [str(path) for path in inside_out(app)]
    allowed = []
    for words in commands.run[:-1]:
        assert words[words.index("--sign") + 1] == who
        assert "--timestamp" in words and words[words.index("--options") + 1] == "runtime"
        assert "--deep" not in words
        if "--entitlements" in words:
            allowed.append(Path(words[-1]).name)
            file = Path(words[words.index("--entitlements") + 1])
    assert allowed == ["leaderplan", "LeaderPlan.app"]
    values = plistlib.loads(file.read_bytes())
    assert values == {"com.apple.security.cs.allow-unsigned-executable-memory": True}
    assert commands.run[-1][:2] == ["codesign", "--verify"]


def test_without_a_certificate_it_says_so_and_signs_ad_hoc(app: Path, tmp_path: Path) -> None:
    commands = Commands()
    said = signing.sign(app, facts.read().program, tmp_path, commands, {})
    assert "no publisher's signature" in said and signing.IDENTITY in said
    assert commands.signed()[-1] == str(app)
    assert all(words[words.index("--sign") + 1] == "-" for words in commands.run[:-1])
    # The hardened runtime would refuse every library, as an ad-hoc signature has no team that they share.
    assert not any("runtime" in words for words in commands.run)


def test_the_image_is_signed_then_looked_at_then_stapled() -> None:
    commands, image = Commands(), Path("x.dmg")
    signing.notarize(image, commands, {signing.IDENTITY: "Somebody", signing.NOTARY: "profile"})
    assert [words[:3] for words in commands.run] == [
        ["codesign", "--force", "--sign"],
        ["xcrun", "notarytool", "submit"],
        ["xcrun", "stapler", "staple"],
        ["xcrun", "stapler", "validate"],
    ]
    assert "--wait" in commands.run[1]


def test_what_is_not_notarized_says_why() -> None:
    commands, image = Commands(), Path("x.dmg")
    assert signing.IDENTITY in signing.notarize(image, commands, {})
    assert not commands.run
    assert signing.NOTARY in signing.notarize(image, commands, {signing.IDENTITY: "Somebody"})
    assert commands.signed() == ["x.dmg"]


def test_the_image_shows_the_program_beside_a_link_to_applications(app: Path, tmp_path: Path) -> None:
    known, seen = facts.read(), {}

    def run(*command: str | Path) -> str:
        if command[1] == "create":
            shown = Path(command[command.index("-srcfolder") + 1])
            seen.update({path.name: path for path in shown.iterdir()})
            assert (shown / "Applications").readlink() == Path("/Applications")
            code = shown / app.name / "Contents" / "Resources" / "libsqlite3.dylib"
            assert code.is_symlink() and code.read_bytes() == CODE  # a link still, or the signature would not hold
        return ""

    made = dmg.image(app, tmp_path / "dist", known, run, "arm64")
    assert made.name == f"leaderplan-{known.version}-arm64.dmg"
    assert set(seen) == {"LeaderPlan.app", "Applications"}
