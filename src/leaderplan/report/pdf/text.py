"""The one place where strings become paragraphs.

There is no markup: a string is a row of letters, whatever it looks like. Here it is cleaned of what cannot be seen,
capped, given a font for each letter, cut into pieces that stay together, and bound where a break would read badly.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from leaderplan.domain.figures import Role
from leaderplan.report.pdf.fonts import DocumentFonts
from leaderplan.report.pdf.paragraph import Paragraph, Piece, Token
from leaderplan.report.pdf.signs import SIGN_WIDTHS
from leaderplan.report.pdf.styles import Style
from leaderplan.report.pdf.tags import Node
from leaderplan.report.tree import Inline, Outside, PageOf, Rich, Run, Sign, Tone, rich

LONGEST: Final = 10_000
"""How many letters of one text are printed."""

_BREAKS: Final = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_UNSEEN: Final = ("Cc", "Cf", "Cs", "Co", "Cn")
_PLAIN: Final = re.compile(r"[ -~\n\u00a1-\u00ac\u00ae-\u02af–—‘’“”…€]*")  # seen, and composed already
_PARTS: Final = re.compile(r"\n| +|[^ \n]+")
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
# A number keeps its unit: the sign of a share, a month, or a short word of measure.
_UNIT: Final = re.compile(
    r"(?<=\d) (?=(?:%|‰|°C|€|million|billion|days?|weeks?|months?|years?|hours?|minutes?|km|mm|cm|pt|MB|GB|"
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|January|February|March|April|June|July|August|September|"
    r"October|November|December)\b|%|€)"
)
# Scripts written without spaces: a line may break at each letter.
_WIDE: Final = re.compile(
    r"[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
)
_CLOSING: Final = frozenset("、。，．！？：；」』）】〉》…")
_TONES: Final[dict[Tone, Role | None]] = {"plain": None, "muted": "muted", "worse": "worse"}


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
    return "" if category in _UNSEEN[:2] else letter


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

    def paragraph(self, text: str | Rich, style: Style, node: Node | None) -> Paragraph:
        """``text`` set in ``style``; what is painted belongs to ``node`` (None: an artifact)."""
        parts = rich(text) if isinstance(text, str) else text
        tokens: list[Token] = []
        joined = False  # whether the last token goes on without a space
        for place, inline in enumerate(parts):
            for piece in self._pieces(inline, style, node, last=place == len(parts) - 1):
                joined = _append(tokens, piece, joined=joined)
        strut = self.fonts.face(bold=style.bold)
        return Paragraph(tokens, style, node, strut)

    def _pieces(self, inline: Inline, style: Style, node: Node | None, *, last: bool) -> Iterator[Piece | str]:
        """Pieces of one inline value, with ``" "`` and ``"\\n"`` between them."""
        if isinstance(inline, Sign):
            yield Piece("", self.fonts.face(), style.size, style.role, SIGN_WIDTHS[inline.name], sign=inline.name)
        elif isinstance(inline, PageOf):
            face = self.fonts.face(bold=style.bold)
            link = _link(node, target=inline.target) if inline.target in self._targets else None
            yield Piece("", face, style.size, style.role, face.width("000") * style.size, link, page_of=inline.target)
        else:
            yield from self._words(inline, style, node, last=last)

    def _words(self, run: Run, style: Style, node: Node | None, *, last: bool) -> Iterator[Piece | str]:
        link: Node | None = None
        if isinstance(run.link, Outside):
            link = _link(node, address=run.link.address)
        elif run.link is not None and run.link.target in self._targets:
            link = _link(node, target=run.link.target)
        role = "accent" if link else _TONES[run.tone] or style.role
        text = printable(run.text)
        if last:
            text = bound(text)
        for face, printed in self.fonts.runs(text, bold=run.bold or style.bold, italic=run.italic):
            for part in _PARTS.findall(printed):
                if part[0] in " \n":
                    yield part[0]
                    continue
                for word in _WIDE.sub(r"\0\g<0>\0", part).split("\0") if not part.isascii() else (part,):
                    if word:
                        yield Piece(word, face, style.size, role, face.width(word) * style.size, link)


def _link(node: Node | None, *, target: str = "", address: str = "") -> Node | None:
    """A Link element that hangs on ``node`` when it is painted; artifacts have no links."""
    if node is None:
        return None
    return Node("Link", alternative=address, target=target, address=address)


def _append(tokens: list[Token], piece: Piece | str, *, joined: bool) -> bool:
    """Add a piece or the space after one; says whether the next piece goes on with the same token."""
    if isinstance(piece, str):
        if piece == "\n":
            tokens.append(Token(breaks=True))
        elif tokens and tokens[-1].pieces:
            tokens[-1].space = True
        return False
    wide = piece.text in _CLOSING or bool(_WIDE.match(piece.text))
    if tokens and not tokens[-1].breaks and not tokens[-1].space and (piece.text in _CLOSING if wide else joined):
        tokens[-1].pieces.append(piece)
    else:
        tokens.append(Token([piece]))
    return not wide
