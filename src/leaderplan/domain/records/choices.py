"""The closed lists from which fields choose, each member with its stored value and its words."""

from __future__ import annotations

from leaderplan.domain.fields import Choice
from leaderplan.domain.messages import _


class StartingPoint(Choice):
    """From where the person sets out."""

    HEAD_OF_IT = "head_of_it", _("head of IT")
    DEPUTY = "deputy", _("deputy")
    SERVICE_SIDE_CHAMPION = "service_side_champion", _("service-side champion")


class Mode(Choice):
    """What kind of work it was: kept it running, improved it, or changed what citizens live through."""

    RUN = "run", _("RUN")
    CHANGE = "change", _("CHANGE")
    TRANSFORM = "transform", _("TRANSFORM")


class ToldFrom(Choice):
    """Whose side a story is told from."""

    CITIZEN = "citizen", _("the citizen's side")
    ADMINISTRATOR = "administrator", _("the administrator's side")
    TECHNOLOGY = "technology", _("the technology side")


class TrackRecord(Choice):
    """The five kinds of record that a digital leader is asked for."""

    RADICAL_CHANGE = "radical_change", _("radical change")
    TRANSFORMATION = "transformation", _("transformation")
    EFFICIENCY = "efficiency", _("efficiency")
    CUSTOMER_SERVICE = "customer_service", _("customer service")
    MARKETING = "marketing", _("marketing")


class SeenBy(Choice):
    """Who notices a measure."""

    CITIZEN = "citizen", _("citizens")
    COST = "cost", _("cost")
    STAFF = "staff", _("staff")
    ORGANISATION = "organisation", _("the organisation")


class Better(Choice):
    """Which way a measure should go."""

    HIGHER = "higher", _("higher is better")
    LOWER = "lower", _("lower is better")


class EvidenceKind(Choice):
    """What a piece of evidence is."""

    FILE = "file", _("file")
    LINK = "link", _("link")
    QUOTE = "quote", _("quote")
    BADGE = "badge", _("badge")


class Channel(Choice):
    """By which way a win was told."""

    CONVERSATION = "conversation", _("conversation")
    BOARD_PAPER = "board_paper", _("board paper")
    NEWSLETTER = "newsletter", _("newsletter")
    CONFERENCE = "conference", _("conference")
    AWARD = "award", _("award")
    SOCIAL_MEDIA = "social_media", _("social media")
    REPORT = "report", _("report")
    OTHER = "other", _("other")


class Reaction(Choice):
    """How a telling was taken."""

    UNHEARD = "unheard", _("unheard")
    NOTICED = "noticed", _("noticed")
    INTERESTED = "interested", _("interested")
    SUPPORTIVE = "supportive", _("supportive")


class Status(Choice):
    """Whether a framework is the one in force."""

    CURRENT = "current", _("current")
    SUPERSEDED = "superseded", _("superseded")


class Tier(Choice):
    """Where a person stands."""

    EXECUTIVE = "executive", _("executive")
    MIDDLE_MANAGEMENT = "middle_management", _("middle management")
    FRONT_LINE = "front_line", _("front line")
    PARTNER = "partner", _("partner")
    MENTOR = "mentor", _("mentor")
    CITIZEN = "citizen", _("citizen")


class ConversationKind(Choice):
    """What a conversation was for."""

    CHECK_IN = "check_in", _("check-in")
    ASK = "ask", _("ask")
    CHALLENGE = "challenge", _("challenge")
    TELL = "tell", _("tell")
    AGREE = "agree", _("agree")


class Stage(Choice):
    """How far a collaboration has come."""

    SPOTTED = "spotted", _("Spotted")
    TALKED = "talked", _("Talked")
    INTERESTED = "interested", _("Interested")
    AGREED = "agreed", _("Agreed")
    DELIVERING = "delivering", _("Delivering")
    DELIVERED = "delivered", _("Delivered")
    TOLD = "told", _("Told")


class Outcome(Choice):
    """Whether a hypothesis came true."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")


class Ambition(Choice):
    """How much of a service a collaboration sets out to change."""

    TWEAK = "tweak", _("tweak")
    REDESIGN = "redesign", _("redesign")
    RETHINK = "rethink", _("rethink")


class Effort(Choice):
    """The parts into which the effort of a collaboration is split."""

    SKILLS = "skills", _("skills")
    PROCESS = "process", _("process")
    THINKING = "thinking", _("thinking")
    TECHNOLOGY = "technology", _("technology")


class Treatment(Choice):
    """What becomes of one step of a service; in the order of how much changes for the citizen."""

    REMOVED = "removed", _("removed")
    MERGED = "merged", _("merged")
    AUTOMATED = "automated", _("automated")
    REDESIGNED = "redesigned", _("redesigned")
    ONLY_DIGITISED = "only_digitised", _("only digitised")
    UNTOUCHED = "untouched", _("untouched")


class Side(Choice):
    """Which side carries a risk."""

    IT = "it", _("IT")
    SERVICE = "service", _("the service")


class CommentKind(Choice):
    """What a mentor says, or the planner in answer."""

    COMMENT = "comment", _("comment")
    SUGGESTION = "suggestion", _("suggestion")
    RATING = "rating", _("rating")
    TESTIMONIAL = "testimonial", _("testimonial")
    THREE_WORDS = "three_words", _("three words")
    WITHDRAWN = "withdrawn", _("withdrawn")
    ANSWER = "answer", _("answer")


class Fate(Choice):
    """What became of a comment."""

    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    DONE = "done", _("done")
