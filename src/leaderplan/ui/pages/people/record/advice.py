"""What the rules say of a person, at the foot of the page."""

from __future__ import annotations

from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Person
from leaderplan.ui.pages.advice import Advice


class PersonAdvice(Advice):
    """What to do about somebody."""

    about = Person
    dismissed = _("This is not said of this person any more.")

    def title(self, count: int) -> Message:
        return _n("One thing to do", "{count} things to do", count)
