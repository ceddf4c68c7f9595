"""The real store on a watched disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from unittest import mock

from leaderplan.store import database
from tests.faults.apswconnection import connected
from tests.faults.disk import Disk, Fault
from tests.faults.pythonfiles import PythonFiles
from tests.faults.virtualfiles import VirtualFiles

_numbers = count()


@contextmanager
def watching(root: Path, fault: Fault | None = None) -> Iterator[Disk]:
    """Every file operation under ``root``, of SQLite and of Python, goes by a disk that writes it down.

    Nothing else of the store is replaced: the one function that makes connections makes them with apsw.
    """
    disk = Disk(root, fault)
    files = VirtualFiles(f"watched-{next(_numbers)}", disk)
    with (
        mock.patch.object(database, "raw", lambda file, mode: connected(file, mode, files.name, database.BUSY_SECONDS)),
        PythonFiles(disk).in_place(),
        # What the kernel copies by itself would be seen by nobody; shutil then reads and writes.
        mock.patch.object(shutil, "_USE_CP_SENDFILE", False, create=True),
    ):
        yield disk
    files.unregister()
