"""Comments as a script gives them: JSON objects about the records of a review, all of them right or none taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from leaderplan.domain.cleaning import clean
from leaderplan.domain.fields import Kind, Record, specs
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plain import WrongValue, to_plain, value_from_plain
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, CommentKind, Competency, Level, Round
from leaderplan.domain.review import merging
from leaderplan.domain.review.anchor import around, find, text_of
from leaderplan.domain.review.book import says_something
from leaderplan.domain.review.merging import Answer
from leaderplan.errors import UserError
from leaderplan.exchange.guard import shown
from leaderplan.exchange.ids import Ids, is_uuid
from leaderplan.exchange.jsonlist import Item, items_of
from leaderplan.exchange.jsontext import value_shown
from leaderplan.exchange.problems import Wrong, refuse
from leaderplan.exchange.review.answer import plain_comment, said_in
from leaderplan.exchange.review.layout import MOST_COMMENTS
from leaderplan.exchange.review.package import Review
from leaderplan.exchange.tables import wanted

FIELDS = (
    "id", "record", "field", "quote", "kind", "text", "proposed", "level", "revises", "parent", "written_at",
)  # fmt: skip
"""What an object may say; everything else of a comment follows from it."""


def read(
    data: bytes, name: str, review: Review, author: str, at: datetime, new_id: Callable[[], str]
) -> tuple[Comment, ...]:
    """The comments of ``author`` on ``review``, written at ``at`` where they do not say when, in the order of the file.

    Raises UserError (:class:`~leaderplan.exchange.problems.WrongFile` with all problems by path) where anything is
    wrong with any of them, as merging the answer would find it.
    """
    items = list(items_of(data, name))
    if len(items) > MOST_COMMENTS:
        raise UserError(
            _("{name} holds more than {most} comments.", name=shown(name), most=MOST_COMMENTS), _("Say less.")
        )
    reading = _Reading(review, author, at, Ids(_with_own(review.plan, items)))
    found = [(item, reading.comment(item, new_id)) for item in items]
    reading.try_to_merge(found)
    refuse(name, reading.wrong, _("Mend what is listed and try again."))
    return tuple(comment for _item, comment in found)


def plain(comment: Comment) -> dict[str, Any]:
    """A comment as :func:`read` takes it."""
    held = to_plain(comment)
    return {name: held[name] for name in FIELDS if held[name] is not None}


def _with_own(plan: Plan, items: Iterable[Item]) -> Plan:
    """The review with the comments of the file, which may name one another."""
    ids = {item.value["id"] for item in items if isinstance(item.value, dict) and isinstance(item.value.get("id"), str)}
    return Plan.of((*plan, *(Comment(id=id) for id in ids if plan.find(id) is None)))


@dataclass(slots=True)
class _Reading:
    """One file of comments, with what is wrong with it so far."""

    review: Review
    author: str
    at: datetime
    ids: Ids
    wrong: list[Wrong] = field(default_factory=list)

    def tell(self, item: Item, name: str, message: Message) -> None:
        """Note what is wrong with one field of an object, or with the whole object."""
        self.wrong.append(Wrong(item.path(shown(name)), message, item.index))

    def comment(self, item: Item, new_id: Callable[[], str]) -> Comment:
        """The comment as the object wants it, without what is wrong with it."""
        if not isinstance(item.value, dict):
            self.tell(item, "", _("an object belongs here, not {value}.", value=value_shown(item.value)))
            return Comment(id=new_id(), round=self.review.head.round)
        values = self._values(item)
        about = self._record(item, values.pop("record", None))
        given: dict[str, Any] = {"id": new_id(), "written_at": self.at + timedelta(microseconds=item.index)} | values
        made = Comment(
            **given,
            round=self.review.head.round,
            author=self.author,
            record=about.id if about else None,
            of_table=about.table if about else "",
        )
        made = replace(self._in_its_place(item, made, about), level=self._level(item, made, about))
        self._check(item, made)
        return made

    def _values(self, item: Item) -> dict[str, Any]:
        """The fields that stand for themselves."""
        declared = specs(Comment)
        values: dict[str, Any] = {}
        for name, held in item.value.items():
            if name not in FIELDS:
                self.tell(item, name, _("a comment has no such field; it has {fields}.", fields=", ".join(FIELDS)))
            elif held is None or held == "" or name == "level":
                continue
            elif name == "id":
                values |= self._id(item, held)
            else:
                try:
                    value = value_from_plain(declared[name], held)
                except WrongValue:
                    self.tell(item, name, _("{value} is not {wanted}.", value=value_shown(held),
                                            wanted=wanted(declared[name])))  # fmt: skip
                    continue
                values[name] = clean(value) if declared[name].kind in (Kind.TEXT, Kind.PROSE) else value
        return values | {name: self.ids.whole(values[name]) for name in ("revises", "parent") if name in values}

    def _id(self, item: Item, held: object) -> dict[str, Any]:
        if is_uuid(held):
            return {"id": held}
        self.tell(item, "id", _("{value} is no UUID in lower case; leave it out to have one made.",
                                value=value_shown(held)))  # fmt: skip
        return {}

    def _record(self, item: Item, given: str | None) -> Record | None:
        if given is None:
            return None
        found = self.review.plan.find(self.ids.whole(given))
        if found is None:
            self.tell(item, "record", _("no record of the review, or more than one, has an id that ends in {id}.",
                                        id=shown(given)))  # fmt: skip
        return found

    def _in_its_place(self, item: Item, made: Comment, about: Record | None) -> Comment:
        """With the quoted words as they stand in the text, and what stands around them."""
        if about is None:
            if (made.field or made.quote) and not self._is_told(item):
                self.tell(item, "record", _("say which record it is about."))
            return made
        named = [made.field] if made.field else list(specs(type(about)))
        if not made.quote or (made.field and made.field not in specs(type(about))):
            return made
        found = [(name, span) for name in named if (span := find(text_of(about, name), made.quote))]
        if len(found) != 1:
            self.tell(item, "quote", _("these words stand in more than one part: say in which field.") if found
                      else _("these words do not stand there."))  # fmt: skip
            return made
        [(name, span)] = found
        quote, prefix, suffix = around(text_of(about, name), span.start, span.end)
        return replace(made, field=name, quote=quote, prefix=prefix, suffix=suffix)

    def _level(self, item: Item, made: Comment, about: Record | None) -> str | None:
        """The id of the level, which may be given as its rank."""
        held = item.value.get("level")
        if held is None or held == "":
            return None
        if made.kind is not CommentKind.RATING or not isinstance(about, Competency):
            self.tell(item, "level", _("only a rating of a competency has a level."))
            return None
        levels = [level for level in self.review.plan.all(Level) if level.framework == about.framework]
        for level in levels:
            if held in (level.rank, str(level.rank)) and not isinstance(held, bool):
                return level.id
            if isinstance(held, str) and self.ids.whole(held) == level.id:
                return level.id
        ranks = ", ".join(str(rank) for rank in sorted(level.rank or 0 for level in levels))
        self.tell(item, "level", _("{value} is no level of its framework; those are {ranks}.",
                                   value=value_shown(held), ranks=ranks))  # fmt: skip
        return None

    def _check(self, item: Item, made: Comment) -> None:
        """What merging would take, and nobody could have meant."""
        if self._is_told(item):
            return
        if made.kind is None:
            self.tell(
                item, "kind", _("say what kind of comment it is: {wanted}.", wanted=wanted(specs(Comment)["kind"]))
            )
        elif made.kind is CommentKind.WITHDRAWN and not made.revises:
            self.tell(item, "revises", _("say which comment is withdrawn."))
        elif made.kind is CommentKind.RATING and not made.level:
            self.tell(item, "level", _("say at which level."))
        elif made.kind is CommentKind.SUGGESTION and not (made.field and (made.proposed or made.quote)):
            self.tell(item, "proposed", _("say for which field, or for which words of it, there are new words."))
        elif made.kind is not CommentKind.SUGGESTION and made.proposed:
            self.tell(item, "proposed", _("only a suggestion has new words."))
        elif made.kind is CommentKind.TESTIMONIAL and not made.record:
            self.tell(item, "record", _("a testimonial is given on a story or a collaboration."))
        elif not says_something(made):
            self.tell(item, "text", _("it says nothing."))

    def _is_told(self, item: Item) -> bool:
        return any(wrong.order == item.index for wrong in self.wrong[-len(FIELDS) :])

    def try_to_merge(self, found: Sequence[tuple[Item, Comment]]) -> None:
        """Note what the planner's side would reject of what is right so far."""
        head, plan = self.review.head, self.review.plan
        told = {wrong.order for wrong in self.wrong}
        right = [(item, comment) for item, comment in found if item.index not in told]
        seen: set[str] = set()
        for item, comment in right:
            if comment.id in seen:
                self.tell(item, "id", _("another comment has the same id."))
            seen.add(comment.id)
        round = Round(
            id=head.round, title=head.title, scope=tuple(record.id for record in plan), share=head.share, key=head.key
        )
        said = said_in([plain_comment(comment) for _item, comment in right], self.author, head.round)
        answer = Answer(head.plan, head.round, head.share, self.author, self.at, said, proven=True)
        for each in merging.merge(Plan.of((*plan, round)), answer, plan, self.at.date()).rejected:
            self.tell(right[each.number - 1][0], "", each.reason)
