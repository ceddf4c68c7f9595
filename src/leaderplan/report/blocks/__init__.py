"""Sections of documents: a selection in, tree out. BLOCKS names each as layouts do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from leaderplan.report.blocks.collaborations import collaborations
from leaderplan.report.blocks.competencies import competencies
from leaderplan.report.blocks.evidence import evidence
from leaderplan.report.blocks.profile import profile
from leaderplan.report.blocks.reviews import review
from leaderplan.report.blocks.source import Source
from leaderplan.report.blocks.stories import stories
from leaderplan.report.blocks.voices import quotes, run_change_transform
from leaderplan.report.tree import Section

Block: TypeAlias = Callable[[Source], tuple[Section, ...]]

BLOCKS: Mapping[str, Block] = {
    "profile": profile,
    "competencies": competencies,
    "stories": stories,
    "collaborations": collaborations,
    "run_change_transform": run_change_transform,
    "quotes": quotes,
    "evidence": evidence,
    "review": review,
}
