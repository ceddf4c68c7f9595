from __future__ import annotations

import gettext
from datetime import UTC, date, datetime

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import ENGLISH, Language
from leaderplan.domain.messages import Message, _, _n, from_plain, to_plain


class Backwards(gettext.NullTranslations):
    """A catalogue that shows what went through it."""

    def gettext(self, message: str) -> str:
        return f"<{message}>"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return f"<{one if count == 1 else many}>"


def test_arguments_are_written_in_the_language() -> None:
    message = _("{a}; {b}; {c}; {d}; {e}", a=1234.5, b=PartialDate(2025, 3), c=date(2025, 3, 4), d=_("inner"), e="x{y}")
    assert ENGLISH.say(message) == "1,234.5; Mar 2025; 4 Mar 2025; inner; x{y}"


def test_a_text_from_a_record_is_never_taken_for_a_template() -> None:
    assert ENGLISH.say(_("Remove {name}", name="{0.__class__}")) == "Remove {0.__class__}"
    assert ENGLISH.say(_("{already} braces")) == "{already} braces"


def test_a_catalogue_serves_messages_and_those_inside_them() -> None:
    language = Language("xx", Backwards())
    assert language.say(_("Outer {part}", part=_("inner"))) == "<Outer <inner>>"
    assert language.say(_n("{count} day", "{count} days", 2)) == "<2 days>"


@pytest.mark.parametrize(("count", "said"), [(1, "1 day"), (0, "0 days"), (1200, "1,200 days")])
def test_plurals(count: int, said: str) -> None:
    assert ENGLISH.say(_n("{count} day", "{count} days", count)) == said


def test_a_series_ends_with_and() -> None:
    assert ENGLISH.say(_("{x}", x=(_("a"), _("b"), _("c")))) == "a, b and c"
    assert ENGLISH.series(["a"]) == "a"
    assert ENGLISH.series([]) == ""


def test_a_message_reads_as_english_in_a_log() -> None:
    assert str(_n("{count} record of {x}", "{count} records of {x}", 2, x=(_("a"), _("b")))) == "2 records of a, b"


def test_spans_and_moments() -> None:
    assert ENGLISH.span(PartialDate(2025, 9), PartialDate(2026, 3)) == "Sep 2025 – Mar 2026"
    assert ENGLISH.span(None, PartialDate(2026, 3, 1), long=True) == "1 March 2026"
    assert ENGLISH.span(PartialDate(2021), None) == "since 2021"
    assert ENGLISH.span(PartialDate(2021), PartialDate(2021)) == "2021"
    assert ENGLISH.span(None, None) == ""
    assert ENGLISH.moment(datetime(2026, 3, 12, 9, 5, tzinfo=UTC)).startswith("12 Mar 2026, ")
    assert ENGLISH.short_day(date(2026, 3, 2)) == "2 Mar"
    assert ENGLISH.weekday(date(2026, 3, 12)) == "Thursday"
    assert ENGLISH.say(_("{at}", at=datetime(2026, 3, 12, tzinfo=UTC))).count(":") == 1


@pytest.mark.parametrize(
    ("number", "written"), [(4.0, "4"), (-17, "−17"), (0.1, "0.1"), (1e6, "1,000,000"), (2.50, "2.5")]
)
def test_numbers(number: float, written: str) -> None:
    assert ENGLISH.number(number) == written


def test_a_message_survives_json() -> None:
    message = _n("Import {count} row of {file}", "Import {count} rows of {file}", 3, file="a.csv")
    assert from_plain(to_plain(message)) == message
    assert from_plain(to_plain(_("Test"))) == Message("Test")


@pytest.mark.parametrize("plain", [{}, {"id": 3}, {"id": "a", "args": []}, {"id": "a", "count": "b"}])
def test_what_is_no_message_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not a message"):
        from_plain(plain)
