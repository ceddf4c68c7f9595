"""An invented career, as a document of the tree: what the printers are tried on."""

from __future__ import annotations

from dataclasses import replace

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

COMPETENCIES: tuple[tuple[str, str, int, int, int, str, str, str], ...] = (
    ("Direction", "Vision in plain words", 4, 4, 4, "4, 3", "Sep 2026", "1, case study"),
    ("Direction", "Understanding citizens", 4, 4, 4, "4", "Jun 2026", "1, case study"),
    ("Direction", "Choosing what to stop", 4, 4, 3, "4", "Mar 2024", "2"),
    ("Change", "Redesigning services", 5, 4, 4, "4, 4", "Jun 2026", "1, 4, case study"),
    ("Change", "Measuring benefit", 4, 4, 4, "3", "Jun 2026", "1, 3"),
    ("Change", "Deciding under risk", 4, 4, 4, "4", "Mar 2024", "2, case study"),
    ("Partnership", "Working with service managers", 5, 5, 4, "5, 4", "Sep 2026", "1, 3, 4"),
    ("Partnership", "Sharing data across bodies", 4, 3, 3, "3", "Nov 2025", "3"),
    ("Partnership", "Suppliers and shared parts", 3, 3, 4, "3", "Mar 2024", "2, 5"),
    ("Standing", "Credibility with executives", 4, 4, 3, "4", "Sep 2026", "2, 3"),
    ("Standing", "Telling the story", 4, 3, 3, "3, 3", "May 2026", "4"),
    ("Standing", "Growing people", 3, 4, 4, "4", "Jan 2026", "5"),
)

