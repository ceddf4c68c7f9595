"""An invented career as a document of the tree: what the printers are tried on. Its texts are in ``career.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from leaderplan.domain.figures import Axis, Goal, Period, Series, Value, bars, level_strip, line, radar, spark
from leaderplan.domain.language import ENGLISH
from leaderplan.report.tree import (
    TEXT,
    Cell,
    Claim,
    Claims,
    Column,
    Contents,
    Cover,
    Document,
    FigureBlock,
    Foot,
    GroupRow,
    Heading,
    Highlight,
    Highlights,
    Inline,
    Inside,
    MeasureRow,
    Measures,
    NewPage,
    PageOf,
    Pair,
    Prose,
    Quote,
    Reading,
    Run,
    Section,
    Side,
    Sign,
    SignName,
    Story,
    Table,
    TableRow,
    cell,
    rich,
)

MM = 72 / 25.4
NAME = "Rhian Calloway"
DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
TEXTS: dict[str, str] = DATA["prose"]
EVIDENCE: list[list[str]] = DATA["rows"]["evidence"]


def portfolio(stories: int = 5) -> Document:
    """The whole portfolio; more stories than five are those five again, with their number in the title."""
    told = tuple(_story(number, DATA["story"][(number - 1) % 5]) for number in range(1, stories + 1))
    quotes = tuple(
        Quote(speaker, role, words, rich(f"{where}, ", Run(key, link=Inside(key))))
        for words, speaker, role, where, key in DATA["rows"]["quotes"]
    )
    sections = (
        _profile(),
        _competencies(),
        _stories(told),
        _case(DATA["case"]),
        _modes(),
        Section(Heading(1, "What others say"), quotes, new_page=False),
        _evidence(),
    )
    cover = Cover(
        "Promotion portfolio",
        NAME,
        TEXTS["headline"],
        (*(_pair(label, text) for label, text in DATA["cover"].items()),),
    )
    contents = Contents("Contents", (_pair("How to read this", TEXTS["how"], small=True),))
    return Document(f"Promotion portfolio – {NAME}", NAME, "en-GB", Foot(NAME), sections, cover, contents)


def _pair(label: str, text: str, *, small: bool = False) -> Pair:
    return Pair(label, (rich(text),), small)


def _profile() -> Section:
    posts = tuple(
        rich(Run(post, bold=True), f", Westmarch County Council, {when}")
        for post, when in (
            ("Head of ICT", "since 2021"),
            ("Deputy Head of ICT", "2016 to 2021"),
            ("Service desk manager", "2010 to 2016"),
        )
    )
    results = (
        Highlight("31 to 4 days", "until parents know about the school bus"),
        Highlight("42 to 9 days", "until a Blue Badge is decided"),
        Highlight("£1.17m", "not spent on a portal that nobody would have noticed"),
    )
    affirmed = rich("Affirmed by four of six executives, September 2026")
    return Section(
        Heading(1, "Profile"),
        (
            Prose(rich(TEXTS["lead"]), "lead"),
            Prose(rich(TEXTS["bring"])),
            Pair("Posts", posts),
            _pair("My choice, March 2021", TEXTS["choice"]),
            _pair("I have stopped", TEXTS["stopped"]),
            Heading(2, "Three results", listed=False),
            Highlights(results),
            Heading(2, "The vision, as it fits on a postcard", short="Vision"),
            Side((affirmed,), (Prose(rich(TEXTS["vision"]), "lead"),)),
            Prose(rich(TEXTS["vision_more"])),
        ),
    )


def _competencies() -> Section:
    rows = DATA["rows"]["competencies"]
    axes = [Axis(name, expected, shown) for _group, name, expected, shown, *_rest in rows]
    return Section(
        Heading(1, "Competencies"),
        (
            Side((rich("How to read this"),), (Prose(rich(TEXTS["radar"])),)),
            FigureBlock((radar(axes, 5, (170 * MM, 332), ENGLISH),)),
            Heading(3, "What I do about the three gaps"),
            Prose(rich(TEXTS["gaps"])),
            NewPage(),
            Heading(2, "Competency matrix"),
            _matrix(rows),
        ),
    )


def _matrix(competencies: list[list[Any]]) -> Table:
    columns = (
        Column("Competency", 55),
        Column("Levels 1 to 5", 26),
        Column("Post", 10),
        Column("Shown", 12),
        Column("I say", 10),
        Column("Mentors", 14),
        Column("Newest", 17, small=True),
        Column("Story", 26, small=True),
    )
    rows: list[TableRow | GroupRow] = []
    group = ""
    for title, name, expected, shown, mine, mentors, newest, where in competencies:
        if title != group:
            rows.append(GroupRow(title))
            group = title
        gap = shown < expected
        strip = Cell(figure=level_strip(expected, shown, 5, ENGLISH))
        values = (cell(str(expected)), cell(Run(str(shown), bold=gap)), cell(str(mine)))
        rows.append(TableRow((cell(Run(name, bold=gap)), strip, *values, cell(mentors), cell(newest), cell(where))))
    return Table(columns, tuple(rows))


def _stories(stories: tuple[Story, ...]) -> Section:
    columns = (
        Column("No.", 9),
        Column("What changed", 64),
        Column("Kind", 24, small=True),
        Column("Shows, at level", 62, small=True),
        Column("Page", 11),
    )
    rows = []
    for story in stories:
        claims = story.claims.rows if story.claims else ()
        shows = ", ".join(claim.title.replace(", level ", " ") for claim in claims)
        texts = (cell(story.number), cell(story.heading.text), cell(*story.meta[:2]), cell(shows))
        rows.append(TableRow((*texts, cell(PageOf(story.heading.target)))))
    overview = Table(columns, tuple(rows))
    return Section(Heading(1, "Stories by competency"), (overview, NewPage(), *stories), new_page=False)


def _series(measure: dict[str, Any]) -> Series:
    values = [Value(f"reading {at}", at, number, f"{number:g}") for at, number in enumerate(measure["values"], 1)]
    target = measure.get("target")
    return Series(measure["name"], "", values, None if target is None else Goal(target, f"{target:g}"))


def _story(number: int, told: dict[str, Any]) -> Story:
    mode: SignName = told["mode"]
    titles = {key: title for key, title, *_rest in EVIDENCE}
    proofs: list[Inline] = []
    for place, key in enumerate(told["evidence"]):
        proofs += rich(", " if place else "", Run(key, link=Inside(key)), f" {titles[key]}")
    rows = tuple(
        MeasureRow(
            measure["name"],
            measure["seen_by"],
            Reading(*measure["before"]),
            Reading(*measure["after"]),
            measure["change"],
            measure["verdict"],
            measure["verdict"].startswith("worse"),
            spark(_series(measure), (31 * MM, 30), ENGLISH),
        )
        for measure in told["measure"]
    )
    parts = (("Situation", "situation"), ("My task", "task"), ("What I did", "action"), ("Result", "result"))
    return Story(
        str(number),
        Heading(2, told["title"] if number < 6 else f"{told['title']} ({number})", target=f"story-{number}"),
        rich(Sign(mode), Run(mode.capitalize(), bold=True), f" · {told['when']} · {told['told']}"),
        tuple(_pair(label, told[key]) for label, key in parts),
        Measures(("Measure", "Before", "After", "Change", "Over time"), rows),
        Claims(
            "Claimed for", tuple(Claim(f"{title}, level {level}", f"{why}.") for title, level, why in told["claims"])
        ),
        (Pair("Evidence", (tuple(proofs),), small=True), _pair("Can confirm", told["confirm"], small=True)),
    )


def _case(case: dict[str, Any]) -> Section:
    lines = ("Feb 2025 to Sep 2026", "Led by Joanne Farrant, Manager, Access team", "Co-owner: me")
    facts = (rich(Sign("transform"), Run("Transform", bold=True)), *(rich(each) for each in lines))
    belief = [part for word, text in case["belief"] for part in (Run(f"{word} ", bold=True), Run(f"{text} "))]
    charts = [
        Series(title, unit, [Value(*each) for each in _values(case["dates"], numbers)], Goal(target, f"{target:g}"))
        for (title, unit, target), numbers in zip(case["charts"], case["readings"], strict=True)
    ]
    return Section(
        Heading(1, case["title"], short="Case study: Blue Badge"),
        (
            Side(facts, (Prose(rich(case["need"]), "lead"),)),
            _pair("Shared vision", case["vision"]),
            Pair("What we believed", (rich(*belief),)),
            Heading(2, "Nine steps, seven changed", listed=False),
            _steps(case["steps"]),
            Heading(2, "Risks we shared", listed=False),
            _risks(case["risks"]),
            Heading(2, "What citizens noticed", listed=False),
            Prose(rich(case["upright"]), "note"),
            FigureBlock(tuple(line(each, (50 * MM, 112), ENGLISH, event=2.6) for each in charts)),
            _pair("What changed", case["changed"]),
            _pair("What I would do again", case["again"]),
            Pair("Evidence", (rich(*(Run(f"{key} ", link=Inside(key)) for key in ("E13", "E14", "E15"))),), small=True),
            _pair("Can confirm", case["confirm"], small=True),
        ),
        kicker="Case study of a collaboration",
    )


def _values(dates: list[str], numbers: list[float]) -> list[tuple[str, float, float, str]]:
    return [(day, at, number, f"{number:g}") for at, (day, number) in enumerate(zip(dates, numbers, strict=True))]


def _steps(steps: list[list[str]]) -> Table:
    signs: dict[str, SignName] = {"untouched": "open", "only digitised": "half"}
    rows = tuple(
        TableRow((cell(Sign(signs.get(how, "full")), how.capitalize()), cell(was), cell(Sign("arrow")), cell(now)))
        for was, now, how in steps
    )
    return Table(
        (Column("Treatment", 48, small=True), Column("As it was", 58), Column("", 9), Column("As it is", 55)), rows
    )


def _risks(risks: list[list[str]]) -> Table:
    rows = tuple(
        TableRow((Cell((rich(Run(who, bold=True)), rich(Run(side, tone="muted")))), cell(risk), cell(fine), cell(stop)))
        for risk, who, side, fine, stop in risks
    )
    columns = (
        Column("Carried by", 48, small=True),
        Column("Risk", 56),
        Column("Acceptable", 31, small=True),
        Column("Stop rule", 35, small=True),
    )
    return Table(columns, rows)


def _modes() -> Section:
    periods = [Period(str(year), run, change, transform) for year, transform, change, run in DATA["rows"]["years"]]
    how = rich("Share of my achievements and duties, by year")
    figure = bars(periods, 40, 170 * MM, (170 - TEXT) * MM, ENGLISH)
    return Section(
        Heading(1, "Run, change, transform"), (Side((how,), (Prose(rich(TEXTS["modes"])),)), FigureBlock((figure,)))
    )


def _evidence() -> Section:
    columns = (
        Column("No.", 14),
        Column("What it is", 92),
        Column("Kind", 18, small=True),
        Column("Date", 22, small=True),
        Column("Supports", 24, small=True),
    )
    rows = tuple(
        TableRow((cell(Run(key, bold=True)), cell(title), cell(kind), cell(when), cell(supports)), target=key)
        for key, title, kind, when, supports in EVIDENCE
    )
    private = _pair("Not included", "Two items are private and are shown on request at the interview.", small=True)
    return Section(Heading(1, "Index of evidence"), (Table(columns, rows), private))
