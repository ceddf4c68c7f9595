"""The rows of an empty page: what is said in them is never cut."""

from __future__ import annotations

import pytest

from leaderplan.ui.widgets.empty import EmptyRow, EmptyState, EmptyWords
from leaderplan.ui.widgets.text import Paragraph

SHORT = EmptyRow("archive", "An archive of the plan", "set aside", "Choose it", print)
LONG = EmptyRow("archive-restore", "The backup of 1 March 2026, 12:00", "what is there now is set aside and kept",
                "Go back to it", print)  # fmt: skip


@pytest.mark.parametrize(("row", "lines"), [(SHORT, 1), (LONG, 2)])
@pytest.mark.parametrize("width", [480, 900, 1280])
def test_what_does_not_fit_beside_the_words_stands_below_them(dressed, qtbot, row, lines, width):
    state = EmptyState(EmptyWords("circle-alert", "It is damaged", "It was left as it is."), [row])
    qtbot.addWidget(state)
    state.resize(width, 600)
    state.show()
    words, more = (next(p for p in state.findChildren(Paragraph) if p.text() == text) for text in (row.words, row.more))
    for part in (words, more):
        assert part.height() >= part.heightForWidth(part.width())
        row_text = part.parentWidget()
        assert row_text is not None and row_text.rect().contains(part.geometry())
    if width > 480:
        assert (more.y() > words.y()) == (lines == 2)