STORIES: tuple[
    tuple[
        str,
        SignName,
        str,
        str,
        tuple[str, ...],
        tuple[tuple[str, str, str, str, str, str, str, str, tuple[float, ...], float | None], ...],
        tuple[tuple[str, str], ...],
        tuple[str, ...],
        str,
    ],
    ...,
] = (
    (
        "Parents hear about the school bus in four days, not thirty-one",
        "transform",
        "May 2022 to Sep 2024",
        "told from the citizen’s side",
        (
            "Each summer some 6,200 families in Westmarch apply for a seat on a school bus. In May 2022 "
            "the council took a median of 31 days to answer, and four in ten families started the "
            "school holidays without knowing how their child would get to school. In one term 2,140 "
            "calls asked only whether a decision had been made.",
            "Tom Adeyinka, who runs school transport, had asked IT for a better form. I asked him "
            "instead for three mornings with the people who decide. My task, as we agreed it with the "
            "Director of Children’s Services, was to find out why a decision that takes eleven minutes "
            "of work takes a month, and to change that together with him, on his budget and with my "
            "team.",
            "We followed forty applications from the kitchen table to the bus stop. Twenty-nine of them "
            "asked for nothing that the council did not already know: the address, the school and the "
            "distance are held in two of our own registers. I proposed that nobody should apply at all "
            "in those cases. Tom took the risk that some seats would be offered to families who would "
            "not use them; I took the risk of the data match, with a written rule that we would stop if "
            "more than one offer in fifty was wrong. I moved two developers from maintenance into his "
            "team for nine months and chaired the weekly decision meeting until he could.",
            "Since September 2023 seven families in ten receive an offer without having asked for it. "
            "The others have an answer in a median of four days. The error rate in the first summer was "
            "one in 140, and Tom’s team now spends the summer on the three hundred children whose "
            "journey is difficult.",
        ),
        (
            (
                "Days from application to decision, median",
                "citizens",
                "31 days",
                "May 2022",
                "4 days",
                "Sep 2024",
                "27 days less",
                "better, target of 5 met",
                (31.0, 29.0, 24.0, 12.0, 6.0, 4.0),
                5.0,
            ),
            (
                "Families who know before 15 July",
                "citizens",
                "61 %",
                "Jul 2022",
                "97 %",
                "Jul 2024",
                "36 points more",
                "better, target of 95 met",
                (61.0, 78.0, 97.0),
                95.0,
            ),
            (
                "Calls asking only for the decision, a term",
                "staff",
                "2,140",
                "summer 2022",
                "390",
                "summer 2024",
                "1,750 less",
                "better, target of 300 missed",
                (2140.0, 1985.0, 1120.0, 640.0, 390.0),
                300.0,
            ),
        ),
        (
            ("Redesigning services, level 4", "removed the application, rather than digitising it"),
            ("Working with service managers, level 5", "the risk and the budget were his"),
            ("Measuring benefit, level 4", "from before the work to a year after"),
        ),
        ("E1", "E2", "E3"),
        "Tom Adeyinka, Head of School Transport · Ruth Penhallow, Director of Children’s Services",
    ),
    (
        "I stopped a £1.4 million portal before it was built",
        "change",
        "Nov 2022 to Mar 2024",
        "told from the administrator’s side",
        (
            "When I became Head of ICT the council had signed for a customer portal: £1.38 million over "
            "four years. Eleven services were to move their forms into it. No service manager had asked "
            "for it, and the business case counted a saving for each form that was put online, whether "
            "or not anything behind the form changed.",
            "I was the senior responsible officer for a project I had inherited and did not believe in. "
            "I had to decide, within one quarter, whether to make it work or to say so.",
            "I asked the eleven service managers one question: if this arrives on time, what will your "
            "citizens notice? Two had an answer. I wrote down what it would cost to stop and what it "
            "would cost to go on, on one page, and took both to the Chief Finance Officer before I took "
            "them to the supplier. I recommended stopping, and said in the same paper that £212,000 was "
            "lost and that I would have lost more by waiting. The supplier agreed to end the contract "
            "against payment of the work done, and I kept the sign-in component, which three services "
            "use today.",
            "The executive team accepted the paper in March 2023. The money not spent paid for the "
            "school transport and Blue Badge work. The Chief Finance Officer now asks the same question "
            "of every business case that reaches her.",
        ),
        (
            (
                "Committed to the portal",
                "cost",
                "£1.38m",
                "Nov 2022",
                "£0.21m",
                "Mar 2023",
                "£1.17m not spent",
                "better",
                (1.38, 1.38, 0.21, 0.21),
                None,
            ),
            (
                "Services redesigned from end to end",
                "citizens",
                "0",
                "Nov 2022",
                "3",
                "Mar 2024",
                "3 more",
                "better, target of 3 met",
                (0.0, 0.0, 1.0, 2.0, 3.0),
                3.0,
            ),
        ),
        (
            ("Choosing what to stop, level 4", "stopped work already under contract, with the loss stated"),
            ("Deciding under risk, level 4", "set out both costs before the decision and owned the worse one"),
            ("Credibility with executives, level 4", "the test question has become the council’s own"),
        ),
        ("E4", "E5"),
        "Alison Burgh, Chief Finance Officer",
    ),
    (
        "Home from hospital on the day people are ready",
        "transform",
        "Jan 2024 to Nov 2025",
        "told from the citizen’s side",
        (
            "In the winter of 2023 a person who was well enough to leave Westmarch General and needed "
            "care at home waited a further 3.1 days. The hospital, the council and four care providers "
            "each kept a list. Nurses made nine telephone calls for each person going home.",
            "Dr Kwame Hollis, the hospital’s medical director, and Priya Lindqvist, our Director of "
            "Adult Services, wanted one list. Both had tried before and had been told that information "
            "could not be shared. I offered to find out whether that was true.",
            "It was not true; it was nobody’s decision. I brought the two data protection officers and "
            "a ward sister into one room with twelve real cases and no laptop. In the third meeting we "
            "had a one-page agreement on eight facts that everybody needs and nobody minds sharing. I "
            "let the hospital’s team build the list, because the nurses are there, and put our own "
            "people behind the telephone for the care providers.",
            "The wait is 1.2 days. It is not the 1.0 that we promised: at weekends two providers still "
            "do not take people on, and I should have had them in the room from the first meeting.",
        ),
        (
            (
                "Days from ready to home, mean",
                "citizens",
                "3.1 days",
                "Dec 2023",
                "1.2 days",
                "Nov 2025",
                "1.9 days less",
                "better, target of 1.0 missed",
                (3.1, 3.0, 2.4, 1.7, 1.4, 1.2),
                1.0,
            ),
            (
                "Telephone calls for each person",
                "staff",
                "9",
                "Dec 2023",
                "2",
                "Nov 2025",
                "7 less",
                "better, target of 3 met",
                (9.0, 9.0, 6.0, 4.0, 2.0),
                3.0,
            ),
        ),
        (
            (
                "Sharing data across bodies, level 3",
                "agreed and in daily use between two bodies; a third still to sign",
            ),
            ("Working with service managers, level 5", "asked by both directors to chair the group"),
            ("Measuring benefit, level 4", "states what was not reached and why"),
        ),
        ("E6", "E7", "E8"),
        "Dr Kwame Hollis, Medical Director, Westmarch General · Priya Lindqvist, Director of Adult Services",
    ),
    (
        "Whoever reports a pothole gets a photograph of the repair",
        "change",
        "Apr 2021 to May 2022",
        "told from the citizen’s side",
        (
            "One report in three about a road was a repeat: the hole had been filled and nobody had "
            "said so, or it had been inspected and found too small. Only 22 % of reports were answered "
            "within two days.",
            "The Cabinet Member for Highways wanted an app. I wanted the repair crews to answer in "
            "their own words, and had £30,000 to show that it could be done.",
            "I spent two night shifts with the Eastbrook crew. They already photographed each repair, "
            "for the insurers, and the pictures went into a folder that nobody opened. We sent the "
            "picture to the person who had reported the hole, with the name of the crew under it. I "
            "wrote the first two hundred messages with the crew leader so that they read as if a person "
            "had written them, which was so.",
            "Reports are answered within two days in 88 % of cases, and repeats fell to 9 %. Overtime "
            "rose, because crews now repair small holes that they used to leave; the service has kept "
            "that as a choice, and pays for it.",
        ),
        (
            (
                "Reports answered within two days",
                "citizens",
                "22 %",
                "Apr 2021",
                "88 %",
                "May 2022",
                "66 points more",
                "better, target of 80 met",
                (22.0, 25.0, 48.0, 71.0, 88.0),
                80.0,
            ),
            (
                "Repeat reports",
                "citizens",
                "34 %",
                "Apr 2021",
                "9 %",
                "May 2022",
                "25 points less",
                "better, target of 10 met",
                (34.0, 33.0, 21.0, 14.0, 9.0),
                10.0,
            ),
            (
                "Overtime of crews, hours a month",
                "staff",
                "41",
                "Apr 2021",
                "58",
                "May 2022",
                "17 more",
                "worse, accepted by the service",
                (41.0, 40.0, 47.0, 55.0, 58.0),
                None,
            ),
        ),
        (
            ("Redesigning services, level 4", "used what crews already did; no new system"),
            ("Telling the story, level 3", "adopted by two neighbouring councils after one visit"),
        ),
        ("E9", "E10"),
        "Councillor Peter Ashdown, Cabinet Member for Highways",
    ),
    (
        "We closed the computer room and nobody lost their work",
        "run",
        "Jun 2019 to Jan 2021",
        "told from the technology side",
        (
            "The council ran its own computer room in the basement of County Hall, below the flood "
            "line. It took £1.94 million a year and seven in ten hours of my team.",
            "As Deputy Head of ICT I was asked to renew it. I asked for permission to close it.",
            "I chose a shared service with two neighbouring counties over a cheaper private contract, "
            "because it let eleven of our people move with the work. I spoke with each of the 26 people "
            "in the team before the paper was written, and told them what I did not know. Nine "
            "retrained; six of those work with services today.",
            "The move was finished in January 2021 with two hours of interruption. The hours that were "
            "freed are the reason that the other stories in this portfolio could happen.",
        ),
        (
            (
                "Cost of running, a year",
                "cost",
                "£1.94m",
                "2019",
                "£1.32m",
                "2021",
                "£0.62m less",
                "better, target of £1.40m met",
                (1.94, 1.88, 1.32),
                1.4,
            ),
            (
                "Hours of the team spent on running",
                "staff",
                "71 %",
                "2019",
                "44 %",
                "2021",
                "27 points less",
                "better, target of 45 met",
                (71.0, 66.0, 52.0, 44.0),
                45.0,
            ),
        ),
        (
            ("Growing people, level 4", "nine of 26 people retrained, no compulsory redundancy"),
            ("Suppliers and shared parts, level 3", "entered a shared service between three counties"),
        ),
        ("E11", "E12"),
        "Morwenna Tull, former Head of ICT, Westmarch (retired)",
    ),
)

