"""A Workspace, and a second one on the same folder, against a plain model of what they should hold."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from leaderplan.domain import edits
from leaderplan.domain.fields import Record
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Measure
from leaderplan.store import Workspace
from tests.store.plans import LINE, TEXT, Clock

SIDES = st.sampled_from(["one", "two"])
TOKENS = st.sampled_from([None, "a", "b"])


class TwoWorkspaces(RuleBasedStateMachine):
    """`states` are the plans between steps, `place` where undo and redo have led."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.clock = Clock()
        first = Workspace.create(self.root / "plan", clock=self.clock)
        self.sides = {"one": first, "two": Workspace.open(self.root / "plan", clock=self.clock)}
        self.shown = {name: side.plan for name, side in self.sides.items()}
        for name in self.sides:
            self._watch(name)
        self.states = [first.plan]
        self.place = 0
        self.ever: set[Record] = set()
        self.joinable: tuple[str, str] | None = None
        self.emptied = False
        self.made = 0

    def teardown(self) -> None:
        for name, side in self.sides.items():
            side.poll()
            assert side.plan == self.states[self.place]
            assert self.shown[name] == side.plan
        assert self.sides["one"].check() == []
        for side in self.sides.values():
            side.close()
        shutil.rmtree(self.root)

    def _watch(self, name: str) -> None:
        def follow(edit, _by) -> None:
            for change in edit:
                assert self.shown[name].find(change.id) == change.before
            self.shown[name] = self.shown[name].after(edit)

        self.sides[name].watch(follow)

    @property
    def plan(self) -> Plan:
        return self.states[self.place]

    def _commit(self, side: str, edit, join: str | None) -> None:
        workspace = self.sides[side]
        workspace.poll()
        assert workspace.plan == self.plan
        after = self.plan.after(edit)
        if workspace.commit(edit, by=side, join=join) is None:
            assert after == self.plan
            return
        if join is not None and self.joinable == (side, join):
            self.states[self.place] = after
            if self.place and after == self.states[self.place - 1]:
                self.states.pop()  # nothing is left of the step, so there is nothing to undo
                self.place -= 1
                self.emptied = True
        else:
            del self.states[self.place + 1 :]
            self.states.append(after)
            self.place += 1
            self.emptied = False
        self.joinable = (side, join) if join is not None else None

    @rule(side=SIDES, title=LINE, join=TOKENS, many=st.integers(1, 3), target=ids)
    def add(self, side: str, title: str, join: str | None, many: int) -> str:
        records: list[Record] = []
        for _ in range(many):
            self.made += 1
            records.append(Achievement(id=f"made-{self.made:05}", title=title))
        records.append(Measure(id=f"of-{records[0].id}", of=records[0].id, name=title))
        self._commit(side, edits.add(*records), None if self._is_emptying(side, join) else join)
        return records[0].id

    def _is_emptying(self, side: str, join: str | None) -> bool:
        """A step that was emptied and then goes on is told apart from a new one by nobody; the model does not try."""
        return self.emptied and self.joinable == (side, join)

    @rule(side=SIDES, id=ids, text=TEXT, join=TOKENS)
    def alter(self, side: str, id: str, text: str, join: str | None) -> None:
        if record := self.plan.find(id):
            join = None if self._is_emptying(side, join) else join
            self._commit(side, edits.alter(self.plan, record, result=text), join)

    @rule(side=SIDES, id=consumes(ids))
    def remove(self, side: str, id: str) -> None:
        if record := self.plan.find(id):
            self._commit(side, edits.remove(self.plan, record), None)
            assert self.plan.find(f"of-{id}") is None

    @rule(side=SIDES, id=ids)
    def bring_back_from_the_bin(self, side: str, id: str) -> None:
        workspace = self.sides[side]
        workspace.poll()
        if id in {one.record.id for one in workspace.removed()}:
            before = len(workspace.plan)
            workspace.restore(id)
            assert len(workspace.plan) > before
            del self.states[self.place + 1 :]
            self.states.append(workspace.plan)
            self.place += 1
            self.joinable = None

    @rule(side=SIDES, steps=st.integers(1, 3))
    def undo(self, side: str, steps: int) -> None:
        there = max(0, self.place - steps)
        assert (self.sides[side].undo(steps=steps) is None) == (there == self.place)
        self._went_to(there)

    @rule(side=SIDES, steps=st.integers(1, 3))
    def redo(self, side: str, steps: int) -> None:
        there = min(len(self.states) - 1, self.place + steps)
        assert (self.sides[side].redo(steps=steps) is None) == (there == self.place)
        self._went_to(there)

    def _went_to(self, place: int) -> None:
        if place != self.place:
            self.joinable = None
        self.place = place

    @rule(side=SIDES)
    def poll(self, side: str) -> None:
        self.sides[side].poll()
        assert self.sides[side].plan == self.plan

    @rule(side=SIDES)
    def reopen(self, side: str) -> None:
        self.sides[side].close()
        self.sides[side] = Workspace.open(self.root / "plan", clock=self.clock)
        self.shown[side] = self.sides[side].plan
        self._watch(side)
        assert self.sides[side].plan == self.plan
        if self.joinable and self.joinable[0] == side:
            self.joinable = None

    @rule(side=SIDES, id=ids)
    def what_was_is_known(self, side: str, id: str) -> None:
        workspace = self.sides[side]
        workspace.poll()
        known = [version.record for version in workspace.versions(id)]
        current = self.plan.find(id)
        assert current is None or known[0] == current
        assert set(known) <= self.ever

    @rule(side=SIDES, name=LINE)
    def draft(self, side: str, name: str) -> None:
        self.sides[side].draft("somebody", "name", name)
        assert all(each.drafts() == {("somebody", "name"): name} for each in self.sides.values())

    @invariant()
    def what_there_is_was_once(self) -> None:
        self.ever |= set(self.plan)

    @invariant()
    def undo_and_redo_are_offered_where_they_lead_somewhere(self) -> None:
        for side in self.sides.values():
            assert (side.can_undo is None) == (self.place == 0)
            assert (side.can_redo is None) == (self.place == len(self.states) - 1)


TestTwoWorkspaces = TwoWorkspaces.TestCase
TestTwoWorkspaces.settings = settings(max_examples=25, stateful_step_count=25)
