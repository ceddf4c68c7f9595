"""A scenario fails at its first operation, at its second, and so on until it gets through; or dies there."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from leaderplan.domain.messages import Message
from leaderplan.domain.plan import Plan
from leaderplan.errors import UserError
from leaderplan.store import Workspace
from tests.faults.disk import Act, Failing
from tests.faults.scenarios import Scenario
from tests.faults.tally import Tally
from tests.faults.watching import watching
from tests.faults.workloads import Pair, held, older, plan_in
from tests.store.plans import Clock

CODES = (errno.EIO, errno.ENOSPC)
_MOST = 5000

State = tuple[Plan, list[Message], dict[Pair, str]]
"""What a plan folder holds, without the moments, which a second try changes."""


class Stopping:
    """One scenario, tried in a folder of its own."""

    def __init__(self, scenario: Scenario, scratch: Path) -> None:
        self._scenario = scenario
        self._root = scratch / "stopped"
        self._folder = self._root / "plan"
        self._template = scratch / "template"
        self._template.mkdir()
        scenario.prepare(self._template / "plan")
        self._old_bytes = _bytes(self._template / "plan" / "plan.db")
        self._before = self._state(self._template) if scenario.prepare is not older else None
        self._again()
        self._through()
        self._after = self._state(self._root)

    def fails(self, code: int, *, lasts: bool, first: int = 1, every: int = 1) -> Tally:
        """The operation fails with this error once, or all from it on do; of ``every`` so many the ``first`` and on."""
        how = "from then on" if lasts else "once"
        tally = Tally(f"{errno.errorcode[code]} {how}: {self._scenario.name}")
        begun = time.perf_counter()
        for place in range(first, _MOST, every):
            self._again()
            fault = Failing(place, code, lasts=lasts)
            wrong = self._failed(fault)
            if not fault.hit:
                break
            tally.count += 1
            tally.corrupt += [f"at {place}: {text}" for text in wrong]
        tally.seconds = time.perf_counter() - begun
        return tally

    def dies(self, first: int = 1, every: int = 1) -> Tally:
        """The program is killed just before the operation."""
        tally = Tally(f"killed: {self._scenario.name}")
        begun = time.perf_counter()
        for place in range(first, _MOST, every):
            self._again()
            if not self._died(place):
                break
            tally.count += 1
            tally.corrupt += [f"at {place}: {text}" for text in self._left()]
        tally.seconds = time.perf_counter() - begun
        return tally

    def _failed(self, fault: Failing) -> list[str]:
        """Act with the fault; gives what is wrong with what came of it."""
        wrong: list[str] = []
        with watching(self._root) as disk:
            workspace = Workspace.open(self._folder, clock=Clock()) if self._scenario.done else None
            disk.fault = fault
            silent = False
            try:
                self._scenario.act(self._folder, workspace)
                silent = True
            except UserError:
                pass
            except Exception as error:
                wrong.append(f"{type(error).__name__} instead of a sentence: {error}")
            disk.fault = None
            if silent:
                wrong += self._not_done(workspace)
            wrong += self._left(workspace, told=silent)
            wrong += self._second(workspace)
            if workspace:
                workspace.close()
        return wrong + self._closed()

    def _not_done(self, workspace: Workspace | None) -> list[str]:
        done = self._scenario.done
        return ["it said nothing and did nothing"] if workspace and done and not done(workspace) else []

    def _left(self, workspace: Workspace | None = None, *, told: bool = False) -> list[str]:
        """What is wrong with the files as they lie there: a copy is opened, as after a crash."""
        copied = self._root.with_name("copied")
        shutil.copytree(self._root, copied)
        try:
            found = self._state(copied)
            wrong = self._scenario.proof(copied, told)
        except UserError as error:
            return [f"does not open: {error}"]
        except AssertionError as error:
            return [str(error)]
        finally:
            shutil.rmtree(copied)
        if found not in (self._before, self._after):
            return ["neither the old plan nor the new one"]
        if workspace:
            workspace.poll()
            if workspace.plan != (found and found[0]):
                return ["the open plan is not the one on the disk"]
        return wrong + self._old_kept()

    def _second(self, workspace: Workspace | None) -> list[str]:
        """What is wrong with a second try, now that the disk is well again."""
        done = self._scenario.done
        if done(workspace) if workspace and done else self._scenario.settled(self._folder):
            return []
        try:
            self._scenario.act(self._folder, workspace)
        except UserError as error:
            return [f"a second try fails: {error}"]
        return self._not_done(workspace)

    def _closed(self) -> list[str]:
        """What is wrong once all is closed: it must be the plan that the scenario leads to."""
        try:
            other = [] if self._state(self._root) == self._after else ["the second try led to another plan"]
            return other + self._scenario.proof(self._root, True)
        except (UserError, AssertionError) as error:
            return [f"after closing: {error}"]

    def _old_kept(self) -> list[str]:
        if self._scenario.prepare is not older:
            return []
        places = [self._folder / "plan.db", *self._folder.glob("backups/*.db")]
        return [] if any(_bytes(place) == self._old_bytes for place in places) else ["the older file is gone"]

    def _died(self, place: int) -> bool:
        """Act in a process of its own that is killed at that operation; whether it came to that."""
        child = os.fork()
        if not child:  # pragma: no cover - the coverage of a process that is killed is never written
            _die(self._scenario, self._root, self._folder, place)
        _pid, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            raise AssertionError(f"the program ended by itself at {place}")
        return os.WIFSIGNALED(status)

    def _through(self) -> None:
        workspace = Workspace.open(self._folder, clock=Clock()) if self._scenario.done else None
        self._scenario.act(self._folder, workspace)
        if workspace:
            workspace.close()

    def _again(self) -> None:
        shutil.rmtree(self._root, ignore_errors=True)
        shutil.copytree(self._template, self._root)

    @staticmethod
    def _state(root: Path) -> State | None:
        """What is there: None for no plan. Raises AssertionError where the check finds anything."""
        plan = plan_in(root)
        if not (plan / "plan.db").exists():
            return None
        with Workspace.open(plan) as workspace:
            found = held(workspace)
            assert (troubles := workspace.check()) == [], f"check: {troubles[0].what} ({troubles[0].where})"
        return found.plan, [step.label for step in found.steps], found.drafts


def _die(scenario: Scenario, root: Path, folder: Path, place: int) -> None:  # pragma: no cover
    class Deadly(Failing):
        def __call__(self, act: Act, path: str) -> None:
            self.place -= 1
            if not self.place:
                os.kill(os.getpid(), signal.SIGKILL)

    status = 1
    try:
        with watching(root) as disk:
            workspace = Workspace.open(folder, clock=Clock()) if scenario.done else None
            disk.fault = Deadly(place)
            scenario.act(folder, workspace)
            status = 0
    finally:
        os._exit(status)


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def every_way(scenario: Scenario, scratch: Path, every: int = 1) -> Iterator[Tally]:
    """Both errors, once and lasting, then kills; of every so many operations one, each way beginning at another."""
    stopping = Stopping(scenario, scratch)
    ways = [(code, lasts) for code in CODES for lasts in (False, True)]
    for first, (code, lasts) in enumerate(ways):
        yield stopping.fails(code, lasts=lasts, first=first % every + 1, every=every)
    if hasattr(os, "fork"):
        yield stopping.dies(len(ways) % every + 1, every)
