"""A plan with a file attached and a little history, and keys that take no time to make."""

from __future__ import annotations

import pyrage
import pytest

from leaderplan.domain import edits
from leaderplan.domain.records import Evidence
from leaderplan.exchange.sealed import Key
from leaderplan.store import Workspace
from tests.store.plans import linked, opened, renamed, story


def cheap_key() -> Key:
    """A key that is not under any passphrase."""
    return Key(str(pyrage.x25519.Identity.generate()), b"age-encryption.org/v1\n")


@pytest.fixture
def key() -> Key:
    """What seals archives in these tests."""
    return cheap_key()


@pytest.fixture
def folder(tmp_path):
    """The folder of a plan: a story with a letter, one version of it, and a person in the bin."""
    with opened(tmp_path, *linked()) as workspace:
        letter = Evidence(id="letter-01", title="Letter", attachment=workspace.blobs.keep(b"Thanks", "letter.txt"))
        workspace.commit(edits.add(letter))
        renamed(workspace, story(workspace), title="Later")
        workspace.draft("queue-0001", "ended", "last sprin")
        bob = workspace.plan.find("bob-00001")
        assert bob
        workspace.commit(edits.remove(workspace.plan, bob))
    return workspace.folder


def same(one: Workspace, other: Workspace) -> bool:
    """Whether two plans hold the same, with their past and what is typed."""
    return (
        one.plan == other.plan
        and one.history(limit=1000) == other.history(limit=1000)
        and one.drafts() == other.drafts()
        and all(one.versions(record.id) == other.versions(record.id) for record in one.plan)
    )
