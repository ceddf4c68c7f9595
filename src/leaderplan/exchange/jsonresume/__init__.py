"""JSON Resume 1.0.0: posts, achievements, evidence and the empty fields of the profile. docs/formats/json-resume.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from leaderplan.domain.changes import Imported
from leaderplan.domain.edits import put
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Profile
from leaderplan.errors import UserError
from leaderplan.exchange.guard import one_line, prose, shown
from leaderplan.exchange.importer import NO_MAPPING
from leaderplan.exchange.jsonresume.career import take_posts, take_projects
from leaderplan.exchange.jsonresume.proof import take_proof
from leaderplan.exchange.jsonresume.resume import Resume, resume_of
from leaderplan.exchange.jsonresume.taking import Taking
from leaderplan.exchange.jsontext import json_of
from leaderplan.exchange.known import Known
from leaderplan.exchange.named import Named
from leaderplan.exchange.problems import refuse, unstorable
from leaderplan.exchange.writtendates import is_open

MEND = _("Mend these places in the file, or in the program that wrote it, and import it again.")

MOST_NOTES = 50
"""Notes, and names in one, that are said."""

_SNIFFED = re.compile(rb'"(?:basics|work|volunteer|projects)"\s*:\s*[\[{n]')


def sniff(data: bytes, name: str) -> bool:
    """Whether it is one object that speaks of work or basics."""
    start = data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    plain = data.replace(b"\0", b"") if data[:4].count(0) else data
    return start.startswith(b"{") and _SNIFFED.search(plain) is not None


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
    """What a JSON Resume adds to ``plan``; of the profile only empty fields are filled.

    Raises UserError for a file that is none, and for wrong dates and types all at once, by path.
    """
    if mapping or into:
        raise UserError(
            _("A JSON Resume has no columns, and its sections have their tables."), _("Leave --map and --into out.")
        )
    resume = resume_of(json_of(data, name), name)
    refuse(name, resume.wrong, MEND)
    taking = Taking(plan, new_id, Named(plan, new_id), Known(plan, "post", "achievement", "evidence"))
    posts = take_posts(taking, resume.work, "work") + take_posts(taking, resume.volunteer, "volunteer")
    take_projects(taking, resume.projects, posts)
    take_proof(taking, resume)
    records = [*taking.named.people.values(), *taking.records, *_profile(taking, resume)]
    edit = put(plan, *records, label=_("Import {name}", name=shown(name)))
    refuse(name, (*taking.wrong, *unstorable(plan, edit, taking.place)), MEND)
    return Imported(edit, _notes(taking, resume))


def _profile(taking: Taking, resume: Resume) -> tuple[Profile, ...]:
    """The profile with its empty fields filled, and the post that still goes on as the current role."""
    basics = resume.basics
    taking.look_over(basics, "basics")
    told: dict[str, str] = {
        "name": one_line(basics.name),
        "headline": prose(basics.label),
        "about": prose(basics.summary),
        "email": one_line(basics.email),
        "phone": one_line(basics.phone),
    }
    now = [work for work in resume.work if work.startDate and (not work.endDate.strip() or is_open(work.endDate))]
    profile = next(iter(taking.plan.all(Profile)), None) or Profile(id=taking.new_id())
    if len(now) == 1 and not profile.current_role and not profile.organisation:
        told |= {"current_role": one_line(now[0].position), "organisation": one_line(now[0].employer)}
    filled: dict[str, Any] = {field: text for field, text in told.items() if text and not getattr(profile, field)}
    return (replace(profile, **filled),) if filled else ()


def _notes(taking: Taking, resume: Resume) -> tuple[Message, ...]:
    notes = taking.notes[:MOST_NOTES]
    if more := len(taking.notes) - MOST_NOTES:
        notes += [_n("{count} more note of this kind.", "{count} more notes of this kind.", more)] if more > 0 else []
    if resume.unkept:
        notes.append(_("A plan has no place for these sections, which stay in the file: {names}.",
                       names=", ".join(resume.unkept)))  # fmt: skip
    unread = [*map(shown, resume.unknown[:MOST_NOTES]), *taking.unread]
    if unread:
        dots = ["…"] if len(unread) > MOST_NOTES or len(resume.unknown) > MOST_NOTES else []
        notes.append(_("Not read: {names}.", names=", ".join(unread[:MOST_NOTES] + dots)))
    if taking.already:
        notes.append(_n(
            "{count} entry is in the plan already, by its name, dates and required fields, and was left as it is.",
            "{count} entries are in the plan already, by name, dates and required fields, and were left as they are.",
            taking.already,
        ))  # fmt: skip
    return tuple(notes)
