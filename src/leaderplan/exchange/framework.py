"""LeaderPlan's framework file read into records: a framework, its levels, competencies and descriptors.

The format is docs/formats/framework.md. Ids follow from the framework's key and from codes and ranks alone, without
the version, so that a new edition alters the records of the old one and every claim on them stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

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
from leaderplan.exchange.framework_faults import contradictions, wrong_values
from leaderplan.exchange.framework_shape import FrameworkFile
from leaderplan.exchange.importer import NO_MAPPING
from leaderplan.exchange.jsontext import json_of
from leaderplan.exchange.problems import Wrong, refuse

LARGEST = 20_000_000
"""Bytes of a framework file."""
MEND = _("Put that right in the file, or choose another one. docs/formats/framework.md says how it is built.")


def sniff(data: bytes, name: str) -> bool:
    """Whether it looks like a framework file: one JSON object that speaks of a framework, levels and descriptors."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and all(key in data for key in (b'"framework"', b'"levels"', b'"descriptors"'))


def read(
    data: bytes,
    name: str,
    plan: Plan,
    *,
    today: date,
    new_id: Callable[[], str],
    mapping: Mapping[str, str] = NO_MAPPING,
    into: str | None = None,
) -> Imported:
    """What the framework in the file called ``name`` would change in ``plan``.

    Raises UserError for a file of another shape. What the plan has of an older edition and the file has no more stays:
    absence in a file never deletes.
    """
    if mapping or into:
        raise UserError(_("A framework has no columns and goes into no table."), _("Leave --map and --into out."))
    found = read_framework(data, name)
    title = found[0].heading
    known = plan.find(found[0].id) is not None
    label = _("Update the framework {title}", title=title) if known else _("Add the framework {title}", title=title)
    return Imported(put(plan, *found, label=label), tuple(_notes(found, plan)))


def read_framework(data: bytes, name: str = "framework.json") -> tuple[Record, ...]:
    """The records of a framework file, the framework first; raises UserError for a file of another shape."""
    file = _parsed(data, name)
    key = file.framework.key
    framework = from_plain(Framework, {"id": shipped_id(key, "framework", "framework"), **file.framework.model_dump()})
    levels = {
        part.rank: Level(id=shipped_id(key, "level", str(part.rank)), framework=framework.id, **part.model_dump())
        for part in file.levels
    }
    ids = {part.code: shipped_id(key, "competency", part.code) for part in file.competencies}
    competencies = [
        from_plain(
            Competency,
            part.model_dump()
            | {
                "id": ids[part.code],
                "framework": framework.id,
                "parent": ids[part.parent] if part.parent else None,
                "position": position,
            },
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


def _parsed(data: bytes, name: str) -> FrameworkFile:
    value = json_of(data, name, LARGEST)
    wrong: tuple[Wrong, ...] = ()
    try:
        file = FrameworkFile.model_validate(value)
    except ValidationError as error:
        wrong = wrong_values(error)
    refuse(name, wrong, MEND)
    refuse(name, contradictions(file), MEND)
    return file


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
