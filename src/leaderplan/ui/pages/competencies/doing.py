"""What a click does to the plan: rating, expecting, claiming, choosing; each stored at once, with a way back."""

from __future__ import annotations

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Achievement, Competency, Framework, Level
from leaderplan.domain.rules.chosen_framework import competencies
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.competencies import frameworks, rating


class Doing:
    """Makes the edits of the page ``by``."""

    def __init__(self, desk: Desk, by: object) -> None:
        self._desk, self._by = desk, by

    def rate(self, competency: str, level: str) -> None:
        """Rate oneself, or take today's rating back."""
        plan = self._desk.plan
        what, where = plan.get(Competency, competency), plan.get(Level, level)
        if what and where:
            self._do(rating.rated(plan, what, where, self._desk.today()))

    def expect(self, competency: str, level: str) -> None:
        """Expect a level, or none where it was this one."""
        plan = self._desk.plan
        what, where = plan.get(Competency, competency), plan.get(Level, level)
        if what and where:
            self._do(rating.expected(plan, what, where))

    def expect_everywhere(self, level: Level) -> None:
        """Expect one level of all competencies."""
        plan = self._desk.plan
        every = competencies(plan)
        said = _n("{level} is expected of {count} competency.", "{level} is expected of all {count} competencies.",
                  len(every), level=level.title)  # fmt: skip
        self._do(rating.expected_everywhere(plan, every, level), said)

    def claim(self, achievement: str, competency: str, level: Level) -> None:
        """Claim an achievement for a competency."""
        plan = self._desk.plan
        story, what = plan.get(Achievement, achievement), plan.get(Competency, competency)
        if story and what:
            said = _("{title} is claimed for {competency}.", title=story.title, competency=what.title)
            self._do(rating.claimed(plan, story, what, level), said)

    def use(self, framework: Framework) -> None:
        """Measure oneself against another framework; one that is not in the plan comes in."""
        said = _("{title} is in use.", title=framework.title)
        self._do(frameworks.in_use(self._desk.plan, framework), said)

    def remove(self, framework: Framework) -> None:
        """Take a framework out of the plan."""
        said = _("{title} is out of the plan, with its ratings and claims.", title=framework.title)
        self._do(frameworks.removed(self._desk.plan, framework), said)

    def _do(self, edit: ChangeSet, said: Message | None = None) -> None:
        if edit and self._desk.commit(edit, self._by) and said is not None:
            self._desk.toast(said)
