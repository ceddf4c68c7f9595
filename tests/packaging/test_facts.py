from __future__ import annotations

import dataclasses
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.requirements import Requirement

import facts
import leaderplan
from facts import parts
from leaderplan.exchange.archive import layout
from leaderplan.exchange.review import layout as review

SOURCE = (facts.HERE / "package.toml").read_text("utf-8")
KNOWN = facts.read()
PROJECT = tomllib.loads((facts.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NUMBERS = st.lists(st.integers(0, 10**6), min_size=1, max_size=5)


def test_what_package_toml_says_is_all_known_and_nothing_else() -> None:
    written = tomllib.loads(SOURCE)
    known = dataclasses.asdict(KNOWN)
    assert known.pop("version") == leaderplan.__version__
    known["file_type"] = list(known.pop("file_types"))
    known["program"]["description"] = list(known["program"]["description"])
    assert known == written


def test_no_fact_is_empty() -> None:
    for table in tomllib.loads(SOURCE).values():
        for one in table if isinstance(table, list) else [table]:
            assert one and all(value for value in one.values()), one


@pytest.mark.parametrize(
    "key", [key for key in re.findall(r"^(\w+) = ", SOURCE, re.MULTILINE) if key not in {*KNOWN.floors, *KNOWN.limits}]
)
def test_a_fact_that_is_missing_or_not_known_is_no_fact_that_is_guessed(tmp_path: Path, key: str) -> None:
    file = tmp_path / "package.toml"
    file.write_text(re.sub(rf"^{key} = ", f"un{key} = ", SOURCE, count=1, flags=re.MULTILINE), "utf-8")
    with pytest.raises((KeyError, TypeError), match=key):
        facts.read(file)


def test_the_keys_that_were_tried_are_there() -> None:
    assert {"id", "command", "suffix", "mime", "sha256"} <= set(re.findall(r"^(\w+) = ", SOURCE, re.MULTILINE))


def test_the_packages_bear_the_version_that_the_program_tells() -> None:
    assert KNOWN.version == facts.version() == leaderplan.__version__


def test_a_double_click_opens_what_the_program_writes() -> None:
    assert [(kind.suffix, kind.mime) for kind in KNOWN.file_types] == [
        (layout.SUFFIX, layout.MIME),
        (review.SUFFIX, review.MIME),
        (review.ANSWER_SUFFIX, review.ANSWER_MIME),
    ]


def test_a_floor_is_no_lower_than_what_the_project_asks_for() -> None:
    assert set(KNOWN.floors) == {"python", "qt", "sqlite"}
    asked = {one.name: one for one in map(Requirement, PROJECT["dependencies"])}
    assert asked["pyside6-essentials"].specifier.contains(KNOWN.floors["qt"])
    assert parts(KNOWN.floors["python"]) >= parts(PROJECT["requires-python"].removeprefix(">="))


def test_the_sqlite_that_is_compiled_is_one_that_the_trial_lets_pass() -> None:
    assert parts(KNOWN.sqlite.version) >= parts(KNOWN.floors["sqlite"])
    assert re.fullmatch(r"[\w-]+@\d+\.\d+\.\d+", KNOWN.sqlite.npm), "a version that is not exact may change"
    assert re.fullmatch("[0-9a-f]{64}", KNOWN.sqlite.sha256)


def test_a_package_has_to_be_smaller_than_what_it_unpacks_to() -> None:
    assert set(KNOWN.limits) == {"bundle", "compressed"}
    assert 0 < KNOWN.limits["compressed"] < KNOWN.limits["bundle"]


@given(NUMBERS, NUMBERS)
def test_versions_stand_in_the_order_of_their_numbers(one: list[int], other: list[int]) -> None:
    texts = [".".join(map(str, numbers)) for numbers in (one, other)]
    assert parts(texts[0]) == tuple(one)
    assert (parts(texts[0]) < parts(texts[1])) == (one < other)


@given(NUMBERS, st.sampled_from(["rc1", "+dfsg", "a", "-1", " final"]))
def test_what_follows_the_digits_of_a_version_does_not_count(numbers: list[int], rest: str) -> None:
    text = ".".join(map(str, numbers))
    assert parts(text + rest) == parts(text)


def test_a_later_version_is_later_though_its_letters_are_not() -> None:
    assert parts("3.9.0") < parts("3.10.0") and parts("3.51.2") < parts("3.51.3") and parts("x.1") == (0, 1)
