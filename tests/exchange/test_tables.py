from __future__ import annotations

import pytest

from leaderplan.domain.fields import Kind, specs
from leaderplan.domain.records import RECORDS, Achievement, ServiceStep
from leaderplan.errors import UserError
from leaderplan.exchange.tables import no_such_field, record_type_of, wanted


def test_a_table_is_named_as_in_code_with_either_dash() -> None:
    assert record_type_of("service_step") is record_type_of(" Service-Step ") is ServiceStep
    with pytest.raises(UserError, match="Name one of these: profile, post"):
        record_type_of("achievements")


def test_a_slip_in_a_field_is_answered_with_the_field_that_is_meant() -> None:
    assert str(no_such_field(Achievement, "Titel")).endswith("is title meant?")
    assert "they have title, started" in str(no_such_field(Achievement, "zzz"))


def test_every_field_says_what_it_wants() -> None:
    texts = {str(wanted(spec)) for record_type in RECORDS for spec in specs(record_type).values()
             if spec.kind not in (Kind.TEXT, Kind.PROSE, Kind.ADDRESS)}  # fmt: skip
    assert "text" not in texts and "one of run, change, transform" in texts and "a whole number from 0 to 3" in texts
