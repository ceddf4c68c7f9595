"""How the page words what hangs on an achievement."""

from __future__ import annotations

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Evidence, EvidenceKind, Person, Post, SeenBy, Telling
from leaderplan.domain.trend import CURRENCIES, Trend, written
from leaderplan.ui.size import size_words
from leaderplan.ui.widgets.measure import MeasureWords

_SEEN = {
    SeenBy.CITIZEN: _("seen by citizens"),
    SeenBy.COST: _("cost"),
    SeenBy.STAFF: _("seen by staff"),
    SeenBy.ORGANISATION: _("seen by the organisation"),
}


def measure_words(found: Trend, language: Language) -> MeasureWords:
    """A measure as before → after with its change."""
    measure = found.measure
    sign = measure.unit if measure.unit[:1] in CURRENCIES else ""
    unit = "" if sign else measure.unit
    before = written(found.before.value, sign, language) if found.before else "…"
    after = written(found.after.value, sign, language) if found.after else "…"
    change, target = found.change, measure.target
    aimed = _("target {target}", target=written(target, measure.unit, language)) if target is not None else None
    note = _SEEN[measure.seen_by] if measure.seen_by else None
    if found.after is None:
        note = aimed or _("add what you counted")
    return MeasureWords(
        measure.id,
        measure.name,
        before,
        after,
        unit,
        signed_change(found, sign, language),
        None if not change else change > 0,
        found.improved,
        language.say(note) if note else "",
    )


def signed_change(found: Trend, sign: str, language: Language) -> str:
    """``−17 (81 %)``; a difference between percentages is in points. Empty where nothing can be compared."""
    if found.change is None:
        return ""
    if not found.change:
        return language.say(_("no change"))
    way = "+" if found.change > 0 else "−"
    amount = written(abs(round(found.change, 6)), sign, language)
    if found.measure.unit == "%":
        return language.say(_("{change} points", change=f"{way}{amount}"))
    percent = f" ({language.number(found.percent)} %)" if found.percent is not None else ""
    return f"{way}{amount}{percent}"


def who_heard(plan: Plan, telling: Telling) -> tuple[str, str]:
    """Who was told, and their role."""
    person = plan.get(Person, telling.person)
    if person is None:
        return telling.audience, ""
    return person.name, person.role or telling.audience


def channel_and_day(telling: Telling, language: Language) -> str:
    """``conversation, 3 Mar 2026``."""
    parts = [language.say(telling.channel.label)] if telling.channel else []
    return ", ".join(parts + ([language.day(telling.on)] if telling.on else []))


def dates_and_post(plan: Plan, started: PartialDate | None, ended: PartialDate | None, post: str | None) -> Message:
    """``Sep 2025 – Mar 2026 · Head of ICT, Arrowdale``; asks for the dates where there are none."""
    held = plan.get(Post, post)
    where = f"{held.title}, {held.organisation}" if held else ""
    when = _span(started, ended)
    if when and where:
        return _("{dates} · {post}", dates=when, post=where)
    if where:
        return _("Add dates · {post}", post=where)
    return when or _("Add dates and post")


def _span(started: PartialDate | None, ended: PartialDate | None) -> Message | None:
    if started and ended and started != ended:
        return _("{first} – {last}", first=started, last=ended)
    if started and not ended:
        return _("since {date}", date=started)
    return _("{date}", date=ended) if ended else None


def evidence_note(plan: Plan, evidence: Evidence, language: Language) -> str:
    """What stands below the title of a piece of evidence: what it is, from whom, when."""
    said_by = plan.get(Person, evidence.said_by)
    parts = [said_by.name] if said_by else []
    if evidence.attachment:
        parts.append(language.say(file_words(evidence.attachment, language)))
    elif evidence.url:
        parts.append(evidence.url.partition("//")[2].partition("/")[0] or evidence.url)
    elif not parts and evidence.kind:
        parts.append(language.say(evidence.kind.label))
    return ", ".join(parts + ([language.day(evidence.on)] if evidence.on else []))


def file_words(attachment: Attachment, language: Language) -> Message:
    """``PDF, 120 KB``."""
    ending = attachment.name.rpartition(".")[2].upper() if "." in attachment.name else ""
    size = size_words(attachment.size, language)
    return _("{kind}, {size}", kind=ending, size=size) if 0 < len(ending) <= 5 else _("file, {size}", size=size)


def evidence_icon(evidence: Evidence) -> str:
    """The icon of a piece of evidence."""
    if evidence.kind is EvidenceKind.QUOTE or (evidence.quote and not evidence.attachment and not evidence.url):
        return "quote"
    if evidence.attachment is None:
        return "link" if evidence.url else "paperclip"
    ending = evidence.attachment.name.rpartition(".")[2].casefold()
    if ending in ("png", "jpg", "jpeg", "gif", "webp", "svg", "bmp"):
        return "image"
    return "mail" if ending in ("eml", "msg") else "file-text"
