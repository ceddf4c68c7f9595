"""The one place where strings become paragraphs.

There is no markup: a string is a row of letters, whatever it looks like. Here it is cleaned of what cannot be seen,
capped, given a font for each letter, cut into pieces that stay together, and bound where a break would read badly.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from leaderplan.domain.figures import Role
from leaderplan.report.pdf.fonts import DocumentFonts, Face
from leaderplan.report.pdf.paragraph import Paragraph
from leaderplan.report.pdf.signs import SIGN_WIDTHS
from leaderplan.report.pdf.styles import Style
from leaderplan.report.pdf.tags import Node
from leaderplan.report.pdf.tokens import Look, Piece, Token, Tokens
from leaderplan.report.tree import Inside, Outside, PageOf, Rich, Run, Sign, Stroke, Tone, rich

LONGEST: Final = 10_000
"""How many letters of one text are printed."""

_BREAKS: Final = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_UNSEEN: Final = ("Cc", "Cf")
_PLAIN: Final = re.compile(r"[ -~\n\u00a1-\u00ac\u00ae-\u02af–—‘’“”…€]*")  # seen, and composed already
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
# A number keeps its unit: the sign of a share, a month, or a short word of measure.
_UNIT: Final = re.compile(
    r"(?<=\d) (?=(?:%|‰|°C|€|million|billion|days?|weeks?|months?|years?|hours?|minutes?|km|mm|cm|pt|MB|GB|"
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|January|February|March|April|June|July|August|September|"
    r"October|November|December)\b|%|€)"
)
_TONES: Final[dict[Tone, Role | None]] = {"plain": None, "ink": "ink", "muted": "muted", "worse": "worse"}


def printable(text: str) -> str:
    """``text`` without what cannot be seen, its line ends as ``\\n``, at most :data:`LONGEST` letters.

    Letters with marks are composed (NFC); a lone surrogate becomes U+FFFD.
    """
    if len(text) > LONGEST:
        text = text[:LONGEST] + "…"
    if _PLAIN.fullmatch(text):
        return text
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    text = "".join(_seen(letter) for letter in text)
    return unicodedata.normalize("NFC", text)


def _seen(letter: str) -> str:
    if letter == "\n":
        return letter
    category = unicodedata.category(letter)
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    if category == "Zs":
        return letter if letter == _NO_BREAK else _NO_BREAK if letter in "\u202f\u2007" else " "
    if category in ("Mn", "Me") and "\ufe00" <= letter <= "\ufe0f":
        return ""  # a variation selector
    return "" if category in _UNSEEN else letter


def bound(text: str) -> str:
    """``text`` with a short last word bound to the one before it, and numbers to their units."""
    text = _UNIT.sub(_NO_BREAK, text)
    head, _space, last = text.rpartition(" ")
    before = head.rpartition(" ")[2]
    if last and len(last) < 8 and 0 < len(before) < 12 and head.count(" ") >= 7:
        return f"{head}{_NO_BREAK}{last}"
    return text


class Typesetter:
    """Makes the paragraphs of one document."""

    def __init__(self, fonts: DocumentFonts, targets: frozenset[str]) -> None:
        """``targets`` are the places that links inside the document can lead to."""
        self.fonts = fonts
        self._targets = targets
        self._looks: dict[tuple[Face, float, Role, Stroke | None], Look] = {}

    def paragraph(self, text: str | Rich, style: Style, node: Node | None) -> Paragraph:
        """``text`` set in ``style``; what is painted belongs to ``node`` (None: an artifact)."""
        parts = rich(text) if isinstance(text, str) else text
        if node is not None:
            node.stroke = _stroke(parts)
        tokens = Tokens()
        for place, inline in enumerate(parts):
            if isinstance(inline, Run):
                self._write(tokens, inline, style, node, last=place == len(parts) - 1)
            else:
                piece = self._drawn(inline, style, node)
                tokens.add(Token((piece,), piece.width))
        return Paragraph(tokens.list, style, node, self.fonts.face(bold=style.bold))

    def _drawn(self, inline: Sign | PageOf, style: Style, node: Node | None) -> Piece:
        face = self.fonts.face(bold=style.bold)
        if isinstance(inline, Sign):
            return Piece("", face, style.size, style.role, SIGN_WIDTHS[inline.name], sign=inline.name)
        link = self._link(Inside(inline.target), node)
        return Piece("", face, style.size, style.role, face.width("000") * style.size, link, page_of=inline.target)

    def _write(self, tokens: Tokens, run: Run, style: Style, node: Node | None, *, last: bool) -> None:
        link = self._link(run.link, node)
        role = "accent" if link else _TONES[run.tone] or style.role
        text = printable(run.text)
        if last:
            text = bound(text)
        for face, printed in self.fonts.runs(text, bold=run.bold or style.bold, italic=run.italic):
            tokens.write(printed, self._look(face, style.size, role, link, run.stroke))

    def _look(self, face: Face, size: float, role: Role, link: Node | None, stroke: Stroke | None) -> Look:
        if link is not None:
            return Look(face, size, role, link, stroke)
        key = (face, size, role, stroke)
        if key not in self._looks:
            self._looks[key] = Look(face, size, role, stroke=stroke)
        return self._looks[key]

    def _link(self, link: Inside | Outside | None, node: Node | None) -> Node | None:
        """A Link element, hung on ``node`` when it is painted; artifacts have none, nor do links to nothing."""
        if node is None or link is None:
            return None
        if isinstance(link, Outside):
            return Node("Link", alternative=link.address, address=link.address)
        return Node("Link", target=link.target) if link.target in self._targets else None


def _stroke(parts: Rich) -> Stroke | None:
    """The line that all the words of a text have in common."""
    strokes = {part.stroke for part in parts if isinstance(part, Run)}
    return strokes.pop() if len(strokes) == 1 else None
