from __future__ import annotations

import hashlib
import hmac
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from leaderplan.exchange.review.proof import canonical, is_proven, new_key, proof

texts = st.text(st.characters(codec="utf-8"))
answers = st.dictionaries(
    st.text("abcdefgh_", min_size=1, max_size=5).filter(lambda name: name != "proof"),
    texts | st.integers(-(2**53), 2**53) | st.lists(texts),
)
KEY = "0f" * 32


@given(answers)
def test_what_was_proved_is_proven_and_nothing_else(answer: dict[str, Any]) -> None:
    signed = answer | {"proof": proof(answer, KEY)}
    assert is_proven(signed, KEY)
    assert is_proven(dict(reversed(signed.items())), KEY)
    assert not is_proven(signed | {"more": ""}, KEY)
    assert not is_proven(signed, "00" * 32)
    assert not is_proven(answer, KEY)


def test_canonical_json_is_that_of_rfc_8785() -> None:
    odd = {"b": '\u20ac$\u000f\nA\'B"\\\\"/\u2028</script>', "a": [1, "é"], "proof": "x"}
    meant = '{"a":[1,"é"],"b":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028</script>"}'
    assert canonical(odd) == meant.encode()
    assert proof(odd, KEY) == hmac.new(bytes.fromhex(KEY), meant.encode(), hashlib.sha256).hexdigest()


def test_keys_differ_and_what_cannot_be_proved_is_not() -> None:
    assert new_key() != new_key()
    assert len(bytes.fromhex(new_key())) == 32
    assert not is_proven({"a": "\ud800", "proof": "0" * 64}, KEY)
    assert not is_proven({"a": "x", "proof": "0" * 64}, "no key")
