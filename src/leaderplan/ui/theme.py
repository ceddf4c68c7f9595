"""What the window looks like: colour tokens from ``resources/themes``, with the fonts and sizes beside them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from string import Template
from typing import Any, Final, Literal, get_args

from PySide6.QtGui import QColor, QPalette

from leaderplan import assets
from leaderplan.ui.fonts import Type

ThemeName = Literal["light", "dark", "high-contrast"]
NAMES: Final[tuple[ThemeName, ...]] = get_args(ThemeName)
RADIUS: Final = 6


@dataclass(frozen=True)
class Theme:
    """One set of colours with the fonts in force. Fields from ``surface`` to ``ink`` are tokens of the theme file."""

    name: ThemeName
    dark: bool
    dashed_when_disabled: bool
    type: Type
    surface: QColor
    raised: QColor
    sunken: QColor
    line: QColor
    line_strong: QColor
    text: QColor
    muted: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    focus: QColor
    hover: QColor
    selected: QColor
    good: QColor
    warn: QColor
    bad: QColor
    run: QColor
    change: QColor
    transform: QColor
    run_soft: QColor
    change_soft: QColor
    transform_soft: QColor
    bad_soft: QColor
    paper: QColor
    ink: QColor

    def colour(self, token: str) -> QColor:
        """The colour of a token by its name. Raises KeyError for a name that is none."""
        if token not in TOKENS:
            raise KeyError(token)
        colour: QColor = getattr(self, token)
        return colour


TOKENS: Final = tuple(field.name for field in fields(Theme))[4:]


def read(name: ThemeName) -> dict[str, Any]:
    """The theme file as it stands: flags, ``colours`` and ``contrast``."""
    return assets.read_toml(f"themes/{name}.toml")


def load(name: ThemeName, type_: Type) -> Theme:
    """The theme ``name`` with the given fonts."""
    found = read(name)
    colours = {token: QColor(found["colours"][token]) for token in TOKENS}
    return Theme(name, found["dark"], found["dashed_when_disabled"], type_, **colours)


def palette(theme: Theme) -> QPalette:
    """The colours for what Qt paints by itself, in all three groups."""
    role = QPalette.ColorRole
    made = QPalette()
    usual = {
        role.Window: theme.surface,
        role.WindowText: theme.text,
        role.Base: theme.raised,
        role.AlternateBase: theme.sunken,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.on_accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.line,
        role.Midlight: theme.line,
        role.Mid: theme.line_strong,
        role.Dark: theme.line_strong,
        role.Shadow: theme.line_strong,
    }
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for each, colour in usual.items():
            made.setColor(group, each, colour)
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, each, theme.muted)
    made.setColor(QPalette.ColorGroup.Disabled, role.Base, theme.sunken)
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, theme.line)
    return made


def stylesheet(theme: Theme) -> str:
    """The stylesheet of the parts that Qt paints: fields, menus, scroll bars, tool tips."""
    values = {token: theme.colour(token).name() for token in TOKENS}
    values |= {
        "disabled_border": "dashed" if theme.dashed_when_disabled else "solid",
        "disabled_line": (theme.line_strong if theme.dashed_when_disabled else theme.line).name(),
        "radius": str(RADIUS),
        "field": str(theme.type.control - 2),
        "focused_field": str(theme.type.control - 4),
        "tall_field": str(theme.type.line + 25),
        "focused_tall_field": str(theme.type.line + 23),
        "menu_row": str(theme.type.line + 9 - 8),
    }
    return Template(assets.read_text("app.qss")).substitute(values)
