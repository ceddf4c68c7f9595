from __future__ import annotations

import json
from pathlib import Path

import pytest

from leaderplan.ui.dress import current_theme, dress, wished
from leaderplan.ui.pages.settings.look import LookSection


@pytest.fixture
def section(dressed, desk, qtbot):
    made = LookSection(desk)
    qtbot.addWidget(made)
    made.show()
    yield made
    dress(dressed, "light")


def remembered(tmp_path: Path) -> dict[str, object]:
    return json.loads((tmp_path / "window.json").read_text("utf-8"))


def test_a_theme_is_put_on_at_once_and_remembered(section, tmp_path: Path) -> None:
    for number, name in ((2, "dark"), (3, "high-contrast"), (1, "light")):
        section.theme.segments[number].click()
        assert current_theme().name == name
        assert remembered(tmp_path)["theme"] == name


def test_larger_text_is_put_on_at_once_and_remembered(section, tmp_path: Path) -> None:
    before = current_theme().type.line
    section.text_size.segments[4].click()
    assert current_theme().type.line >= 2 * before - 2
    assert remembered(tmp_path)["text_scale"] == 2.0


def test_what_is_on_is_what_is_marked(section, dressed) -> None:
    dress(dressed, "dark", 1.5)
    section.refresh()
    assert (section.theme.choice, section.text_size.choice) == (2, 2)


def test_the_system_is_followed_only_while_that_is_the_wish(section, dressed) -> None:
    section.theme.segments[0].click()
    section.theme.segments[2].click()
    dressed.styleHints().colorSchemeChanged.emit(dressed.styleHints().colorScheme())
    assert current_theme().name == "dark" and wished(dressed) == ("dark", 1.0)
