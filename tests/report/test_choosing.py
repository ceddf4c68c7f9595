"""What goes into a document where somebody chose, prepared or did neither."""

from __future__ import annotations

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Document, DocumentItem, Stage
from leaderplan.report.choosing import Chosen, choose, items, prepared, suggested
from tests.report.person import CLAIMS, PLAN, RECORDS, changed, without


def reasons(chosen: Chosen) -> list[str]:
    return [ENGLISH.say(message) for message in chosen.left_out]


def test_the_order_is_the_one_that_was_chosen_and_nothing_comes_twice() -> None:
    chosen = choose(PLAN, ["s2", "j1", "s1", "s2"])
    assert [story.id for story in chosen.stories] == ["s2", "s1"]
    assert chosen.ids == ("s2", "s1", "j1")
    assert chosen.left_out == ()


def test_what_cannot_be_printed_is_named_with_the_reason() -> None:
    plan = Plan.of([*changed("s1", private=True), Achievement(id="s3", title="A line noted on the bus")])
    chosen = choose(plan, ["s1", "s3", "ann", "m1", "r1", "nobody knows", "j1"])
    assert chosen.stories == ()
    assert [joint.id for joint in chosen.collaborations] == ["j1"]
    assert reasons(chosen) == [
        "Claims decided in four days is private and stays out.",
        "A line noted on the bus has no story yet and stays out.",
        "Ann Price is not something that this document shows.",
        "Days to decide is not something that this document shows.",
        "Reading is not something that this document shows.",
    ]


def test_the_document_prepared_last_gives_its_items_in_their_order() -> None:
    records = (
        Document(id="d1", title="Old", layout="portfolio"),
        Document(id="d2", title="New", layout="portfolio"),
        Document(id="d3", title="Other", layout="briefing"),
        DocumentItem(id="i1", document="d2", record="s2", position=2),
        DocumentItem(id="i2", document="d2", record="s1", position=1),
        DocumentItem(id="i3", document="d1", record="j1"),
        DocumentItem(id="i4", document="d2", record="j1"),
    )
    plan = Plan.of([*RECORDS, *records])
    document = prepared(plan, "portfolio")
    assert document is not None
    assert document.title == "New"
    assert [item.record for item in items(plan, document)] == ["j1", "s1", "s2"]
    assert prepared(PLAN, "portfolio") is None


def test_suggested_is_what_is_told_in_full_newest_first_and_what_was_agreed() -> None:
    older = Achievement(id="s0", title="Before", ended=PartialDate(2019), situation="I saw it.", task="I was asked.",
                        action="I did it.", result="It held.", my_part="I wrote it.")  # fmt: skip
    plan = Plan.of([*RECORDS, older])
    assert suggested(plan) == ("s1", "j1")
    assert suggested(changed("j1", stage=Stage.TALKED)) == ("s1",)
    assert suggested(changed("j1", private=True)) == ("s1",)
    assert suggested(changed("s1", private=True)) == ("s2", "j1")


def test_where_nothing_is_told_in_full_all_that_is_begun_is_suggested() -> None:
    plan = Plan.of(Achievement(id=id, title="T", result="It held.", ended=when)
                   for id, when in (("a", None), ("b", PartialDate(2020)), ("c", PartialDate(2024))))  # fmt: skip
    assert suggested(plan) == ("c", "b", "a")
    assert suggested(Plan.of([Achievement(id="a", title="Only noted")])) == ()
    assert suggested(without(*(record.id for record in CLAIMS))) == ("s2", "j1")
