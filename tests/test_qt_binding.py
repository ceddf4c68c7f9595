"""What LeaderPlan relies on in the Qt binding itself, because a release of it once broke it."""

from __future__ import annotations

import subprocess
import sys

CALLS = 20_000

PROGRAM = f"""
from PySide6.QtWidgets import QApplication, QLineEdit
application = QApplication([])
field = QLineEdit()
for number in range({CALLS}):
    field.setText(str(number))
print(field.text())
"""


def test_twenty_thousand_calls_that_return_nothing_do_not_end_the_program() -> None:
    """PySide6 6.12.0 on Python 3.11 drops a reference to None at each such call, and aborts after some 5,700."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, str(CALLS - 1)), done.stderr
