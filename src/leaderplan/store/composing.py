"""Several changes of one record, made one after the other, as one."""

from __future__ import annotations

from typing import Any

from leaderplan.store.partial import State

Ends = tuple[State, State]
"""A record before and after a change: all fields that it had where it was added or removed, else those that changed."""


def composed(first: Ends, then: Ends) -> Ends:
    """``first`` and ``then`` as one change; two equal ends where nothing is left of them."""
    (before, between), (again, after) = first, then
    if between is None:
        return (None, after) if before is None else _replaced(before, after)
    if after is None:
        return (None if before is None else _whole((again or {}) | before)), None
    if before is None:
        return None, _whole(between | after)
    return _differing((again or {}) | before, between | after)


def _replaced(before: dict[str, Any], after: State) -> Ends:
    """A record that went and came back, perhaps as another."""
    if after is None:
        return before, None
    names = dict.fromkeys([*before, *after])
    return _differing({name: before.get(name) for name in names}, {name: after.get(name) for name in names})


def _differing(before: dict[str, Any], after: dict[str, Any]) -> Ends:
    names = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in names}, {name: after[name] for name in names}


def _whole(state: dict[str, Any]) -> dict[str, Any]:
    """As the history keeps a whole record: without what is empty."""
    return {name: value for name, value in state.items() if value is not None}
