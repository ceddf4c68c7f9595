from __future__ import annotations

from dataclasses import replace

from leaderplan.domain.fields import Attachment
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Evidence
from tests.report.person import RECORDS, made

ALL = ("s1", "s2", "j1")
FILES = {"e1": "lost.pdf", "e2": "whole.pdf", "e3": "private.pdf"}


def trouble(attachment: Attachment) -> Message | None:
    return None if attachment.name == "whole.pdf" else _("The file {name} is missing.", name=attachment.name)


def test_files_that_are_missing_are_named_and_the_document_is_the_same() -> None:
    plan = Plan.of(
        replace(record, attachment=Attachment("0" * 64, FILES[record.id], 1))
        if isinstance(record, Evidence)
        else record
        for record in RECORDS
    )
    result = made(plan, chosen=ALL, trouble=trouble)
    assert [ENGLISH.say(message) for message in result.troubles] == ["Evidence E1: The file lost.pdf is missing."]
    assert result.document == made(plan, chosen=ALL).document
    assert made(plan, chosen=ALL).troubles == ()
