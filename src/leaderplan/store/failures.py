"""What SQLite and the disk say, as sentences that a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leaderplan.domain.checks import Problem
from leaderplan.domain.messages import Message, _, _n
from leaderplan.errors import Gone, UserError

_PRIMARY = 0xFF  # the low byte of an extended result code


class Refused(UserError):
    """An edit that may not be stored; ``problems`` says why, field by field."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        if len(problems) == 1:
            happened = problems[0].message
        else:
            happened = _n(
                "{count} thing keeps this from being stored. {first}",
                "{count} things keep this from being stored. The first: {first}",
                len(problems),
                first=problems[0].message,
            )
        super().__init__(happened, _("Nothing was changed. Mend it and try again."))
        self.problems = problems


class Overtaken(UserError):
    """The edit was made on a state of the plan that is no longer the current one."""

    def __init__(self) -> None:
        super().__init__(
            _("What you are changing was changed meanwhile."),
            _("Nothing was stored. Look at it as it is now and make your change again."),
        )


class Damaged(UserError):
    """A plan file that is not as it was written."""

    def __init__(self, file: Path, what: Message) -> None:
        super().__init__(
            _("The plan in {file} is damaged. {what}", file=str(file), what=what),
            _("It was left as it is. Open a backup or a copy of the plan, and keep this one."),
        )
        self.what = what


class Replaced(Gone):
    """The file is no longer the one that was opened."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            _("The plan in {file} was moved or replaced by another program.", file=str(file)),
            _("Nothing was stored. Open the plan again."),
        )


class NotAPlan(UserError):
    """There is a file where the plan should be, and it is something else, or nothing."""


class Newer(UserError):
    """The plan was written by a newer program."""


class Missing(UserError):
    """There is no plan at all."""


class Locked(UserError):
    """Another program holds the plan and does not let go."""


class Unreadable(UserError):
    """The system forbids reading."""


class Unwritable(UserError):
    """The system, or the medium, forbids writing."""


class BadRow(Exception):
    """A row of the table that it names is not as it was written."""


@contextmanager
def as_sentences(file: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the disk about ``file`` into a :class:`UserError`; what is a bug stays one."""
    try:
        yield
    except BadRow as error:
        raise Damaged(file, _("A row of {table} is not as it was written.", table=str(error))) from error
    except UnicodeDecodeError as error:  # what SQLite says of a schema that it cannot read holds its bytes
        raise Damaged(file, _("A text in it cannot be read.")) from error
    except (sqlite3.Error, OSError) as error:
        sentence = _of_sqlite(error, file) if isinstance(error, sqlite3.Error) else _of_disk(error, file)
        if sentence is None:
            raise
        raise sentence from error


@contextmanager
def as_sentences_about(file: Path) -> Iterator[None]:
    """As :func:`as_sentences`, about a file that is no plan: an archive, or where one is to be written."""
    try:
        yield
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            raise UserError(
                _("{file} is not there.", file=str(file)), _("Check the place, and whether it can be reached now.")
            ) from error
        raise _of_disk(error, file) from error


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another program holds the file."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code & _PRIMARY in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _of_sqlite(error: sqlite3.Error, file: Path) -> UserError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The module itself found a text that is no UTF-8, which was never written so.
        undecodable = isinstance(error, sqlite3.OperationalError) and "decode" in str(error)
        return Damaged(file, _("A text in it cannot be read.")) if undecodable else None
    match code & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return locked(file)
        case sqlite3.SQLITE_FULL:
            return full(file)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return unwritable(file)
        case sqlite3.SQLITE_CANTOPEN:
            return unopened(file)
        case sqlite3.SQLITE_IOERR:
            return UserError(
                _("The disk failed while the plan in {file} was read or written.", file=str(file)),
                _("Nothing was changed. Check the disk and its free space, then try again."),
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return Damaged(file, _("Its structure is broken."))
    return None


def _of_disk(error: OSError, file: Path) -> UserError:
    if isinstance(error, FileNotFoundError):
        return nothing_there(file)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return unwritable(file)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return full(file)
    return UserError(
        _("{file} cannot be used: {reason}.", file=str(file), reason=error.strerror or type(error).__name__),
        _("Nothing was changed. Check the disk and its free space, then try again."),
    )


def nothing_there(file: Path) -> UserError:
    """No plan where one was expected."""
    return Missing(
        _("There is no plan in {folder}.", folder=str(file.parent)),
        _("Check the place, or make a new plan there."),
    )


def locked(file: Path) -> UserError:
    """Another program holds the plan and does not let go."""
    return Locked(
        _("Another program is writing to the plan in {file} and does not let go.", file=str(file)),
        _("Nothing was changed. Wait for it or close it, then try again."),
    )


def full(file: Path) -> UserError:
    """No room left."""
    return UserError(
        _("The disk is full: {file} cannot grow.", file=str(file)),
        _("Nothing was changed. Free some space, then try again."),
    )


def unreadable(file: Path) -> UserError:
    """The system forbids reading."""
    return Unreadable(
        _("{file} cannot be read: the system does not allow it.", file=str(file)),
        _("Ask for the right to read it, or choose another place."),
    )


def unwritable(file: Path) -> UserError:
    """The system forbids writing."""
    return Unwritable(
        _("{file} cannot be written: the system does not allow it.", file=str(file)),
        _("Nothing was changed. Ask for the right to write there, or choose another place."),
    )


def unopened(file: Path) -> UserError:
    """SQLite could not open the file, or the journal beside it."""
    return UserError(
        _("{file}, or the journal beside it, cannot be opened.", file=str(file)),
        _("Nothing was changed. Check that the folder is there and may be written, then try again."),
    )
