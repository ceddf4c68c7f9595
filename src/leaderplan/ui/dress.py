"""Puts a theme on the application, keeps to the system's wishes, and tells any widget which theme is on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from leaderplan.ui import fonts, theme
from leaderplan.ui.theme import Theme, ThemeName

_PROPERTY: Final = "leaderplanTheme"
_WISH, _SCALE, _FOLLOWING = "leaderplanWish", "leaderplanScale", "leaderplanFollows"


def dress(app: QApplication, wish: str = "system", text_scale: float = 1.0) -> Theme:
    """Put the wished theme on ``app``: fonts, palette and stylesheet. Can be called again at any time.

    A wish that names no theme is the system's.
    """
    if app.property(_PROPERTY) is None:
        fonts.register()
        app.setProperty("leaderplanSystemScale", fonts.wished_scale(app))
        app.setStyle("Fusion")
    scale = text_scale * float(app.property("leaderplanSystemScale"))
    name = next((name for name in theme.NAMES if name == wish), None) or system_theme(app)
    made = theme.load(name, fonts.type_at(scale))
    app.setProperty(_PROPERTY, made)
    app.setProperty(_WISH, wish)
    app.setProperty(_SCALE, text_scale)
    app.setFont(made.type.body)
    app.setPalette(theme.palette(made))
    app.setStyleSheet(theme.stylesheet(made))
    return made


def follow_system(app: QApplication, text_scale: float = 1.0) -> None:
    """From now on dress ``app`` anew whenever the system turns dark or light, or asks for more contrast.

    Not while another wish than the system's is in force, and with the text of the last :func:`dress`.
    """
    app.setProperty(_SCALE, text_scale)
    if app.property(_FOLLOWING):
        return
    app.setProperty(_FOLLOWING, True)
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(lambda: _follow(app))
    hints.accessibility().contrastPreferenceChanged.connect(lambda: _follow(app))


def _follow(app: QApplication) -> None:
    wish, text_scale = wished(app)
    if wish == "system":
        dress(app, wish, text_scale)


def wished(app: QApplication) -> tuple[str, float]:
    """The wish and the text scale that were given to :func:`dress` last."""
    return str(app.property(_WISH) or "system"), float(app.property(_SCALE) or 1.0)


def system_theme(app: QApplication) -> ThemeName:
    """What the system asks for: more contrast goes before dark, and dark before light."""
    hints = app.styleHints()
    accessibility = hints.accessibility()
    if accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "high-contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def current_theme() -> Theme:
    """The theme that is on; widgets ask while they paint, so a change needs only a repaint."""
    app = QApplication.instance()
    found = app.property(_PROPERTY) if app else None
    if not isinstance(found, Theme):
        raise RuntimeError("dress() was not called")
    return found
