"""The index of evidence: every number that the stories refer to, and how much stays private."""

from __future__ import annotations

from dataclasses import replace

from leaderplan.domain.records import EvidenceKind
from leaderplan.report.blocks.evidence import evidence
from leaderplan.report.tree import Outside, Pair, Table
from tests.report.person import PLAN, blocks_of, changed, said, source, squeezed, without

NOTHING = without("e1", "e2", "e3")


def test_each_piece_has_number_kind_date_and_what_it_supports() -> None:
    plan = without("e3")
    text = said(*evidence(source(plan)))
    assert squeezed("E1 Letter of thanks quote Jun 2025 Story 1") in text
    assert squeezed("E2 Minutes link Feb 2026 Story 1, case study") in text
    both = said(*evidence(source(changed("e1", supports=("s1", "s2"), plan=plan))))
    assert squeezed("Stories 1, 2") in both
    alone = said(*evidence(source(changed("e2", supports=("j1",), plan=plan))))
    assert squeezed("Feb 2026 Case study") in alone


def test_numbers_are_targets_and_addresses_are_links() -> None:
    (table,) = blocks_of(evidence(source(without("e3"))), Table)
    assert [row.target for row in table.rows] == ["E1", "E2"]
    assert [row.cells[1].lines[0][0].link for row in table.rows] == [
        None,
        Outside("https://westmarch.example/minutes"),
    ]


def test_an_address_that_must_not_be_opened_is_no_link() -> None:
    plan = changed("e2", url="javascript:alert(1)", kind=None, on=None)
    (table,) = blocks_of(evidence(source(plan)), Table)
    assert all(row.cells[1].lines[0][0].link is None for row in table.rows)
    assert EvidenceKind.LINK not in {record.kind for record in source(plan).evidence}


def test_what_is_private_is_counted_in_words() -> None:
    one, three = (replace(source(NOTHING), private_evidence=count) for count in (1, 3))
    assert [type(block) for block in evidence(one)[0].blocks] == [Pair]
    assert squeezed("One item is private") in said(*evidence(one))
    assert squeezed("Three items are private and are shown on request") in said(*evidence(three))


def test_without_evidence_the_section_is_empty() -> None:
    assert evidence(source(NOTHING))[0].blocks == ()
    assert evidence(source(PLAN, ("s2",), ()))[0].blocks == ()
