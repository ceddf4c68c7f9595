"""A log that must stay silent: a warning that no test expected is a fault that nobody noticed."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager


class LogWatch(logging.Handler):
    """Collects the records from WARNING up; what a test expects is taken out again."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    @contextmanager
    def expect(self, logger: str, pattern: str) -> Iterator[None]:
        """Within it, `logger` says something that matches `pattern`; saying nothing is a failure."""
        before = list(self.records)
        yield
        said = [record for record in self.records if record not in before]
        expected = [one for one in said if one.name == logger and re.search(pattern, one.getMessage())]
        assert expected, f"{logger} logged nothing like {pattern!r}, but {self.lines()}"
        self.records = [record for record in self.records if record not in expected]

    def lines(self) -> list[str]:
        """What was said so far, one line a record."""
        return [f"{one.levelname} {one.name}: {one.getMessage()}" for one in self.records]


@contextmanager
def watched() -> Iterator[LogWatch]:
    """A watch on every logger; ends with a failure if it holds a record that nobody expected."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    try:
        yield watch
    finally:
        root.removeHandler(watch)
    assert not watch.records, f"Unexpected log lines: {watch.lines()}"
