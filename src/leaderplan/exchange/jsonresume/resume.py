"""A whole JSON Resume: its sections entry by entry, with what is wrong and what is not kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from leaderplan.domain.messages import Message, _
from leaderplan.errors import UserError
from leaderplan.exchange.guard import shown
from leaderplan.exchange.jsonlist import MOST_ROWS
from leaderplan.exchange.jsonresume.shape import (
    MOST_TEXTS,
    Award,
    Basics,
    Certificate,
    Part,
    Project,
    Publication,
    Reference,
    Work,
)
from leaderplan.exchange.jsontext import value_shown
from leaderplan.exchange.problems import MOST_WRONG, Wrong

P = TypeVar("P", bound=Part)

SECTIONS = ("basics", "work", "volunteer", "projects", "awards", "certificates", "publications", "references")
"""The sections that are read."""
UNKEPT = ("education", "skills", "languages", "interests")
"""The sections of the format for which a plan has no place."""
_SILENT = ("$schema", "meta")


@dataclass(slots=True)
class Resume:
    """The file as values, and everything whose shape is wrong. Entries stay where they stood: null is an empty one."""

    basics: Basics = field(default_factory=Basics)
    work: tuple[Work, ...] = ()
    volunteer: tuple[Work, ...] = ()
    projects: tuple[Project, ...] = ()
    awards: tuple[Award, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    publications: tuple[Publication, ...] = ()
    references: tuple[Reference, ...] = ()
    unkept: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    wrong: list[Wrong] = field(default_factory=list)

    def entry(self, kind: type[P], value: Any, path: str) -> P:
        """One object of the file; an empty one where its shape is wrong."""
        try:
            return kind.model_validate({} if value is None or value == [] else value)  # PHP writes {} as []
        except ValidationError as error:
            self.wrong += [
                Wrong(_path(path, each["loc"]), _said(each), len(self.wrong))
                for each in error.errors(include_url=False)[:MOST_WRONG]
            ]
            return kind()

    def entries(self, kind: type[P], value: Any, section: str) -> tuple[P, ...]:
        """A section that is a list of objects."""
        if value is None or value == {}:
            return ()
        if not isinstance(value, list):
            message = _("a list belongs here, not {value}.", value=value_shown(value))
            self.wrong.append(Wrong(section, message, len(self.wrong)))
            return ()
        found = []
        for index, each in enumerate(value):
            if len(self.wrong) >= MOST_WRONG:
                break
            found.append(self.entry(kind, each, f"{section}[{index}]"))
        return tuple(found)


def resume_of(value: Any, name: str) -> Resume:
    """The sections of a JSON Resume; raises UserError for what is none, and for one that is too large."""
    if not isinstance(value, dict) or not any(section in value for section in SECTIONS):
        raise UserError(
            _("{name} is not a JSON Resume: it has none of {sections}.",
              name=shown(name), sections=", ".join(SECTIONS)),
            _("Export it again as JSON Resume, or name its format with --as."),
        )  # fmt: skip
    if sum(map(_size, value.values())) > MOST_ROWS:
        raise UserError(
            _("{name} holds more than {most} entries and highlights.", name=shown(name), most=MOST_ROWS),
            _("Split it into smaller files."),
        )
    resume = Resume(
        unkept=tuple(section for section in UNKEPT if value.get(section)),
        unknown=tuple(key for key, each in value.items()
                      if each not in (None, "", [], {}) and key not in (*SECTIONS, *UNKEPT, *_SILENT)),
    )  # fmt: skip
    resume.basics = resume.entry(Basics, value.get("basics"), "basics")
    resume.work = resume.entries(Work, value.get("work"), "work")
    resume.volunteer = resume.entries(Work, value.get("volunteer"), "volunteer")
    resume.projects = resume.entries(Project, value.get("projects"), "projects")
    resume.awards = resume.entries(Award, value.get("awards"), "awards")
    resume.certificates = resume.entries(Certificate, value.get("certificates"), "certificates")
    resume.publications = resume.entries(Publication, value.get("publications"), "publications")
    resume.references = resume.entries(Reference, value.get("references"), "references")
    return resume


def _size(section: Any) -> int:
    """Entries of a section with the texts in their lists."""
    if not isinstance(section, list):
        return 0
    lists = (each.get("highlights") for each in section if isinstance(each, dict))
    return len(section) + sum(len(each) for each in lists if isinstance(each, list))


def _path(start: str, loc: tuple[int | str, ...]) -> str:
    return start + "".join(f"[{part}]" if isinstance(part, int) else f".{shown(part)}" for part in loc)


def _said(error: ErrorDetails) -> Message:
    given = value_shown(error["input"])
    match error["type"]:
        case "string_type":
            return _("text belongs here, not {value}.", value=given)
        case "tuple_type":
            return _("a list belongs here, not {value}.", value=given)
        case "value_error":
            return _("the list holds more than {most} texts.", most=MOST_TEXTS)
        case _:
            return _("an object belongs here, not {value}.", value=given)
