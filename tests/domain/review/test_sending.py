from __future__ import annotations

from dataclasses import replace

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Assessment, Comment, Evidence, Expectation, Person, Round, Tier
from leaderplan.domain.review import sending
from leaderplan.domain.review.sending import Share, Wanted
from leaderplan.domain.selection import LeftOut, Reason
from tests.domain.review.plans import KARL, NADIA, PLAN, ROUND, TODAY, ids, plan, said

LETTER = Evidence(id="letter", title="Letter", supports=("story",), attachment=Attachment("b" * 64, "letter.pdf", 3))
HIDDEN = replace(LETTER, id="hidden", private=True)
ASKED = Expectation(id="asked", competency="c", level="l2")


def goes(held: Plan, wanted: Wanted, mentor: str | None = "nadia") -> set[str]:
    return {record.id for record in sending.selected(held, wanted, mentor).plan}


def test_everything_is_all_that_may_leave_without_files_and_the_ratings_of_others() -> None:
    found = goes(plan(ASKED), sending.everything(plan(ASKED)))
    assert {"story", "other", "joint", "mine", "asked", "me"} <= found
    assert not {"secret", "theirs", "karl"} & found


def test_what_others_rated_goes_where_it_is_wanted_and_their_own_always() -> None:
    wanted = sending.everything(PLAN)
    assert "theirs" in goes(PLAN, replace(wanted, others=True))
    assert "theirs" in goes(PLAN, wanted, "karl")


def test_ratings_stay_where_only_stories_were_chosen_and_it_is_said() -> None:
    selection = sending.selected(plan(ASKED), Wanted(frozenset({"story"}), competencies=False), "nadia")
    assert not {"mine", "asked", "other", "joint"} & {record.id for record in selection.plan}
    assert LeftOut("assessment", "mine", Reason.NOT_CHOSEN) in selection.left_out
    assert selection.count(Reason.NOT_CHOSEN, Assessment) == 2


def test_earlier_rounds_go_back_to_their_own_mentor_only() -> None:
    held = plan(said("1"), replace(ROUND, id="with karl", mentor="karl"), said("2", round="with karl"))
    wanted = sending.everything(held)
    assert {"round", "1"} <= goes(held, wanted)
    assert not {"with karl", "2"} & goes(held, wanted)
    assert not {"round", "1"} & goes(held, replace(wanted, earlier=False))
    assert not {"round", "1"} & goes(held, wanted, None)
    back = sending.selected(held, wanted, "nadia").plan
    assert back.get(Round, "round") == Round(id="round", title=ROUND.title, mentor="nadia", sent_on=ROUND.sent_on)
    assert back.get(Comment, "1") == said("1")


def test_the_files_that_could_go_are_those_of_evidence_that_goes() -> None:
    held = plan(LETTER, HIDDEN, replace(LETTER, id="other letter", supports=("secret",)))
    wanted = sending.everything(held)
    assert sending.files_of(held, wanted, "nadia") == (LETTER,)
    kept = sending.selected(held, wanted, "nadia").plan.get(Evidence, "letter")
    sent = sending.selected(held, replace(wanted, files=frozenset({"letter"})), "nadia").plan.get(Evidence, "letter")
    assert kept
    assert sent
    assert (kept.attachment, sent.attachment) == (None, LETTER.attachment)


def test_a_mentor_is_found_by_name_a_mentor_first_or_made() -> None:
    twin = Person(id="a twin", name="nadia khan", tier=Tier.EXECUTIVE)
    assert sending.mentor_named(plan(twin), " Nadia  Khan ") == NADIA
    assert sending.mentor_named(PLAN, "Ann Price", ids().__next__) == Person(
        id="new1", name="Ann Price", tier=Tier.MENTOR
    )


def test_a_round_notes_what_was_sent_and_adds_a_mentor_who_is_new() -> None:
    snapshot = Attachment("c" * 64, "share.zip", 9)
    selection = sending.selected(PLAN, Wanted(frozenset({"story"})), None)
    share = Share("r", "Karl Weiss, round 1", "s", "k", "i")
    for mentor, added in ((KARL, ["r"]), (replace(KARL, id="new"), ["new", "r"])):
        edit = sending.sent(PLAN, share, mentor, " Be frank. ", selection, snapshot, TODAY)
        assert [change.id for change in edit] == added
        made = PLAN.after(edit).get(Round, "r")
        assert made
        assert (made.title, made.mentor, made.message) == ("Karl Weiss, round 1", mentor.id, "Be frank.")
        assert (made.share, made.key, made.identity, made.snapshot) == ("s", "k", "i", snapshot)
        assert made.sent_on == PartialDate.of(TODAY)
        assert set(made.scope) == {record.id for record in selection.plan}
