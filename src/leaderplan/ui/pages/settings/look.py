"""The section of the look: the theme and the size of the text, put on at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import dress, follow_system, wished
from leaderplan.ui.pages.settings.section import ReadingSection
from leaderplan.ui.pages.settings.segments import Segments
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph

_THEMES: Final[tuple[tuple[str, Message], ...]] = (
    ("system", _("As the system")),
    ("light", _("Light")),
    ("dark", _("Dark")),
    ("high-contrast", _("High contrast")),
)
_SCALES: Final = (1.0, 1.25, 1.5, 1.75, 2.0)


class LookSection(ReadingSection):
    """Remembered on this machine, for every plan."""

    key, title = "look", _("Look")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        say = desk.say
        self.theme = Segments([say(words) for _wish, words in _THEMES], say(_("Colours")), Button)
        sizes = [say(_("{percent} %", percent=round(scale * 100))) for scale in _SCALES]
        self.text_size = Segments(sizes, say(_("Size of the text")), Button)
        self._column.addWidget(SectionRow(say(_("Colours"))))
        self._column.addWidget(self.theme)
        self._column.addSpacing(12)
        self._column.addWidget(SectionRow(say(_("Size of the text"))))
        self._column.addWidget(self.text_size)
        note = _("A larger text of the system counts as well. It is remembered on this computer, for every plan.")
        self._column.addWidget(Paragraph(say(note), "small", "muted"))
        self._column.addStretch()
        self.theme.chosen.connect(lambda _number: self._put_on())
        self.text_size.chosen.connect(lambda _number: self._put_on())
        self.refresh()

    def refresh(self) -> None:
        wish, scale = wished(_app())
        names = [name for name, _words in _THEMES]
        self.theme.show_choice(names.index(wish) if wish in names else 0)
        self.text_size.show_choice(min(range(len(_SCALES)), key=lambda number: abs(_SCALES[number] - scale)))

    def _put_on(self) -> None:
        wish, scale = _THEMES[self.theme.choice][0], _SCALES[self.text_size.choice]
        settings = self._desk.settings
        settings.keep("theme", wish)
        settings.keep("text_scale", scale)
        settings.save()
        dress(_app(), wish, scale)
        follow_system(_app(), scale)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
