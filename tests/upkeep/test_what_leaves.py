"""A marker in every field that may not leave is found in no byte of what goes to a mentor, comes back, or is logged."""

from __future__ import annotations

import io
import logging
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from leaderplan import assets, logs
from leaderplan.domain import edits
from leaderplan.domain.fields import specs
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import BY_TABLE, Achievement, Evidence, Person, Profile, Round
from leaderplan.domain.review.seen import record_hash
from leaderplan.domain.review.sending import Wanted, Wish, everything
from leaderplan.exchange.review import form
from leaderplan.report.blocks import BLOCKS
from leaderplan.report.layout import read_layouts
from leaderplan.report.making import make, make_of_round
from leaderplan.report.pdf.fonts import Fonts
from leaderplan.report.pdf.write import write_pdf
from leaderplan.store import Workspace
from leaderplan.upkeep import reviews
from tests.mentoring import TODAY, answered, said, stamp
from tests.store.markers import Marked, marker, traces
from tests.store.plans import opened


@pytest.fixture
def workspace(tmp_path: Path) -> Any:
    """A plan with a marker in every field of every type of record, of which as much goes as ever may."""
    with opened(tmp_path) as found:
        marked = Marked(found)
        for table, record in marked.records.items():
            flags: Any = {name: False for name in ("private", "personal_use_only") if name in specs(type(record))}
            marked.records[table] = replace(record, **flags)
        story = marked.records["achievement"]
        bound: Any = {"given_on": record_hash(story), "supports": (story.id,)}
        marked.records["evidence"] = replace(marked.records["evidence"], **bound)
        profile = marked.records.pop("profile")
        mine = {name: getattr(profile, name) for name in specs(Profile)}
        found.commit(edits.add(*marked.records.values()))
        found.commit(edits.alter(found.plan, found.plan.all(Profile)[0], **mine))
        assert {record.table for record in found.plan} == set(BY_TABLE)
        yield found


def what_may_not_leave(workspace: Workspace, *, files: bool) -> dict[str, set[bytes]]:
    """The traces of each field that may not leave, by table and field."""
    found: dict[str, set[bytes]] = {}
    for record in workspace.plan:
        for name, spec in specs(type(record)).items():
            if not spec.shared or (name == "attachment" and not files):
                left = traces(spec.kind, marker(record.table, name, 0), getattr(record, name))
                if left:
                    found[f"{record.table}.{name}"] = left
    return found | {"evidence.given_on": {_bound(workspace).encode()}}


def _bound(workspace: Workspace) -> str:
    [words] = workspace.plan.all(Evidence)
    return words.given_on


def unpacked(data: bytes) -> bytes:
    """Every byte of a review file: as it lies there, and of each part of it."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return data + b"".join(packed.read(name) + name.encode() for name in packed.namelist())


def leaks(workspace: Workspace, data: bytes, *, files: bool = False) -> list[str]:
    """Where what is in these bytes was not to leave."""
    lower = data.lower()
    secrets = what_may_not_leave(workspace, files=files)
    return [place for place, found in secrets.items() if any(trace in lower for trace in found)]


@pytest.mark.parametrize("files", [False, True])
def test_what_may_not_leave_is_nowhere_in_what_is_sent_comes_back_or_is_logged(
    workspace: Workspace, tmp_path: Path, files: bool
) -> None:
    handler = logs.keep(workspace.folder)
    secrets = what_may_not_leave(workspace, files=files)
    assert len(secrets) > 40 and {"person.private_notes", "round.key", "comment.seen_hash"} <= secrets.keys()
    file, mentor = tmp_path / "r.leaderplan-review", workspace.plan.all(Person)[0]
    wanted = everything(workspace.plan)
    proof = frozenset([each.id for each in workspace.plan.all(Evidence)] if files else [])
    wish = Wish(Wanted(wanted.records, others=True, files=proof), mentor)
    sent = reviews.send(workspace, wish, file, None, stamp())
    everywhere = unpacked(file.read_bytes())
    assert {record.table for record in sent.review.plan} > {"achievement", "evidence", "person", "round", "comment"}
    assert marker("achievement", "title", 0).encode() in everywhere and bool(sent.review.files) is files
    assert leaks(workspace, everywhere, files=files) == []
    page = form.write(sent.review, ENGLISH, assets.read_bytes)
    assert marker("achievement", "title", 0).encode() in page
    assert leaks(workspace, page, files=files) == []

    story = workspace.plan.all(Achievement)[0]
    answer = answered(sent.review, said(record=story.id), said(record="nobody"))
    assert leaks(workspace, answer, files=files) == []
    reviews.take_in(workspace, reviews.offered(workspace, answer, "a", TODAY), TODAY, ENGLISH.say)

    logging.getLogger("leaderplan").info("It was sent")
    assert handler is not None
    handler.close()
    logging.getLogger("leaderplan").removeHandler(handler)
    written = b"".join(each.read_bytes() for each in (workspace.folder / "log").rglob("*") if each.is_file())
    assert written and leaks(workspace, written) == [] and b"Nadia" not in written


@pytest.mark.parametrize("layout", ["portfolio", "review-report"])
def test_what_may_not_leave_is_nowhere_in_a_document(workspace: Workspace, layout: str) -> None:
    plan, chosen = workspace.plan, read_layouts(assets.ROOT / "layouts", BLOCKS)[layout]
    if layout == "portfolio":
        made = make(plan, chosen, today=TODAY, language=ENGLISH, chosen=[r.id for r in plan.all(Achievement)])
    else:
        made = make_of_round(plan, chosen, plan.all(Round)[0], None, today=TODAY, language=ENGLISH)
    printed = write_pdf(made.document, "A4", Fonts.read(assets.ROOT / "fonts"))
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(printed.pdf)).pages)
    shared = "achievement" if layout == "portfolio" else "round"
    assert marker(shared, "title", 0).encode() in text.lower().encode()
    assert leaks(workspace, text.encode() + printed.pdf) == []


def test_the_search_finds_what_does_leave(workspace: Workspace) -> None:
    notes = marker("person", "private_notes", 0).encode()
    assert leaks(workspace, b"before " + notes + b" behind") == ["person.private_notes"]
    assert leaks(workspace, _bound(workspace).encode()) == ["evidence.given_on"]
