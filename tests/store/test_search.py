from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leaderplan.domain import edits
from leaderplan.domain.fields import Attachment
from leaderplan.domain.records import Achievement, Claim, Competency, Evidence, Framework, Person, Round
from leaderplan.store import Hit, Workspace
from leaderplan.store.query import expression, tokens
from leaderplan.store.search import texts
from tests.store.plans import LINE, TEXT, opened, queue


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("search")) as workspace:
        workspace.commit(
            edits.add(
                Person(
                    id="zoe-00001",
                    name="Zoë Ŵyn",
                    private_notes="Likes C++ and foo-bar\nand O'Brien",
                    role="Head of IT",
                ),
                queue(result="We cut the queue: <b>nobody</b> waits & R&D is glad", tags=("citizens first", "queue")),
                Achievement(id="other-001", title="Closed a data centre", situation="It had a long queue of repairs"),
                Achievement(id="greek-001", title="Υπηρεσία πολιτών", task="Цифровой сервис 数字服务 😀"),
                Framework(id="frame-001", title="Frame"),
                Competency(id="comp-0001", framework="frame-001", title="Direction"),
                Claim(id="claim-001", achievement="queue-0001", competency="comp-0001"),
                Evidence(id="proof-001", title="Letter", attachment=Attachment("a" * 64, "thank-you.pdf", 3)),
            )
        )
        yield workspace


def ids(workspace: Workspace, text: str) -> list[str]:
    return [hit.id for hit in workspace.search(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zoe wyn", "zoe-00001"),
        ("ZOË", "zoe-00001"),
        ("c++", "zoe-00001"),
        ("foo-bar", "zoe-00001"),
        ("O'Brien", "zoe-00001"),
        ("head it", "zoe-00001"),
        ("citizens first", "queue-0001"),
        ("r&d", "queue-0001"),
        ("<b>nobody", "queue-0001"),
        ("πολιτών", "greek-001"),
        ("цифров", "greek-001"),
        ("数字", "greek-001"),
        ("thank-you", "proof-001"),
        ("data cent", "other-001"),
    ],
)
def test_any_text_of_any_record_is_found_as_people_type_it(workspace, text, found):
    assert ids(workspace, text) == [found]


def test_a_word_in_the_title_counts_more(workspace):
    assert ids(workspace, "queue") == ["queue-0001", "other-001"]


def test_all_words_must_be_there(workspace):
    assert ids(workspace, "queue zoe") == []


@pytest.mark.parametrize("text", ["", " ", "+++", "\x00", '"', "*", "😀", "-- ' \" ( )"])
def test_what_has_no_letter_and_no_digit_finds_nothing(workspace, text):
    assert workspace.search(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "AND", "OR NOT", "NEAR(a b)", "title:x", "a*", "^a", "{a}", '"a', "a\x00b", "a\ud800b", "(((a",
        "a;DROP TABLE search",
        "-a", "a" * 10_000, "a " * 5_000, "\u202eabc", "' OR 1=1 --", "a\nb\tc", "\\", "a\\", "?1 :x @y $z", "ﷺ", "²",
    ],
)  # fmt: skip
def test_nothing_that_is_typed_is_syntax(workspace, text):
    assert isinstance(workspace.search(text), list)


@given(st.text(max_size=300))
@example('"')
@settings(max_examples=200)
def test_no_text_breaks_the_search(workspace, text):
    for hit in workspace.search(text, limit=3):
        assert workspace.plan.find(hit.id)


@given(st.text())
def test_a_query_has_a_limit(text):
    assert len(tokens(text * 40)) <= 16
    assert all(any(map(str.isalnum, word)) for word in tokens(text))
    assert sum(map(len, tokens(text * 40))) <= 256


def test_quotes_are_doubled():
    assert expression(tokens('say "hi" x')) == '"say"* """hi""" "x"*'


def test_what_was_found_is_marked_without_markup(workspace):
    (hit,) = workspace.search("nobody glad")
    assert hit.table == "achievement"
    assert "<b>nobody</b>" in hit.snippet
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["nobody", "glad"]
    (hit,) = workspace.search("likes brien")
    assert "\n" not in hit.snippet
    assert next(hit.snippet[start:end] for start, end in hit.marks) == "Likes"


def test_one_or_two_letters_list_what_was_changed_last(tmp_path):
    with opened(tmp_path) as workspace:
        for number in range(4):
            workspace.commit(edits.add(Person(id=f"person-{number}", name=f"Ann {number}")))
        assert ids(workspace, "an") == ["person-3", "person-2", "person-1", "person-0"]
        workspace.commit(edits.alter(workspace.plan, Person(id="person-1", name="Ann 1"), role="Head"))
        assert ids(workspace, "a")[0] == "person-1"
        assert [hit.id for hit in workspace.search("a", limit=2)] == ["person-1", "person-3"]


def test_control_characters_do_not_reach_the_index(tmp_path):
    with opened(tmp_path, queue(result="a\x02fake\x03 b\x1bc")) as workspace:
        assert workspace.search("fake") == [Hit("queue-0001", "achievement", "a fake  b c", ((2, 6),))]


def test_what_another_program_just_added_is_not_shown_before_the_plan_has_it(tmp_path):
    with opened(tmp_path) as workspace, Workspace.open(workspace.folder) as other:
        other.commit(edits.add(queue()))
        assert workspace.search("queue") == []
        workspace.poll()
        assert ids(workspace, "queue") == ["queue-0001"]


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 5), LINE, TEXT, st.booleans()), max_size=12))
def test_the_index_agrees_with_the_plan_after_any_edits(tmp_path_factory, moves):
    with opened(tmp_path_factory.mktemp("index")) as workspace:
        for number, title, result, goes in moves:
            record = workspace.plan.find(f"story-{number:03}")
            if record and goes:
                workspace.commit(edits.remove(workspace.plan, record))
            elif goes:
                workspace.undo()
            else:
                workspace.commit(
                    edits.put(workspace.plan, Achievement(id=f"story-{number:03}", title=title, result=result))
                )
        assert workspace.check() == []
        for record in workspace.plan:
            title = " ".join(texts(record)[0].split()[:2])
            if tokens(title) and title.isascii():
                assert record.id in [hit.id for hit in workspace.search(title)]


def test_what_is_for_the_program_alone_is_not_found(tmp_path):
    with opened(tmp_path) as workspace:
        workspace.commit(edits.add(Round(id="round-0001", title="Nadia Khan", key="f00d", message="Be frank")))
        assert workspace.search("f00d") == []
        assert ids(workspace, "frank") == ["round-0001"]