STEPS: tuple[tuple[str, str, str], ...] = (
    ("Person notices that the badge runs out", "We write eight weeks before", "redesigned"),
    ("Person asks for a form", "No form", "removed"),
    ("Person copies benefit letters", "We check the benefit record with consent", "automated"),
    ("Person has photograph taken", "Old photograph kept for ten years", "removed"),
    ("Post room scans the form", "Nothing to scan", "removed"),
    ("Two officers check the same papers", "One officer, for hard cases only", "merged"),
    ("Mobility assessment at County Hall", "At home or by video, by choice", "redesigned"),
    ("Decision letter", "Same letter, shorter", "only digitised"),
    ("Appeal in writing", "Not yet touched", "untouched"),
)

RISKS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "A badge is renewed for somebody no longer entitled",
        "Joanne Farrant",
        "service",
        "up to 1 in 200",
        "stop if above 1 in 100 in a month",
    ),
    (
        "The benefit check is unavailable for days",
        "Rhian Calloway",
        "IT",
        "two days",
        "fall back on last year’s record",
    ),
    (
        "Assessors see only hard cases and tire",
        "Joanne Farrant",
        "service",
        "sickness not above 2025",
        "rotate after three months",
    ),
    ("Consent is not understood", "Rhian Calloway", "IT", "none", "stop; rewrite with the disability forum"),
)

