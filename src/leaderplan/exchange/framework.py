"""LeaderPlan's framework file read into records: a framework, its levels, competencies and descriptors.

The format is docs/formats/framework.md. Ids follow from the framework's key and from codes and ranks alone, without
the version, so that a new edition alters the records of the old one and every claim on them stays.
"""

from __future__ import annotations

from pydantic import ValidationError

from leaderplan.domain.changes import Imported
from leaderplan.domain.edits import put
from leaderplan.domain.fields import Record
from leaderplan.domain.ids import shipped_id
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plain import from_plain
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Competency, Descriptor, Framework, Level
from leaderplan.errors import UserError
from leaderplan.exchange.framework_shape import FrameworkFile, contradictions, wrong_values

MOST_NAMED = 5
"""So many faults of a file are named; with more, the rest is counted."""


def read(data: bytes, plan: Plan) -> Imported:
    """What the framework in ``data`` (UTF-8 JSON) would change in ``plan``; raises UserError for any other file.

    What the plan has of an older edition and the file has no more stays: absence in a file never deletes.
    """
    found = records(data)
    framework = found[0]
    known = plan.find(framework.id)
    label = (
        _("Bring the framework {title} up to date", title=framework.heading)
        if known
        else _("Add the framework {title}", title=framework.heading)
    )
    return Imported(put(plan, *found, label=label), tuple(_notes(found, plan)))


def records(data: bytes) -> tuple[Record, ...]:
    """The records of a framework file, the framework first; raises UserError for any other file."""
    file = _parsed(data)
    key = file.framework.key
    framework = from_plain(Framework, {"id": shipped_id(key, "framework", "framework"), **file.framework.model_dump()})
    levels = {
        part.rank: Level(id=shipped_id(key, "level", str(part.rank)), framework=framework.id, **part.model_dump())
        for part in file.levels
    }
    ids = {part.code: shipped_id(key, "competency", part.code) for part in file.competencies}
    competencies = [
        Competency(
            id=ids[part.code],
            framework=framework.id,
            parent=ids[part.parent] if part.parent else None,
            position=position,
            **part.model_dump(exclude={"parent"}),
        )
        for position, part in enumerate(file.competencies, 1)
    ]
    descriptors = [
        Descriptor(
            id=shipped_id(key, "descriptor", f"{part.competency}/{part.level}"),
            competency=ids[part.competency],
            level=levels[part.level].id,
            text=part.text,
        )
        for part in file.descriptors
    ]
    return (framework, *levels.values(), *competencies, *descriptors)


def _parsed(data: bytes) -> FrameworkFile:
    try:
        file = FrameworkFile.model_validate_json(data)
    except ValidationError as error:
        raise _refusal(wrong_values(error)) from error
    if wrong := tuple(contradictions(file)):
        raise _refusal(wrong)
    return file


def _refusal(wrong: tuple[Message, ...]) -> UserError:
    named, left = wrong[:MOST_NAMED], len(wrong) - MOST_NAMED
    if left > 0:
        named = (*named, _n("{count} more", "{count} more", left))
    return UserError(
        _("This is not a competency framework as LeaderPlan reads it: {wrong}.", wrong=named),
        _("Put that right in the file, or choose another one. docs/formats/framework.md says how it is built."),
    )


def _notes(found: tuple[Record, ...], plan: Plan) -> list[Message]:
    framework = found[0]
    assert isinstance(framework, Framework)
    described = {record.competency for record in found if isinstance(record, Descriptor)}
    notes = [
        _n(
            "{title}, version {version}: {count} competency.",
            "{title}, version {version}: {count} competencies.",
            len(described), title=framework.title, version=framework.version,
        )
    ]  # fmt: skip
    ids = {record.id for record in found}
    left = [c for c in plan.all(Competency) if c.framework == framework.id and c.id not in ids]
    if left:
        notes.append(
            _n(
                "{count} competency of the plan is not in the file. It stays, with what was claimed for it.",
                "{count} competencies of the plan are not in the file. They stay, with what was claimed for them.",
                len(left),
            )
        )
    if framework.personal_use_only:
        notes.append(_("It is for your own use only: its texts are left out of what you share."))
    return notes
