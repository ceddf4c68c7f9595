from __future__ import annotations

import pytest

from leaderplan.domain.fields import specs
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Collaboration, Person, Post
from leaderplan.errors import UserError
from leaderplan.exchange.named import Named, NotFound
from tests.exchange.readers import ANN, ME, PLAN, POST, counting

PEOPLE, POSTS = (specs(Achievement)[name] for name in ("people", "post"))


def test_a_person_is_found_by_name_or_id_and_made_once_where_unknown() -> None:
    named = Named(PLAN, counting())
    assert named.id_of(PEOPLE, "ann  PRICE") == ANN.id == named.id_of(PEOPLE, ANN.id[-8:])
    tom = named.id_of(PEOPLE, "Tom Bevan")
    assert named.id_of(PEOPLE, "tom bevan") == tom
    assert [person.name for person in named.people.values()] == ["Tom Bevan"]


def test_a_post_is_found_by_its_title_with_or_without_the_organisation() -> None:
    named = Named(PLAN, counting())
    for text in ("head of it", "Head of IT, Bryn Council", "Head of IT at Bryn Council", "Head of IT (Bryn Council)"):
        assert named.id_of(POSTS, text) == POST.id
    with pytest.raises(NotFound, match="nothing among Posts is called Chief"):
        named.id_of(POSTS, "Chief")


def test_a_name_that_several_have_is_not_guessed() -> None:
    plan = Plan.of([ME, ANN, Person(id="other", name="Ann Price"), Post(id="x", title="A", organisation="B"),
                    Post(id="y", title="A", organisation="C")])  # fmt: skip
    named = Named(plan, counting())
    with pytest.raises(NotFound, match="may be several records"):
        named.id_of(PEOPLE, "Ann Price")
    assert named.id_of(POSTS, "A at C") == "y"


def test_the_planner_is_found_where_a_field_may_name_them() -> None:
    assert Named(PLAN, counting()).id_of(specs(Collaboration)["co_owner"], "Sam Morgan") == ME.id


def test_a_file_may_not_name_people_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leaderplan.exchange.named.MOST_PEOPLE", 2)
    named = Named(PLAN, counting())
    assert named.person("A") and named.person("B") and named.person("a")
    with pytest.raises(UserError, match="more than 2 people"):
        named.id_of(PEOPLE, "C")