QUOTES: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "Rhian did not bring me a system. She brought me three mornings with my own staff, and I "
        "have not run the service the same way since.",
        "Tom Adeyinka",
        "Head of School Transport, Westmarch",
        "June 2025, by letter",
        "E3",
    ),
    (
        "The only paper I was given that year which told me what had been lost before I asked.",
        "Alison Burgh",
        "Chief Finance Officer, Westmarch",
        "March 2024, appraisal",
        "E5",
    ),
    (
        "We had been told for six years that it could not be shared. She asked who had decided that.",
        "Dr Kwame Hollis",
        "Medical Director, Westmarch General",
        "November 2025, award nomination",
        "E8",
    ),
    (
        "She told us in the first week what she did not know. That is why I stayed.",
        "Idris Vane",
        "Service designer, formerly server engineer",
        "January 2021, leaving speech",
        "E12",
    ),
)

EVIDENCE: tuple[tuple[str, str, str, str, str], ...] = (
    ("E1", "Register of school transport decisions, 2022 to 2024", "file", "Sep 2024", "Story 1"),
    ("E2", "Audit note on automatic offers, internal audit", "file", "Nov 2023", "Story 1"),
    ("E3", "Letter of thanks, Tom Adeyinka", "quote", "Jun 2025", "Story 1"),
    ("E4", "Paper to the executive team: stop or go on", "file", "Mar 2023", "Story 2"),
    ("E5", "Appraisal 2023/24, extract", "file", "Mar 2024", "Story 2"),
    ("E6", "Information sharing agreement on eight facts", "file", "Jul 2024", "Story 3"),
    ("E7", "Discharge delays, weekly figures of the hospital", "file", "Nov 2025", "Story 3"),
    ("E8", "Regional health award, shortlist and citation", "badge", "Nov 2025", "Story 3"),
    ("E9", "Highways reports, monthly figures", "file", "May 2022", "Story 4"),
    ("E10", "Article: a photograph of the repair, in a county newsletter", "link", "Oct 2022", "Story 4"),
    ("E11", "Cost statement before and after closing", "file", "Apr 2021", "Story 5"),
    ("E12", "Recording of speech, transcript by the speaker", "quote", "Jan 2021", "Story 5"),
    ("E13", "Blue Badge: agreed hypothesis and risks, signed by both", "file", "Mar 2025", "Case study"),
    ("E14", "Survey of badge holders, 412 answers", "file", "Sep 2026", "Case study"),
    ("E15", "Minutes of the disability forum", "link", "Sep 2026", "Case study"),
)

YEARS: tuple[tuple[str, int, int, int], ...] = (
    ("2019", 0, 18, 82),
    ("2020", 2, 24, 74),
    ("2021", 5, 38, 57),
    ("2022", 16, 40, 44),
    ("2023", 24, 39, 37),
    ("2024", 31, 36, 33),
    ("2025", 36, 34, 30),
    ("2026", 42, 31, 27),
)

NEED = "Blue Badges let disabled people park close to where they are going. In January 2025 Westmarch took 42 days to decide on one, and a badge that had expired could not be used meanwhile. Three of the eleven people we visited had stopped going to their doctor by car. One had stopped going."
VISION = "Nobody in Westmarch proves twice what we already know. A badge that will obviously be renewed is renewed before it runs out, and our time goes to the people whose case is hard."


