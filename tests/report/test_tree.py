"""The tree refuses unsafe links and forgets empty sections."""

from __future__ import annotations

import pytest

from leaderplan.report.tree import Document, Foot, Heading, Outside, Prose, Run, Section, may_be_linked, rich


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "http://intranet/x", "mailto:ann@example.org"])
def test_web_and_mail_addresses_may_be_linked(address: str) -> None:
    assert Outside(address).address == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https:",
        "https://",
        "mailto:",
        "//example.org",
        "https://a b",
        "https://example.org/\n",
        "https://example.org/\N{RIGHT-TO-LEFT OVERRIDE}",
        "https://[bad",
        "https://example.org/" + "a" * 3000,
        "",
    ],
)
def test_any_other_address_stays_text(address: str) -> None:
    assert not may_be_linked(address)
    with pytest.raises(ValueError, match="not an address"):
        Outside(address)


def test_rich_text_drops_what_is_empty() -> None:
    assert rich("", "a", Run("b", bold=True)) == (Run("a"), Run("b", bold=True))


def test_a_section_without_blocks_is_not_filled() -> None:
    full = Section(Heading(1, "Full"), (Prose(rich("x")),))
    document = Document("T", "A", "en", Foot("A"), (Section(Heading(1, "Empty"), ()), full))
    assert list(document.filled()) == [full]


def test_the_foot_counts_and_takes_no_braces_from_a_name() -> None:
    assert Foot("Ann {page}").line(2, 9) == "Ann {page} · page 2 of 9"
    assert Foot("", "tudalen {page} o {pages}").line(2, 9) == "tudalen 2 o 9"
