from __future__ import annotations

from leaderplan.domain.ids import new_id
from leaderplan.domain.records import Person, Post
from leaderplan.exchange.ids import Ids
from tests.exchange.readers import ANN, PLAN


def test_an_id_is_known_by_a_unique_end_of_six_characters() -> None:
    ids = Ids(PLAN)
    assert ids.whole(ANN.id[-6:]) == ids.whole(ANN.id) == ANN.id
    assert ids.whole(ANN.id[-5:]) == ANN.id[-5:]


def test_a_whole_new_id_is_taken_and_any_other_is_a_slip() -> None:
    ids, fresh = Ids(PLAN), new_id()
    assert ids.of_record(fresh, Person) == (fresh, None)
    assert ids.of_record(ANN.id, Person) == (ANN.id, None)
    for wrong in ("abcdef1", fresh.upper(), fresh[:-1], "", "../../etc", 5, None):
        assert ids.of_record(wrong, Person)[1] is not None
    assert "is one of People" in str(ids.of_record(ANN.id, Post)[1])
