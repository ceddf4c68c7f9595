"""Work in a process of its own: what holds Python's lock for seconds would hold the window up from any thread."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def apart(work: Callable[..., T], *arguments: object) -> T:
    """What ``work(*arguments)`` returns or raises, done elsewhere; both must be found by name, and values be plain."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()
