"""Steps and changes in words."""

from __future__ import annotations

from collections.abc import Sequence

from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import BY_TABLE
from leaderplan.domain.worddiff import Piece, PieceKind
from leaderplan.store.steps import Step, StepKind, Touch, Touched
from leaderplan.ui.pages.history.model import Event

TOUCH_WORDS = {Touch.ADDED: _("added"), Touch.ALTERED: _("changed"), Touch.REMOVED: _("removed")}
TOUCH_ICONS = {Touch.ADDED: "plus", Touch.ALTERED: "pencil", Touch.REMOVED: "trash-2"}
_ICONS = {StepKind.UNDO: "undo-2", StepKind.REDO: "redo-2", StepKind.BEGIN: ""}


def event_of(step: Step, language: Language) -> Event:
    """The row of a step."""
    return Event(str(step.id), step.at, language.say(step.label), _icon(step), _words(step, language), step.undone)


def _icon(step: Step) -> str:
    if step.kind in _ICONS:
        return _ICONS[step.kind]
    done = {one.change for one in step.touched}
    return TOUCH_ICONS[next((touch for touch in (Touch.REMOVED, Touch.ADDED) if touch in done), Touch.ALTERED)]


def _words(step: Step, language: Language) -> tuple[str, ...]:
    words = [language.say(_("undone"))] if step.undone else []
    words += [language.say(what_it_touched(step.touched))] if step.touched else []
    return (*words, *([step.by] if step.by else []))


def what_it_touched(touched: Sequence[Touched]) -> Message:
    """``Achievement`` for one record, ``4 records`` for several."""
    if len(touched) == 1:
        return BY_TABLE[touched[0].table].one
    return _n("{count} record", "{count} records", len(touched))


def said(pieces: Sequence[Piece], language: Language) -> str:
    """A changed text as a screen reader says it: ``taken out “ten”, put in “four”``."""
    spoken = (piece for piece in pieces if piece.text.strip() and piece.kind is not PieceKind.GAP)
    return ", ".join(language.say(_said(piece)) for piece in spoken)


def _said(piece: Piece) -> Message:
    words = " ".join(piece.text.split())
    match piece.kind:
        case PieceKind.OUT:
            return _("taken out “{words}”", words=words)
        case PieceKind.IN:
            return _("put in “{words}”", words=words)
    return _("“{words}”", words=words)