def portfolio(stories: int = 5) -> Document:
    """The whole portfolio; more stories than five are those five again."""
    told = tuple(_story(number, STORIES[(number - 1) % 5]) for number in range(1, stories + 1))
    return Document(
        title=f"Promotion portfolio – {NAME}",
        author=NAME,
        language="en-GB",
        foot=Foot(NAME),
        cover=Cover(
            "Promotion portfolio",
            NAME,
            "Head of ICT at Westmarch County Council, for seven years at the side of service managers who wanted their "
            "service to change.",
            (
                Pair("For the post of", (rich("Director of Digital and Customer Services, Northmere Council"),)),
                Pair("Date", (rich("22 November 2026"),)),
                Pair("Contact", (rich("rhian.calloway@westmarch.example · 01632 960 217"),)),
            ),
        ),
        contents=Contents("Contents", (Pair("How to read this", (rich(_HOW),), small=True),)),
        sections=(
            _profile(),
            _competencies(),
            _overview(told),
            _case(),
            _modes(),
            Section(Heading(1, "What others say"), tuple(_quote(*each) for each in QUOTES), new_page=False),
            _evidence(),
        ),
    )


_HOW = (
    "Stories are told in four short paragraphs. Figures show the value before the work and the newest value; a target "
    "that was missed is named; dashes in a small chart are the target. E1 to E15 refer to the index of evidence at the "
    "end. Levels run from 1 (aware) to 5 (sets the standard), in the LeaderPlan Digital Leadership framework."
)


def _profile() -> Section:
    return Section(
        Heading(1, "Profile"),
        (
            Prose(
                rich(
                    "I have led ICT in a county of 540,000 people since 2021, and worked in it for eleven years before. I "
                    "no longer think of the work as technology. The changes I am proud of were made by service managers "
                    "who took a risk, with my team beside them."
                ),
                "lead",
            ),
            Prose(
                rich(
                    "What I bring to Northmere is a way of working: find the manager who is ready, agree what citizens "
                    "will notice, write down who carries which risk, remove steps before automating any, and tell the "
                    "result in words that a councillor can repeat. Five stories and one case study in this portfolio show "
                    "it, including two targets that we missed."
                )
            ),
            Pair(
                "Posts",
                tuple(
                    rich(Run(post, bold=True), f", Westmarch County Council, {when}")
                    for post, when in (
                        ("Head of ICT", "since 2021"),
                        ("Deputy Head of ICT", "2016 to 2021"),
                        ("Service desk manager", "2010 to 2016"),
                    )
                ),
            ),
            Pair(
                "My choice, March 2021",
                (
                    rich(
                        "To leave the running of computers to those who do it better, and to become a digital leader. I "
                        "re-affirm it each March."
                    ),
                ),
            ),
            Pair(
                "I have stopped",
                (
                    rich(
                        "Chairing the technical design board, approving purchases under £5,000, and answering for the "
                        "network."
                    ),
                ),
            ),
            Heading(2, "Three results", listed=False),
            Highlights(
                (
                    Highlight("31 to 4 days", "until parents know about the school bus"),
                    Highlight("42 to 9 days", "until a Blue Badge is decided"),
                    Highlight("£1.17m", "not spent on a portal that nobody would have noticed"),
                )
            ),
            Heading(2, "The vision, as it fits on a postcard", short="Vision"),
            Side(
                (rich("Affirmed by four of six executives, September 2026"),),
                (
                    Prose(
                        rich(
                            "Today a person in Westmarch tells us the same thing five times, and waits for each answer. By "
                            "2029 we ask once."
                        ),
                        "lead",
                    ),
                ),
            ),
            Prose(
                rich(
                    "We will let service managers redesign one service each quarter from the kitchen table to the answer. "
                    "We will pay for it by stopping work that no citizen would miss. We start with the ten services in "
                    "which people wait longest, because each winter of waiting costs us £1.3 million in second visits, "
                    "repeat calls and complaints."
                )
            ),
        ),
    )


def _competencies() -> Section:
    axes = [Axis(name, expected, shown) for _group, name, expected, shown, *_rest in COMPETENCIES]
    return Section(
        Heading(1, "Competencies"),
        (
            Side(
                (rich("How to read this"),),
                (
                    Prose(
                        rich(
                            "The dashes show what the post expects, the teal line what my claims carry. Three fall short "
                            "and are set in semibold: redesigning services, sharing data across bodies, and telling the "
                            "story. My plan for them is below."
                        )
                    ),
                ),
            ),
            FigureBlock((radar(axes, 5, (170 * MM, 332), ENGLISH),)),
            Heading(3, "What I do about the three gaps"),
            Prose(
                rich(
                    "Redesigning services, level 5: I lead the redesign of one service outside my own council, with Calder "
                    "Vale, until May 2027. Sharing data: the ambulance trust is to sign the eight-facts agreement in "
                    "January. Telling the story: six board papers in plain words, each read beforehand by someone from a "
                    "service."
                )
            ),
            *_matrix(),
        ),
    )


