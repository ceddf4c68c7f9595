"""Which achievements and collaborations go into a document, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Collaboration, Document, DocumentItem, Stage
from leaderplan.domain.rules.story_check import State, state
from leaderplan.report.blocks.stories import told

_SHOWN = (Stage.AGREED, Stage.DELIVERING, Stage.DELIVERED, Stage.TOLD)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is printed, in order, and a sentence for each thing that was chosen and cannot be printed."""

    stories: tuple[Achievement, ...]
    collaborations: tuple[Collaboration, ...]
    left_out: tuple[Message, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all that is printed."""
        return tuple(record.id for record in (*self.stories, *self.collaborations))


def prepared(plan: Plan, layout: str) -> Document | None:
    """The document that was prepared last with this layout."""
    documents = [document for document in plan.all(Document) if document.layout == layout]
    return max(documents, key=lambda document: document.id, default=None)


def items(plan: Plan, document: Document) -> tuple[DocumentItem, ...]:
    """The items of a prepared document, in its order."""
    found = plan.referring(DocumentItem, "document", document)
    return tuple(sorted(found, key=lambda item: (item.position or 0, item.id)))


def choose(plan: Plan, ids: Iterable[str]) -> Chosen:
    """The records of these ids that can be printed: not private, and with something told."""
    stories: list[Achievement] = []
    joint: list[Collaboration] = []
    left_out: list[Message] = []
    for record in filter(None, (plan.find(id) for id in dict.fromkeys(ids))):
        reason = _reason(record)
        if reason:
            left_out.append(reason)
        elif isinstance(record, Achievement):
            stories.append(record)
        else:
            assert isinstance(record, Collaboration)
            joint.append(record)
    return Chosen(tuple(stories), tuple(joint), tuple(left_out))


def _reason(record: Record) -> Message | None:
    if not isinstance(record, (Achievement, Collaboration)):
        return _("{name} is not something that this document shows.", name=record.heading or type(record).one)
    if record.private:
        return _("{name} is private and stays out.", name=record.heading)
    if isinstance(record, Achievement) and not told(record):
        return _("{name} has no story yet and stays out.", name=record.heading)
    return None


def suggested(plan: Plan) -> tuple[str, ...]:
    """What a portfolio holds where nobody chose: stories, newest first, then the collaborations that were agreed.

    Stories that are told in full are taken, or where there is none yet all of which anything is told.
    """
    begun = [story for story in plan.all(Achievement) if not story.private and told(story)]
    stories = [story for story in begun if state(plan, story) is not State.CAPTURED] or begun
    stories.sort(key=lambda story: (str(story.ended.last) if story.ended else "", story.id), reverse=True)
    joint = [entry for entry in plan.all(Collaboration) if entry.stage in _SHOWN and not entry.private]
    joint.sort(key=lambda entry: (str(entry.due.last) if entry.due else "", entry.id), reverse=True)
    return tuple(record.id for record in (*stories, *joint))
