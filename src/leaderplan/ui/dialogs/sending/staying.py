"""What stays in the plan, counted by reason, with the names to be opened: the planner's own screen may show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from leaderplan.domain.fields import Record, specs
from leaderplan.domain.language import Language
from leaderplan.domain.messages import _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE
from leaderplan.domain.selection import Reason, Selection
from leaderplan.ui.dialogs.sending.lines import Line, Sort
from leaderplan.ui.naming import counted, name_of


def staying(plan: Plan, goes: Selection, language: Language) -> list[Line]:
    """Records by reason, then the parts that stay of what goes."""
    known = {record.id: record for record in plan}
    records = [line for reason in Reason for line in _records(reason, goes, known, language)]
    return records + list(_parts(goes, known, language))


def _records(reason: Reason, goes: Selection, known: Mapping[str, Record], language: Language) -> Iterator[Line]:
    tables: dict[str, list[str]] = {}
    for left in goes.left_out:
        if left.reason is reason:
            tables.setdefault(left.table, []).append(left.id)
    if not tables:
        return
    words, key = language.say(reason.label), f"reason:{reason.value}"
    count = sum(map(len, tables.values()))
    said = language.say(_n("{count} record", "{count} records", count))
    yield Line(Sort.CHAPTER, words[:1].upper() + words[1:], said, key=key)
    for table, ids in tables.items():
        below = f"{key}/{table}"
        yield Line(Sort.FOLD, counted({table: len(ids)}, language), key=below, within=(key,), closed=True)
        for name, id in sorted((name_of(known[id], known.get, language), id) for id in ids):
            yield Line(Sort.FIELD, name, depth=1, record=id, within=(key, below))


def _parts(goes: Selection, known: Mapping[str, Record], language: Language) -> Iterator[Line]:
    """Which filled fields of the records that go are taken out."""
    found = Counter(
        (record.table, field)
        for record in goes.plan
        if record != (whole := known[record.id])
        for field in specs(type(record))
        if getattr(record, field) != getattr(whole, field)
    )
    if not found:
        return
    yield Line(Sort.CHAPTER, language.say(_("Taken out of what goes")), key="parts")
    for table, kind in BY_TABLE.items():
        for field, spec in specs(kind).items():
            if count := found[table, field]:
                yield Line(Sort.FIELD, counted({table: count}, language), language.say(spec.label), within=("parts",))
