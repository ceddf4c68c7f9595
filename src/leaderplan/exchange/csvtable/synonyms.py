"""What people call the columns of their own lists, in English, by table and field.

Names are compared in lower case with single spaces and no other signs. The names and labels of the fields come first
and need not be repeated here.
"""

from __future__ import annotations

from collections.abc import Mapping

SYNONYMS: Mapping[str, Mapping[str, str]] = {
    "achievement": {
        "title": "achievement; accomplishment; win; what; headline; name; subject; activity; success; project",
        "started": "start; start date; date started; started on; from; from date; began; since",
        "ended": "date; when; on; end; end date; ended; date ended; finished; completed; completion date; done on;"
        " date done; to; to date; until; period; year; month",
        "people": "people; team; who; with; colleagues; partners; stakeholders; involved; people involved; contacts;"
        " working with; worked with",
        "post": "job; role; position; job title; post held",
        "collaboration": "collaboration title",
        "mode": "run change transform; run change or transform; kind of work",
        "told_from": "side; perspective; point of view",
        "track_record": "kind of record; type of record; track records",
        "situation": "s; background; context; problem; why; starting point; description",
        "task": "t; challenge; objective; goal; aim; brief; my task; what was needed",
        "action": "a; actions; approach; what i did; steps; how; activities",
        "result": "r; results; outcome; outcomes; impact; benefit; benefits; effect; what changed; achieved",
        "my_part": "my role; my contribution; contribution; i did",
        "their_part": "their role; team contribution; what others did",
        "tags": "tag; labels; label; keywords; keyword; category; categories; theme; themes; topics; skills",
        "private": "confidential; personal; secret",
    },
    "post": {
        "title": "post; job; job title; role; position; name",
        "organisation": "organization; employer; company; council; body; where; institution; workplace",
        "started": "start; start date; date started; from; began; since; date",
        "ended": "end; end date; date ended; to; until; left; finished",
        "scope": "summary; description; responsibilities; duties; remit; notes; what",
    },
    "person": {
        "name": "person; full name; who; contact; colleague; display name; contact name; stakeholder",
        "role": "job; job title; position; title; post; function",
        "organisation": "organization; employer; company; council; body",
        "service_area": "service; department; area; team; directorate; division; unit",
        "tier": "level; grade; seniority",
        "email": "email; mail; e mail address; email address; mail address; e mail 1 value",
        "phone": "telephone; tel; mobile; mobile phone; business phone; phone number; mobile number; phone 1 value",
        "cares_about": "interests; priorities; what they care about; motivation",
        "promised": "promises; promise",
        "influence": "power; influence 1 5",
        "interest": "interest 1 5; support",
        "risk_readiness": "risk; risk appetite; appetite for risk; readiness; risk readiness 0 3",
        "change_agent": "champion; agent",
        "keep_in_touch_days": "keep in touch; contact every; frequency",
        "private_notes": "notes; note; comments; comment; remarks",
    },
    "service": {
        "name": "service; title; service name",
        "owner": "service manager; owner; service owner; head of service; lead; person",
        "citizens": "users; customers; citizens; audience; who it serves",
        "pain": "problems; problem; issues; pain points; complaints; notes",
    },
    "collaboration": {
        "title": "collaboration; project; name; initiative; change",
        "lead": "it lead; project lead; owner",
        "co_owner": "service manager; co owner; partner",
        "stage": "status; state; phase",
        "citizen_need": "need; problem; user need; citizen need",
        "shared_vision": "vision; goal; aim; objective",
        "starts": "start; start date; from; started",
        "due": "end; end date; deadline; to; until; due date; finish",
    },
    "conversation": {
        "person": "who; name; with; contact; people",
        "on": "date; when; day",
        "kind": "type; purpose",
        "about": "subject; topic; title; what",
        "outcome": "result; notes; what was said; summary",
        "next_step": "next; action; next action; follow up; todo",
    },
    "evidence": {
        "title": "evidence; name; document; what",
        "url": "link; website; web address; address; uri",
        "quote": "words; feedback; comment; testimonial; text",
        "said_by": "who; from; by; author; person",
        "on": "date; when; day",
        "supports": "achievement; achievements; for",
    },
    "measure": {
        "of": "achievement; collaboration",
        "name": "measure; what; indicator; kpi; metric; title",
        "baseline": "baseline; start; was",
        "baseline_on": "baseline date; date",
    },
    "reading": {"measure": "name; kpi; metric; indicator", "on": "date; when; day", "value": "reading; count; figure"},
    "risk": {"title": "name; description", "owner": "risk owner; who", "side": "carried by"},
    "milestone": {
        "title": "milestone; name; what",
        "due": "date; deadline; by",
        "done_on": "done; completed; finished",
    },
}

NAME_PARTS = ("first name", "given name", "forename", "middle name", "last name", "family name", "surname")
"""Columns of address books that together are the name of a person, in the order in which it is said."""

PARTNERS: Mapping[str, str] = {"ended": "started", "due": "starts"}
"""For the end of a span the field of its beginning, which a cell such as ``Mar 2024 – May 2025`` fills too."""
