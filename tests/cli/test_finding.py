from __future__ import annotations

from pathlib import Path

import pytest

from leaderplan.domain.rules import RULES
from tests.commandline import done, objects, refused


def test_a_search_gives_records_with_the_words_around_what_was_found(plan: Path) -> None:
    done("put", "achievement", "-", stdin=objects({"title": "Permits in an hour"}, {"title": "B", "task": "permits"}))
    rows = done("search", "permits", "--json").json
    assert [row["title"] for row in rows] == ["Permits in an hour", "B"]
    assert {row["table"] for row in rows} == {"achievement"}
    assert all("ermits" in row["snippet"] for row in rows)
    assert rows[0]["id"][-8:] in done("search", "permits").out
    assert len(done("search", "permits", "--limit", 1, "--json").json) == 1


@pytest.mark.parametrize("text", ["nowhere", "", '"', "NOT nowhere (", "a* OR NEAR("])
def test_what_is_nowhere_is_said(plan: Path, text: str) -> None:
    assert done("search", "--json", "--", text).json == []
    assert done("search", "--", text).out == f"Nothing holds “{text}”.\n"


def test_advice_is_given_with_its_reason_and_what_to_do(sample: Path) -> None:
    found = done("advise", "--json").json
    assert len(found) > 10
    assert all(set(row) == {"rule", "record", "finding", "why", "action"} for row in found)
    assert {row["rule"] for row in found} <= {rule.key for rule in RULES}
    assert all(row["finding"] and row["why"] and row["action"] for row in found)
    ids = {row["id"] for table in ("competency", "profile", "achievement", "person", "collaboration")
           for row in done("list", table, "--json").json}  # fmt: skip
    assert {row["record"] for row in found} <= ids
    assert len(done("advise").out.splitlines()) == len(found)


@pytest.mark.parametrize("rule", [rule.key for rule in RULES])
def test_one_rule_is_asked_by_its_name(sample: Path, rule: str) -> None:
    everything = done("advise", "--json").json
    assert done("advise", "--rule", rule, "--json").json == [row for row in everything if row["rule"] == rule]


def test_a_rule_that_there_is_not_is_answered_with_the_names(plan: Path) -> None:
    for name in ("luck", ""):
        assert "story_check" in refused("advise", "--rule", name)


def test_rules_with_nothing_to_say_say_so(plan: Path) -> None:
    assert done("advise", "--rule", "losing_touch").out == "The rules have nothing to say.\n"
