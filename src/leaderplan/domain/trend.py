"""A measure as before → after: what changed, which way it went, and whether the target was met."""

from __future__ import annotations

from dataclasses import dataclass

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Better, Measure, Reading

CURRENCIES = "£$€"
_MILLION = 1_000_000
_SCALES = {"million": "m", "thousand": "k", "billion": "bn", "m": "m", "k": "k", "bn": "bn"}
_BESIDE = 6  # characters of the longest unit that stands beside a value: "points"


@dataclass(frozen=True, slots=True)
class Count:
    """A value and when it was counted."""

    value: float
    on: PartialDate | None


@dataclass(frozen=True, slots=True)
class Trend:
    """A measure with all its counts, oldest first; the baseline is the first of them."""

    measure: Measure
    counts: tuple[Count, ...]

    @property
    def before(self) -> Count | None:
        """The baseline, or the first reading where there are more."""
        has_baseline = self.measure.baseline is not None
        return self.counts[0] if has_baseline or len(self.counts) > 1 else None

    @property
    def after(self) -> Count | None:
        """The newest reading; None while there is only the baseline."""
        least = 2 if self.measure.baseline is not None else 1
        return self.counts[-1] if len(self.counts) >= least else None

    @property
    def change(self) -> float | None:
        """After less before, in the unit of the measure."""
        return self.after.value - self.before.value if self.before and self.after else None

    @property
    def percent(self) -> int | None:
        """The change in per cent of the value before; None where that was nothing."""
        if self.change is None or not self.before or not self.before.value:
            return None
        return round(abs(self.change) / abs(self.before.value) * 100)

    @property
    def improved(self) -> bool | None:
        """Whether it went the better way; None where it stood still, or nobody said which way is better."""
        if not self.change or self.measure.better is None:
            return None
        return (self.change > 0) == (self.measure.better is Better.HIGHER)

    @property
    def target_met(self) -> bool | None:
        """Whether the newest reading reaches the target; None without a target, a reading or a better way."""
        target, better = self.measure.target, self.measure.better
        if target is None or self.after is None or better is None:
            return None
        return self.after.value >= target if better is Better.HIGHER else self.after.value <= target


def trend(plan: Plan, measure: Measure) -> Trend:
    """The measure with its baseline and readings in the order in which they were counted."""
    readings = plan.referring(Reading, "measure", measure)
    counts = sorted((Count(r.value, r.on) for r in readings if r.value is not None), key=_when)
    if measure.baseline is not None:
        counts.insert(0, Count(measure.baseline, measure.baseline_on))
    return Trend(measure, tuple(counts))


def _when(count: Count) -> tuple[str, str]:
    return (str(count.on.last), str(count.on)) if count.on else ("", "")


def parted(unit: str) -> tuple[str, str]:
    """What of a unit stands beside each value, and what is said once, after the name of the measure.

    ``days`` → ``("days", "")``; ``£ million a year`` → ``("£ million", "a year")``; ``a week`` → ``("", "a week")``.
    """
    if unit[:1] in CURRENCIES and unit:
        _scale, word, rest = _scaled(unit)
        return f"{unit[0]} {word}".strip(), rest
    return (unit, "") if len(unit) <= _BESIDE and " " not in unit else ("", unit)


def written(value: float, unit: str, language: Language) -> str:
    """A value with its unit: ``£31``, ``£1.17m a year``, ``61 %``, ``4 days``; ``£ million`` is written ``£1.94m``."""
    if unit[:1] not in CURRENCIES or not unit:
        return f"{language.number(value)} {unit}".strip()
    scale, _word, rest = _scaled(unit)
    amount = abs(value)
    if not scale and amount >= _MILLION:
        scale, amount = "m", round(amount / _MILLION, 2)
    return f"{'−' if value < 0 else ''}{unit[0]}{language.number(amount)}{scale} {rest}".strip()


def _scaled(unit: str) -> tuple[str, str, str]:
    """The scale of an amount of money as a letter and as it was written, and the rest of the unit."""
    word, _space, rest = unit[1:].strip().partition(" ")
    return (_SCALES[word], word, rest.strip()) if word in _SCALES else ("", "", unit[1:].strip())


def change_in_words(found: Trend, language: Language) -> str:
    """``27 days less``; a difference between percentages is in points. Empty where nothing can be compared."""
    if found.change is None:
        return ""
    if found.change == 0:
        return language.say(_("no change"))
    value, unit = abs(round(found.change, 6)), found.measure.unit
    amount = language.say(_("{number} points", number=value)) if unit == "%" else written(value, unit, language)
    said = _("{amount} more", amount=amount) if found.change > 0 else _("{amount} less", amount=amount)
    return language.say(said)


def verdict(found: Trend, language: Language) -> Message | None:
    """``better, target of 5 met``, ``target of £1.4m missed``; None where there is nothing to say."""
    went = {True: _("better"), False: _("worse"), None: None}[found.improved]
    if found.target_met is None:
        return went
    assert found.measure.target is not None
    money = found.measure.unit if found.measure.unit[:1] in CURRENCIES else ""
    target = written(found.measure.target, parted(money)[0], language)
    held = (
        _("target of {target} met", target=target)
        if found.target_met
        else _("target of {target} missed", target=target)
    )
    return _("{went}, {held}", went=went, held=held) if went else held
