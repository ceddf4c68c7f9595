from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from leaderplan.store import Workspace
from tests.store.plans import opened


@settings(max_examples=30)
@given(st.text())
def test_any_text_that_is_typed_survives_a_crash(tmp_path_factory, text):
    workspace = opened(tmp_path_factory.mktemp("drafts"))
    workspace.draft("story-1", "ended", "first")
    workspace.draft("story-1", "ended", text)
    with Workspace.open(workspace.folder) as other:
        assert other.drafts() == {("story-1", "ended"): text}
    workspace.close()


def test_drafts_are_no_steps_and_can_be_forgotten(tmp_path):
    with opened(tmp_path) as workspace:
        workspace.draft("story-1", "ended", "2025-13")
        workspace.draft("story-2", "url", "htp:")
        assert workspace.can_undo is None
        workspace.forget_draft("story-1", "ended")
        workspace.forget_draft("story-1", "ended")
        assert workspace.drafts() == {("story-2", "url"): "htp:"}
        assert workspace.check() == []
