from __future__ import annotations

from dataclasses import replace

from leaderplan.domain.anonymous import BLANK
from leaderplan.domain.plain import dumps, to_plain
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Competency, Evidence, Framework, Person, Post, Profile
from leaderplan.domain.selection import select

ME = Profile(id="me", name="Rhian Price", organisation="Arrowdale", email="rhian@arrowdale.example", phone="0123 456",
             headline="Rhian Price leads at Arrowdale.", about="Call 0123 456.", current_role="Head of ICT",
             framework="f")  # fmt: skip
POSTS = (
    Post(id="p1", title="Head of ICT", organisation="Arrowdale Borough Council"),
    Post(id="p2", title="Analyst", organisation="Westmarch"),
)
ANN = Person(id="ann", name="Ann Wood", role="Manager")
STORY = Achievement(
    id="story",
    title="Arrowdale borough council decides in four days",
    people=("ann",),
    action="Ms Price said so; the price fell. WESTMARCH and Westmarches.",
)
PAPER = Evidence(id="e", title="Letter to Rhian Price", url="https://arrowdale.example/paper", supports=("story",))
FRAMEWORK = (
    Framework(id="f", title="F", publisher="Westmarch", source_url="https://example.org/f"),
    Competency(id="c", framework="f", title="Vision", phrases=("Arrowdale",)),
)
PLAN = Plan.of((ME, *POSTS, ANN, STORY, PAPER, *FRAMEWORK))


def anonymous(plan: Plan = PLAN) -> Plan:
    return select(plan, anonymous=True).plan


def story(plan: Plan) -> Achievement:
    found = plan.get(Achievement, "story")
    assert found
    return found


def test_name_contact_and_employers_are_found_nowhere() -> None:
    own = [record for record in anonymous() if record.table not in ("framework", "competency")]
    text = "\n".join(dumps(to_plain(record)) for record in own).casefold()
    for secret in ("rhian", "arrowdale", "0123 456", '"westmarch', "westmarch "):
        assert secret not in text


def test_names_within_a_text_are_blanked_and_the_sentence_stays() -> None:
    left = story(anonymous())
    assert left.title == f"{BLANK} decides in four days"
    assert left.action == f"Ms {BLANK} said so; the price fell. {BLANK} and Westmarches."


def test_roles_other_peoples_names_and_what_publishers_wrote_stay() -> None:
    left = anonymous()
    assert left.find("ann") == ANN
    assert left.find("c") == FRAMEWORK[1]
    assert left.find("f") == FRAMEWORK[0]
    post = left.get(Post, "p1")
    assert post == Post(id="p1", title="Head of ICT")


def test_addresses_on_the_web_go_because_they_name_the_employer() -> None:
    paper = anonymous().get(Evidence, "e")
    assert paper
    assert (paper.url, paper.title) == ("", f"Letter to {BLANK}")


def test_without_being_asked_for_names_stay() -> None:
    assert story(select(PLAN).plan) == STORY


def test_a_name_takes_no_other_words_out_of_a_text() -> None:
    for name in ("", "Price", "Rhian Price", "Bo Li"):
        plan = Plan.of((replace(ME, name=name), STORY, ANN))
        assert "the price fell" in story(anonymous(plan)).action
    assert story(anonymous(Plan.of((Profile(id="me"), STORY, ANN)))) == STORY


def test_a_name_of_one_word_is_taken_out_where_it_is_written_as_a_name() -> None:
    plan = Plan.of((Profile(id="me", name="Price"), STORY, ANN))
    assert story(anonymous(plan)).action.startswith(f"Ms {BLANK} said so; the price fell.")


def test_the_first_name_alone_is_taken_out_as_colleagues_say_it() -> None:
    thanks = Evidence(id="q", title="Thanks", quote="Rhian did not bring me a system.", supports=("story",))
    left = anonymous(Plan.of((replace(ME, name="Rhian van Price"), STORY, ANN, thanks))).get(Evidence, "q")
    assert left
    assert left.quote == f"{BLANK} did not bring me a system."
    driver = replace(STORY, action="A van brought it.")
    assert story(anonymous(Plan.of((replace(ME, name="Rhian van Price"), driver, ANN)))).action == driver.action
