from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.careful import kept, second

__all__ = ["kept", "second"]


@pytest.fixture
def window(dressed, qtbot) -> QWidget:
    """What a sheet floats over."""
    made = QWidget()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    return made
