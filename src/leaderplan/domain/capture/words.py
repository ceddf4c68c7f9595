"""The English words that quick capture knows. Day first, as in the United Kingdom."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _numbered(text: str, first: int) -> dict[str, int]:
    return {word: number for number, group in enumerate(text.split(";"), first) for word in group.split()}


# Dates
MONTHS = _numbered(
    "january jan;february feb;march mar;april apr;may;june jun;july jul;august aug;september sept sep;october oct;"
    "november nov;december dec",
    1,
)
WEEKDAYS = _numbered(
    "monday mon;tuesday tue tues;wednesday wed weds;thursday thu thur thurs;friday fri;saturday sat;sunday sun", 0
)
ALSO_WORDS = _words(
    "mon wed sat sun mar may march fall spring autumn summer winter second"
)  # a bare small one is a word
NAMES_TOO = _words("jan april may june august sunday wednesday easter summer autumn")  # first names as well as dates
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}
EASTER_DAYS = {"good friday": -2, "easter sunday": 0, "easter monday": 1}
FEASTS = {"christmas": 12, "xmas": 12, "new year": 1, "halloween": 10, "bonfire night": 11}
FEAST_DAYS = {"christmas eve": (24, 12), "christmas day": (25, 12), "boxing day": (26, 12), "new year's day": (1, 1)}
PREPOSITIONS = _words(
    "in on by during before after since from until till around about circa at over through within between"
)
OPEN = "since"
ESTIMATES = _words("before after around about circa")
PARTS_OF = _words("end start beginning middle close week half days")
PARTS = _words("mid early late")
CONNECTORS = _words("to until till through - – — →")
DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
TIMES_OF_DAY = _words("morning afternoon evening")
NEAR = {"last": -1, "previous": -1, "this": 0, "next": 1}
AGO_UNITS = {
    "day": ("day", 1),
    "days": ("day", 1),
    "week": ("day", 7),
    "weeks": ("day", 7),
    "fortnight": ("day", 14),
    "fortnights": ("day", 14),
    "month": ("month", 1),
    "months": ("month", 1),
    "year": ("year", 1),
    "years": ("year", 1),
}
SCORING = _words("scored score scoring rated marked graded gave given awarded rating")

# Numbers
NUMBERS = _numbered(
    "zero nought;one;two;three;four;five;six;seven;eight;nine;ten;eleven;twelve;thirteen;fourteen;fifteen;sixteen;"
    "seventeen;eighteen;nineteen;twenty",
    0,
) | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
FRACTIONS = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10}
SCALES = {"k": 3, "m": 6, "mn": 6, "bn": 9, "thousand": 3, "million": 6, "billion": 9}
CURRENCIES = frozenset("£€$¥")
# unit: (name, size in seconds); months and years have no fixed size, so a conversion from them is in doubt
SECONDS = {
    "seconds": 1,
    "minutes": 60,
    "hours": 3600,
    "days": 86400,
    "weeks": 604800,
    "months": 2629800,
    "years": 31557600,
}
INEXACT = _words("months years")
TIME_UNITS = {
    short: name
    for name, group in {
        "seconds": "s sec secs second seconds",
        "minutes": "min mins minute minutes",
        "hours": "h hr hrs hour hours",
        "days": "d day days",
        "weeks": "w wk wks week weeks",
        "months": "mth mths month months",
        "years": "y yr yrs year years",
    }.items()
    for short in group.split()
}
PERCENT = _words("% percent pc")
POINTS = _words("point points pts pp")
PEOPLE = _words("people staff person persons officers colleagues posts jobs ftes men women")
PLURALS = _words("people staff children men women persons feet pence data") | {"ftes"}
NOT_PLURALS = _words("was is has its this less across process business plus perhaps always towards besides as thus")
PERIODS = _words("day week fortnight month quarter year hour minute household person letter case visit call head")

# Measures
LOWERING = _words(
    "cut cuts reduced reduce lowered shortened shrank dropped trimmed brought slashed shaved"
    " decreased fell down ended"
    " lessened halved quartered"
)
RAISING = _words("raised raise increased increase improved lifted boosted grew rose up gained doubled trebled tripled")
FACTORS = {"halved": -50, "quartered": -75, "doubled": 100, "trebled": 200, "tripled": 200, "quadrupled": 300}
GAINING = _words("saved saves saving freed recovered earned gained")
REACHING = _words("at reached hit now is")
BEFORE_WORDS = (
    ("instead", "of"),
    ("rather", "than"),
    ("not",),
    ("was",),
    ("previously",),
    ("formerly",),
    ("up", "from"),
    ("down", "from"),
    ("against",),
)
RANGES = _words(
    "in within between aged ages age for takes take after every about around least most under over open some"
)
VERBS = (
    LOWERING
    | RAISING
    | frozenset(FACTORS)
    | GAINING
    | _words("got get took moved made kept went is are was were now has have had turned changed put done")
)
PRONOUNS = _words("it we i they us them he she you this that")
ARTICLES = _words("the a an our their its his her my all")
MULTIPLES = _words("single double triple")
PHRASAL = _words(
    "set sets signed picked made opened wrote followed lined backed shut closed broke turned laid put took"
)
ENDINGS = _words(
    "within in of for after met reached achieved hit delivered down up now is was fell rose went"
    " passed from to by beaten at"
)
STOPS = _words(
    "the a an and or but nor in on at by to from of for with without as than that this"
    " these those is are was were be been"
    " it its we i they us them he she you our their his her my if so not no now"
    " then when while which who since during"
    " before after until till over under up down out off per into across via overnight"
    " within each every instead rather"
    " already again still only just yesterday today last next ago all both will would can could"
    " has have had did do does"
)

# People
WITH = _words("with alongside w/")
WITH_LEADS = _words("together along jointly")
PARTICLES = _words("van von de der den del della di da dos du la le ten ter ap ab ferch bin ibn al el zu y 's 't 'n o")
TITLES = _words(
    "rev rev. revd dr dr. mr mr. mrs mrs. ms ms. miss prof prof. professor cllr cllr. councillor sir dame lady lord"
)
AND = _words("and & ,")
POSSESSIVES = _words("his her their")
COMPANY = _words("team colleagues staff others people group crew")
ACTING_ON = _words(
    "told thanked met asked persuaded convinced won helped taught coached showed invited"
    " introduced mentored briefed hired"
    " by for and thank thanks tell meet ask persuade to"
)
WORDS_TOO = _words(
    "will may mark grace grant bill sue rob pat nick chase guy rose hope faith joy dawn frank drew ray page"
)
# Teams, bodies, suppliers and their products: words that make a name something else than a person's.
BODIES = _words(
    "hr it housing finance legal council councils nhs police board education benefits planning payroll procurement"
    " dwp hmrc gds government parliament senedd assembly committee cabinet department"
    " dept directorate division office"
    " services service team teams unit group partnership trust foundation association union university college school"
    " hospital surgery court prison fire ambulance rescue health social care children adults families highways waste"
    " parking licensing library libraries museum leisure communications comms marketing audit security data digital"
    " customer contact centre center support desk helpdesk operations facilities"
    " estates revenues registrars elections"
    " commission agency authority ministry bank charity charities ltd limited plc inc gmbh"
    " bv nv llp company consulting"
    " solutions systems software technologies technology microsoft google apple amazon oracle"
    " adobe capita windows office365"
    " sharepoint teams excel forms power citizens advice cymru wales scotland england ireland"
    " britain uk eu executive exec"
    " programme project pilot scheme network alliance consortium institute academy club society forum"
)
PLACES = _words(
    "lane street road avenue square park hill house hall bridge valley river bay town city village borough county"
    " shire district region quarter green court place way close gardens wharf quay ynys north"
    " south east upper lower great"
    " london cardiff swansea newport bristol leeds manchester birmingham glasgow edinburgh"
    " belfast dublin antwerp brussels"
)

# Modes: words that speak for one; only ever a suggestion.
MODE_WORDS = {
    "run": _words(
        "server servers licence licences license licensing laptop laptops backup backups network"
        " firewall patch patched patching"
        " payroll supplier hosting storage printer printers upgrade upgraded migrated"
        " migration contract datacentre outage"
        " helpdesk password passwords router wifi telephony windows renewed maintenance"
    ),
    "change": _words(
        "agreed share shared merged joined simplified streamlined rota process processes step steps combined aligned"
        " standardised reorganised retrained together letter"
    ),
    "transform": _words(
        "citizens families redesigned reinvented abolished automatically proactively unasked"
        " entitlement rethought carers"
    ),
}
UNASKED = _words("applying asking calling visiting phoning queuing filling claiming proving waiting forms form")
