"""Awards, certificates, publications and references: the part of a JSON Resume that becomes evidence."""

from __future__ import annotations

from leaderplan.domain.messages import _
from leaderplan.domain.records import Evidence, EvidenceKind
from leaderplan.exchange.guard import one_line, prose
from leaderplan.exchange.jsonresume.resume import Resume
from leaderplan.exchange.jsonresume.taking import Taking


def take_proof(taking: Taking, resume: Resume) -> None:
    """One piece of evidence for each entry that has a name."""
    _take_badges(taking, resume)
    for index, publication in enumerate(resume.publications):
        path = f"publications[{index}]"
        taking.look_over(publication, "publications")
        url = taking.address(publication.url or publication.website, f"{path}.url")
        _take(taking, path, Evidence(
            id=taking.new_id(), title=_from(publication.name, publication.publisher), url=url,
            kind=EvidenceKind.LINK if url else None, on=taking.day(publication.releaseDate, f"{path}.releaseDate"),
        ))  # fmt: skip
    for index, reference in enumerate(resume.references):
        path, name = f"references[{index}]", one_line(reference.name)
        taking.look_over(reference, "references")
        words = prose(reference.reference)
        if name and words:
            said_by = taking.named.person(name).id
            _take(taking, path, Evidence(
                id=taking.new_id(), title=name, kind=EvidenceKind.QUOTE, quote=words, said_by=said_by
            ))  # fmt: skip
        elif name or words:
            taking.notes.append(_("{path} lacks the name or the words and is left out.", path=path))


def _take_badges(taking: Taking, resume: Resume) -> None:
    for index, award in enumerate(resume.awards):
        path = f"awards[{index}]"
        taking.look_over(award, "awards")
        _take(taking, path, Evidence(
            id=taking.new_id(), title=_from(award.title, award.awarder), kind=EvidenceKind.BADGE,
            on=taking.day(award.date, f"{path}.date"), quote=prose(award.summary),
        ))  # fmt: skip
    for index, certificate in enumerate(resume.certificates):
        path = f"certificates[{index}]"
        taking.look_over(certificate, "certificates")
        _take(taking, path, Evidence(
            id=taking.new_id(), title=_from(certificate.name, certificate.issuer), kind=EvidenceKind.BADGE,
            on=taking.day(certificate.date, f"{path}.date"), url=taking.address(certificate.url, f"{path}.url"),
        ))  # fmt: skip


def _from(name: str, giver: str) -> str:
    """``Name, Giver``; empty without a name."""
    return ", ".join(filter(None, (one_line(name), one_line(giver)))) if name.strip() else ""


def _take(taking: Taking, path: str, evidence: Evidence) -> None:
    if evidence.title:
        taking.take(evidence, path)
    else:
        taking.notes.append(_("{path} has no name and is left out.", path=path))