def _matrix() -> tuple[NewPage, Heading, Table]:
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
    for title, name, expected, shown, mine, mentors, newest, where in COMPETENCIES:
        if title != group:
            rows.append(GroupRow(title))
            group = title
        gap = shown < expected
        rows.append(
            TableRow(
                (
                    cell(Run(name, bold=gap)),
                    Cell(figure=level_strip(expected, shown, 5, ENGLISH)),
                    cell(str(expected)),
                    cell(Run(str(shown), bold=gap)),
                    cell(str(mine)),
                    cell(mentors),
                    cell(newest),
                    cell(where),
                )
            )
        )
    return NewPage(), Heading(2, "Competency matrix"), Table(columns, tuple(rows))


def _overview(stories: tuple[Story, ...]) -> Section:
    rows = tuple(
        TableRow(
            (
                cell(story.number),
                cell(story.heading.text),
                cell(*story.meta[:2]),
                cell(
                    ", ".join(claim.title.replace(", level ", " ") for claim in story.claims.rows)
                    if story.claims
                    else ""
                ),
                cell(PageOf(story.heading.target)),
            )
        )
        for story in stories
    )
    columns = (
        Column("No.", 9),
        Column("What changed", 64),
        Column("Kind", 24, small=True),
        Column("Shows, at level", 62, small=True),
        Column("Page", 11),
    )
    return Section(Heading(1, "Stories by competency"), (Table(columns, rows), NewPage(), *stories), new_page=False)


def _series(title: str, numbers: tuple[float, ...], target: float | None) -> Series:
    values = [Value(f"reading {place + 1}", place, number, f"{number:g}") for place, number in enumerate(numbers)]
    return Series(title, "", values, None if target is None else Goal(target, f"{target:g}"))


def _story(number: int, told: tuple) -> Story:
    title, mode, when, side, paragraphs, measures, claims, evidence, confirm = told
    labels = ("Situation", "My task", "What I did", "Result")
    listed = dict((each[0], each[1]) for each in EVIDENCE)
    proofs: list[Inline] = []
    for place, key in enumerate(evidence):
        proofs += rich(", " if place else "", Run(key, link=Inside(key)), f" {listed[key]}")
    rows = tuple(
        MeasureRow(
            name,
            seen_by,
            Reading(before, on),
            Reading(after, then),
            change,
            verdict,
            verdict.startswith("worse"),
            spark(_series(name, numbers, target), (31 * MM, 30), ENGLISH),
        )
        for name, seen_by, before, on, after, then, change, verdict, numbers, target in measures
    )
    return Story(
        str(number),
        Heading(2, title, target=f"story-{number}"),
        rich(Sign(mode), Run(mode.capitalize(), bold=True), f" · {when} · {side}"),
        tuple(Pair(label, (rich(text),)) for label, text in zip(labels, paragraphs, strict=True)),
        Measures(("Measure", "Before", "After", "Change", "Over time"), rows),
        Claims("Claimed for", tuple(Claim(each, f"{why}.") for each, why in claims)),
        (Pair("Evidence", (tuple(proofs),), small=True), Pair("Can confirm", (rich(confirm),), small=True)),
    )


