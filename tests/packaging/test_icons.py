from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import IcnsImagePlugin, IcoImagePlugin, Image

import icons
from facts import read

NAMES = ["leaderplan", *(icons.drawn_as(kind) for kind in read().file_types)]


def pixels(png: bytes) -> bytes:
    with Image.open(BytesIO(png)) as picture:
        return picture.convert("RGBA").tobytes()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", sorted({*icons.HICOLOR, *icons.ICO, *icons.ICNS}))
def test_every_size_is_a_drawing_in_colour_on_nothing(name: str, size: int) -> None:
    with Image.open(BytesIO(icons.png(name, size))) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "RGBA", (size, size))
        assert picture.getpixel((0, 0)) == (0, 0, 0, 0)
        assert picture.getchannel("A").getextrema()[1] == 255
        assert len(picture.getcolors(size * size) or ()) > 2


@pytest.mark.parametrize("name", NAMES)
def test_the_smallest_is_drawn_for_its_size(name: str) -> None:
    with Image.open(BytesIO(icons.png(name, 256))) as large:
        shrunk = large.convert("RGBA").resize((16, 16), Image.Resampling.LANCZOS)
    assert pixels(icons.png(name, 16)) != shrunk.tobytes()


def test_a_theme_finds_the_program_and_its_files_in_every_size(tmp_path: Path) -> None:
    written = {path.relative_to(tmp_path).as_posix() for path in icons.hicolor(tmp_path)}
    for icon in ("apps/leaderplan", "mimetypes/application-vnd.leaderplan.archive"):
        wanted = {f"{size}x{size}/{icon}.png" for size in (16, 22, 24, 32, 48, 64, 128, 256, 512)}
        assert wanted | {f"scalable/{icon}.svg"} <= written
    for path in tmp_path.rglob("*.png"):
        with Image.open(path) as picture:
            assert f"{picture.width}x{picture.height}" == path.parent.parent.name


@pytest.mark.parametrize("name", NAMES)
def test_windows_gets_every_size_as_it_was_drawn(tmp_path: Path, name: str) -> None:
    with Image.open(icons.ico(tmp_path / "made" / "it.ico", name)) as picture:
        assert isinstance(picture, IcoImagePlugin.IcoImageFile)
        assert picture.ico.sizes() == {(size, size) for size in (16, 24, 32, 48, 64, 128, 256)}
        for side, _side in picture.ico.sizes():
            assert picture.ico.getimage((side, side)).convert("RGBA").tobytes() == pixels(icons.png(name, side)), side


@pytest.mark.parametrize("name", NAMES)
def test_macos_gets_every_size_as_it_was_drawn(tmp_path: Path, name: str) -> None:
    with Image.open(icons.icns(tmp_path / "made" / "it.icns", name)) as picture:
        assert isinstance(picture, IcnsImagePlugin.IcnsImageFile)
        inside = {(points * scale, points, scale) for points, _points, scale in picture.info["sizes"]}
        assert {side for side, _points, _scale in inside} == set(icons.ICNS)
        for side, points, scale in inside:
            found = picture.icns.getimage((points, points, scale)).convert("RGBA")
            assert found.tobytes() == pixels(icons.png(name, side)), side


def test_the_same_drawings_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (
        [icons.ico(tmp_path / f"{turn}.ico", "leaderplan"), icons.icns(tmp_path / f"{turn}.icns", "leaderplan")]
        for turn in ("first", "second")
    )
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
