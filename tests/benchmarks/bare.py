"""The least that a PySide6 program does: one empty widget, painted once. What starting is compared with."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication(sys.argv[:1])
widget = QWidget()
widget.resize(1280, 800)
widget.show()
QTimer.singleShot(0, app.quit)
app.exec()
