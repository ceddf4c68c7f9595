"""Every theme can be read by everybody, and holds every token."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from leaderplan.ui import theme
from leaderplan.ui.dress import current_theme, dress, follow_system
from leaderplan.ui.fonts import type_at


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_gives_the_known_ends() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", theme.NAMES)
def test_every_pair_of_colours_keeps_its_contrast(name: theme.ThemeName, dressed: QApplication) -> None:
    made = theme.load(name, type_at(1.0))
    pairs = theme.read(name)["contrast"]
    assert len(pairs) > 40
    for pair, least in pairs.items():
        front, ground = pair.split(" on ")
        assert least >= 3
        assert contrast(made.colour(front), made.colour(ground)) >= least, pair


@pytest.mark.parametrize("name", theme.NAMES)
def test_words_are_held_to_four_and_a_half_on_every_ground_of_the_frame(name: theme.ThemeName) -> None:
    pairs = theme.read(name)["contrast"]
    for front in ("text", "muted", "accent"):
        for ground in ("surface", "raised", "sunken", "hover", "selected"):
            assert pairs[f"{front} on {ground}"] == 4.5


@pytest.mark.parametrize("name", theme.NAMES)
def test_a_theme_file_holds_every_token_and_no_other(name: theme.ThemeName) -> None:
    assert set(theme.read(name)["colours"]) == set(theme.TOKENS)


def test_a_colour_that_is_no_token_is_refused(dressed: QApplication) -> None:
    with pytest.raises(KeyError):
        current_theme().colour("type")


@pytest.mark.parametrize("name", theme.NAMES)
def test_what_qt_paints_itself_is_readable_in_every_group(name: theme.ThemeName, dressed: QApplication) -> None:
    palette = theme.palette(theme.load(name, type_at(1.0)))
    role = QPalette.ColorRole
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for front, ground in (
            (role.Text, role.Base),
            (role.WindowText, role.Window),
            (role.HighlightedText, role.Highlight),
        ):
            assert contrast(palette.color(group, front), palette.color(group, ground)) >= 4.5


def test_a_change_of_theme_reaches_the_application_at_once(dressed: QApplication) -> None:
    dress(dressed, "dark")
    assert current_theme().dark
    assert dressed.palette().color(QPalette.ColorRole.Window) == current_theme().surface
    dress(dressed, "light")
    assert not current_theme().dark


def test_large_text_makes_rows_and_controls_grow_with_it(dressed: QApplication) -> None:
    usual, large = type_at(1.0), type_at(2.0)
    assert (usual.control, usual.row, usual.two_line_row, usual.small_control, usual.chip) == (32, 36, 56, 26, 24)
    assert large.line == 42
    assert large.control == large.line + 11
    assert large.two_line_row == large.line + large.small_line + 19


def test_a_theme_that_nobody_knows_is_the_system_s(dressed: QApplication) -> None:
    assert dress(dressed, "no-such-theme").name in theme.NAMES
    dress(dressed, "light")


def test_the_window_follows_the_system_into_the_dark(dressed: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    dress(dressed, "system")
    follow_system(dressed)
    assert not current_theme().dark
    monkeypatch.setattr("leaderplan.ui.dress.system_theme", lambda app: "dark")
    dressed.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_theme().dark
    dress(dressed, "light")
