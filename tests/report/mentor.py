"""A round of review on the small plan of one person: what a mentor said of it, and the report on that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from leaderplan import assets
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, CommentKind, Fate, Person, Round, Tier
from leaderplan.domain.review.rounds import rounds
from leaderplan.report import tree
from leaderplan.report.blocks import BLOCKS
from leaderplan.report.layout import read_layout
from leaderplan.report.making import Made, make_of_round
from tests.report.person import RECORDS, TODAY

REPORT = read_layout(assets.ROOT / "layouts" / "review-report.toml", BLOCKS)
TEXTS_OF_COMMENTS = ("quote", "prefix", "suffix", "text", "proposed", "author", "reason", "of_table", "field")
NADIA = Person(id="nadia", name="Nadia Khan", tier=Tier.MENTOR)
ROUND = Round(
    id="n2", title="Nadia Khan, round 1", mentor="nadia", sent_on=PartialDate(2026, 3, 2),
    message="Where would a panel stop believing me?", scope=("s1", "s2", "c1"),
)  # fmt: skip


def said(id: str, kind: CommentKind = CommentKind.COMMENT, **fields: Any) -> Comment:
    """A comment of the round, open unless ``fields`` say otherwise."""
    own = {"round": "n2", "author": "Nadia Khan", "fate": Fate.OPEN, "came_on": PartialDate(2026, 3, 6)}
    return Comment(id=id, kind=kind, **{**own, "written_at": datetime(2026, 3, 4, 12, tzinfo=UTC), **fields})


SAID = (
    said("n-v1", record="s1", of_table="achievement", field="result", text="Who says so?"),
    said("n-v2", record="s1", of_table="achievement", field="result", text="Who says so, and where?", revises="n-v1",
         fate=Fate.DONE, reason="It stands in E2.", written_at=datetime(2026, 3, 5, 12, tzinfo=UTC)),
    said("n-va", CommentKind.ANSWER, parent="n-v2", text="The register of claims.", author="Rhian Calloway", fate=None,
         came_on=None),
    said("n-w1", CommentKind.SUGGESTION, record="s1", of_table="achievement", field="action",
         quote="I brought four teams", proposed="I asked four teams", text="You cannot bring people.",
         fate=Fate.ACCEPTED),
    said("n-t1", record="s2", of_table="achievement", field="action", text="Dearer than what?"),
    said("n-t2", CommentKind.WITHDRAWN, revises="n-t1", record="s2", of_table="achievement", field="action", fate=None,
         written_at=datetime(2026, 3, 6, 12, tzinfo=UTC)),
    said("n-r1", CommentKind.RATING, record="c1", of_table="competency", level="l3", text="Not yet four."),
    said("n-p1", CommentKind.TESTIMONIAL, record="j1", of_table="collaboration", text="They asked us first.",
         fate=Fate.ACCEPTED),
    said("n-g1", record="gone", of_table="achievement", field="title", quote="A lost story", text="Say who paid.",
         fate=Fate.DECLINED, reason="It is gone."),
    said("n-x1", CommentKind.THREE_WORDS, text="Plain. Impatient. Kind.", fate=Fate.DONE),
)  # fmt: skip


def with_round(*said: Comment, round: Round = ROUND, records: Iterable[Record] = RECORDS) -> Plan:
    """The small plan with a round, and the comments of it."""
    return Plan.of((*records, NADIA, round, *said))


def report(plan: Plan, sent: Plan | None = None, **options: Any) -> Made:
    """The report on the newest round of a plan."""
    return make_of_round(plan, REPORT, next(iter(rounds(plan)), None), sent, today=TODAY, language=ENGLISH, **options)


def entries(made: Made) -> list[tree.Entry]:
    """The comments of a report, in its order."""
    return [block for section in made.document.sections for block in section.blocks if isinstance(block, tree.Entry)]


def ids(made: Made) -> Iterator[str]:
    """The id of each comment, version and answer of a report."""
    return (prose.id for entry in entries(made) for prose in entry.blocks if prose.id)


def lines(entry: tree.Entry) -> list[str]:
    """The side column, then the text of an entry, line by line."""
    return [_text(line) for line in (*entry.label, *(prose.text for prose in entry.blocks))]


def entry_of(made: Made, id: str) -> tree.Entry:
    """The entry in which a comment stands."""
    return next(entry for entry in entries(made) if id in [prose.id for prose in entry.blocks])


def _text(line: tree.Rich) -> str:
    return "".join(part.text for part in line if isinstance(part, tree.Run))


def altered(id: str, **fields: Any) -> tuple[Comment, ...]:
    """All that was said, one comment of it with other values."""
    return tuple(replace(comment, **fields) if comment.id == id else comment for comment in SAID)
