from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.errors import UserError
from leaderplan.exchange.jsontext import DEEPEST, MOST_BOXES, MOST_VALUES, json_of, json_value, value_shown

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_whatever_json_can_say_is_read_as_it_was_written(value: object) -> None:
    assert json_of(json.dumps(value, ensure_ascii=False).encode(), "x") == value
    assert json_of(json.dumps(value).encode("utf-16"), "x") == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a":1,"a":2}', "says a twice"),
        ("[NaN]", "number that JSON does not know"),
        ("[-Infinity]", "number that JSON does not know"),
        ("[1e999]", "number that JSON does not know"),
        ("[" + "1" * 5_000 + "]", "number that JSON does not know"),
        (r'["\ud800"]', r"half a character, \\ud800"),
        (r'{"\udc00": 1}', r"half a character, \\udc00"),
        ('{"a": }', "not JSON from line 1, column 7 on"),
        ("[1,\n2,\n]", "not JSON from line 3"),
        ("", "not JSON"),
        ("'a'", "not JSON"),
        ("[" * 33 + "]" * 33, f"deeper than {DEEPEST}"),
        ("[" * 5_000, f"deeper than {DEEPEST}"),
        ('{"a":' * 5_000, f"deeper than {DEEPEST}"),
        ("[" + "1," * (MOST_VALUES + 1) + "1]", f"more than {MOST_VALUES} values"),
        ("[" + "[],{}" * (MOST_BOXES + 1) + "1]", f"{MOST_BOXES} lists or objects"),
    ],
)
def test_what_json_leaves_open_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        json_value(text, "x")


def test_what_comes_close_to_the_limits_is_read() -> None:
    assert json_value("[" * DEEPEST + "]" * DEEPEST, "x")
    assert json_value(r'["\ud83d\ude00"]', "x") == ["😀"]


@pytest.mark.parametrize("sign", [",", "[", "{", '\\"', "\\\\"])
def test_signs_within_a_text_are_no_values(sign: str) -> None:
    text = sign * (MOST_VALUES + 1)
    assert json_value(f'["{text}", 1]', "x") == [json.loads(f'"{text}"'), 1]


def test_half_a_character_is_read_where_it_is_welcome() -> None:
    assert json_value(r'["\ud800"]', "x", halves=True) == ["\ud800"]


def test_a_value_in_a_sentence_says_what_it_is() -> None:
    values: tuple[object, ...] = ({}, [], None, True, 5, "a\nb")
    assert [str(value_shown(value)) for value in values] == [
        "an object", "a list", "null", "true", "5", "a b",
    ]  # fmt: skip


@given(st.text())
def test_any_text_is_json_or_a_sentence(text: str) -> None:
    with contextlib.suppress(UserError):
        assert json_value(text, "x") == json.loads(text)
