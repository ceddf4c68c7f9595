"""Puts the parts of the form together into one file."""

from __future__ import annotations

import re
from collections.abc import Callable

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.domain.review.reading import chapters
from leaderplan.exchange.review.form.colours import colours
from leaderplan.exchange.review.form.document import Document
from leaderplan.exchange.review.form.given import empty_book, given
from leaderplan.exchange.review.form.markup import Html, element, html, json_block
from leaderplan.exchange.review.form.policy import policy
from leaderplan.exchange.review.package import Review

_SCRIPTS = ("digest", "answer", "book", "text", "page", "editor", "cards", "keeping", "form")
_PLACE = re.compile(r"\{\{(\w+)\}\}")


def write(review: Review, language: Language, read: Callable[[str], bytes]) -> bytes:
    """The form as one HTML file: what is shared, to be read, and the means to answer. The same for the same review.

    ``read`` gives the bytes of a shipped file by its name below resources/.
    """
    document = Document(chapters(review.plan, language))
    script = "\n".join(_shipped(f"script/{name}.js", read) for name in _SCRIPTS)
    style = colours(read) + "\n" + _shipped("form.css", read)
    filled = {
        "language": html(language.tag),
        "policy": html(policy(script, style)),
        "title": html(review.head.title),
        "style": Html(style),
        "opening": _opening(review, language),
        "contents": document.contents(),
        "document": document.body(),
        "given": json_block("given", given(review, language)),
        "book": json_block("book", empty_book()),
        "script": Html(script),
        "skip": html(language.say(_("Skip to the plan"))),
        "contents_name": html(language.say(_("Contents"))),
        "no_script": html(language.say(
            _("This browser runs no scripts here, so you can read the plan, but not answer in this page."))),
    }  # fmt: skip
    template = _shipped("form.html", read).rstrip("\n")
    return _PLACE.sub(lambda place: filled[place[1]], template).encode("utf-8", "replace")


def _shipped(name: str, read: Callable[[str], bytes]) -> str:
    """A text of ours, with the line ends that a browser makes of any, so that digests are those of what it sees."""
    return read(f"review/{name}").decode().replace("\r\n", "\n")


def _opening(review: Review, language: Language) -> Html:
    head = review.head
    sender = head.sender or language.say(_("Somebody"))
    asks = language.say(_("{sender} asks what you think of this plan.", sender=sender))
    parts = [element("h1", head.title, dir="auto"), element("p", asks, class_="lead", dir="auto")]
    if head.message:
        parts.append(element("blockquote", head.message, class_="message", dir="auto"))
    private = _("What you write stays in this page until you save it. Nothing is sent over a network.")
    parts.append(element("p", language.say(private), class_="quiet"))
    return html(*parts)