def _case() -> Section:
    treated: dict[str, SignName] = {"untouched": "open", "only digitised": "half"}
    steps = tuple(
        TableRow(
            (
                cell(Sign(treated.get(treatment, "full")), treatment.capitalize()),
                cell(before),
                cell(Sign("arrow")),
                cell(after),
            )
        )
        for before, after, treatment in STEPS
    )
    risks = tuple(
        TableRow((Cell((rich(Run(who, bold=True)), rich(Run(side, tone="muted")))), cell(risk), cell(fine), cell(stop)))
        for risk, who, side, fine, stop in RISKS
    )
    dates = ("Jan 2025", "Apr 2025", "Jul 2025", "Nov 2025", "Feb 2026", "May 2026", "Sep 2026")

    def chart(title: str, unit: str, numbers: tuple[float, ...], target: float) -> Series:
        values = [
            Value(day, at, number, f"{number:g}") for at, (day, number) in enumerate(zip(dates, numbers, strict=True))
        ]
        return Series(title, unit, values, Goal(target, f"{target:g}"))

    charts = (
        chart("Days to a decision", "median", (42, 43, 41, 30, 17, 12, 9), 10),
        chart("Satisfied with renewal", "per cent", (58, 57, 60, 72, 84, 89, 91), 85),
        chart("Sent back for papers", "per cent", (37, 36, 38, 22, 11, 7, 6), 5),
    )
    return Section(
        Heading(1, "Blue Badge: a decision while it still matters", short="Case study: Blue Badge"),
        (
            Side(
                (
                    rich(Sign("transform"), Run("Transform", bold=True)),
                    rich("Feb 2025 to Sep 2026"),
                    rich("Led by Joanne Farrant, Manager, Access team"),
                    rich("Co-owner: me"),
                ),
                (Prose(rich(NEED), "lead"),),
            ),
            Pair("Shared vision", (rich(VISION),)),
            Pair(
                "What we believed",
                (
                    rich(
                        Run("If", bold=True),
                        " we renew without asking whenever health has not changed the entitlement ",
                        Run("then", bold=True),
                        " four in five people will never notice that their badge was about to expire ",
                        Run("because", bold=True),
                        " the benefit record that entitles them is one that we are allowed to check.",
                    ),
                ),
            ),
            Heading(2, "Nine steps, seven changed", listed=False),
            Table(
                (Column("Treatment", 48, small=True), Column("As it was", 58), Column("", 9), Column("As it is", 55)),
                steps,
            ),
            Heading(2, "Risks we shared", listed=False),
            Table(
                (
                    Column("Carried by", 48, small=True),
                    Column("Risk", 56),
                    Column("Acceptable", 31, small=True),
                    Column("Stop rule", 35, small=True),
                ),
                risks,
            ),
            Heading(2, "What citizens noticed", listed=False),
            Prose(
                rich("The upright line marks October 2025, when the first badges were renewed without asking."), "note"
            ),
            FigureBlock(tuple(line(each, (50 * MM, 112), ENGLISH, event=2.6) for each in charts)),
            Pair(
                "What changed",
                (
                    rich(
                        "Four in five badges are renewed without the person doing anything. Two officers who used to check "
                        "papers now visit people at home. Wrong renewals stand at 1 in 310, well inside what Joanne "
                        "accepted. Appeals are still in writing, and are next."
                    ),
                ),
            ),
            Pair(
                "What I would do again",
                (
                    rich(
                        "Write down the stop rule before the first line is built. It was read out twice, and both times it "
                        "let us go on."
                    ),
                ),
            ),
            Pair("Evidence", (rich(*(Run(key, link=Inside(key)) for key in ("E13",)), ", E14, E15"),), small=True),
            Pair(
                "Can confirm",
                (rich("Joanne Farrant, Manager, Access team · Ewan Marsh, chair of the Westmarch disability forum"),),
                small=True,
            ),
        ),
        kicker="Case study of a collaboration",
    )


def _modes() -> Section:
    periods = [Period(year, run, change, transform) for year, transform, change, run in YEARS]
    return Section(
        Heading(1, "Run, change, transform"),
        (
            Side(
                (rich("Share of my achievements and duties, by year"),),
                (
                    Prose(
                        rich(
                            "In 2019 four fifths of my work kept things running. Last year it was less than a third, and "
                            "since January more than four tenths of it has changed what citizens live through. The break "
                            "came in 2021, when the computer room closed."
                        )
                    ),
                ),
            ),
            FigureBlock((bars(periods, 40, 170 * MM, (170 - TEXT) * MM, ENGLISH),)),
        ),
    )


def _quote(words: str, speaker: str, role: str, where: str, key: str) -> Quote:
    return Quote(speaker, role, words, rich(f"{where}, ", Run(key, link=Inside(key))))


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
    return Section(
        Heading(1, "Index of evidence"),
        (
            Table(columns, rows),
            Pair(
                "Not included", (rich("Two items are private and are shown on request at the interview."),), small=True
            ),
        ),
    )


def without_cover(document: Document) -> Document:
    """The same without its front pages."""
    return replace(document, cover=None, contents=None)
