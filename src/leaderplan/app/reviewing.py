"""Reviews of one open plan, as the window calls them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from leaderplan import assets
from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Round, StrayAnswer
from leaderplan.domain.review.merging import Answer, Merge, Offered
from leaderplan.domain.review.sending import Wish
from leaderplan.domain.selection import Selection
from leaderplan.places import today
from leaderplan.store.rows import Progress
from leaderplan.store.steps import now
from leaderplan.store.workspace import Workspace

if TYPE_CHECKING:
    from leaderplan.exchange.review.package import Review
    from leaderplan.exchange.sealed import Key

_REPORT = "review-report"


class Reviewing:
    """As ``ui/reviewing.py`` describes it."""

    def __init__(self, workspace: Workspace, language: Language) -> None:
        self._workspace = workspace
        self._language = language

    def goes(self, wish: Wish) -> Selection:
        """Exactly what would leave."""
        from leaderplan.upkeep import reviews

        return reviews.goes(self._workspace.plan, wish)

    def words(self) -> str:
        """A new passphrase of six words."""
        from leaderplan.exchange import passphrase

        return passphrase.generated(passphrase.words(assets.read_bytes))

    def send(
        self, wish: Wish, target: Path, passphrase: str | None, form: Path | None, progress: Progress
    ) -> tuple[str, Path | None]:
        """Write the review file and, where it has a place, the form for a browser; note the round."""
        from leaderplan.upkeep import reviews
        from leaderplan.upkeep.reviews import Stamp

        progress(0, 2)
        key = _key(passphrase)
        progress(1, 2)
        stamp = Stamp(now(), today(), self._language)
        beside = partial(self._form, form) if form else None
        sent = reviews.send(self._workspace, wish, target, key, stamp, beside)
        return sent.round, form if sent.without is None else None

    def _form(self, target: Path, review: Review) -> tuple[Path, bytes]:
        from leaderplan.exchange.review import form

        return target, form.write(review, self._language, assets.read_bytes)

    def save_again(self, round: Round, target: Path, passphrase: str | None, progress: Progress) -> None:
        """Write the file of a round once more."""
        from leaderplan.upkeep import reviews

        progress(0, 2)
        key = _key(passphrase)
        progress(1, 2)
        reviews.save_again(self._workspace, round, target, key)

    def as_sent(self, round: Round) -> Plan | None:
        """What the mentor read; None where it was erased."""
        from leaderplan.upkeep import reviews

        found = reviews.as_sent(self._workspace, round)
        return found.plan if found else None

    def report(self, round: Round, target: Path, progress: Progress, cancelled: Callable[[], bool]) -> int:
        """Write the report on a round as a PDF; how many pages it has."""
        from leaderplan.report.blocks import BLOCKS
        from leaderplan.report.layout import read_layout
        from leaderplan.report.making import make_of_round
        from leaderplan.report.pdf.fonts import Fonts, system_fonts
        from leaderplan.report.pdf.write import write_pdf
        from leaderplan.report.writing import write_file
        from leaderplan.upkeep import reviews

        layout = read_layout(assets.ROOT / "layouts" / f"{_REPORT}.toml", BLOCKS)
        sent = reviews.sent_plan(self._workspace, round)
        made = make_of_round(self._workspace.plan, layout, round, sent, today=today(), language=self._language)
        fonts = Fonts.read(assets.ROOT / "fonts", system_fonts())
        printed = write_pdf(made.document, layout.pages[0], fonts, progress, cancelled)
        write_file(target, printed.pdf)
        return printed.pages

    def read_answer(self, file: Path) -> Offered:
        """What an answer would bring."""
        from leaderplan.upkeep import reviews

        return reviews.read_answer(self._workspace, file, today())

    def pasted(self, text: str) -> Offered:
        """What an answer that was pasted as text would bring."""
        from leaderplan.upkeep import reviews

        name = self._language.say(_("The pasted text"))
        return reviews.offered(self._workspace, text.encode("utf-8", "replace"), name, today())

    def take_in(self, offer: Offered) -> Merge:
        """Store what it brings as one step."""
        from leaderplan.upkeep import reviews

        merge, _step = reviews.take_in(self._workspace, offer, today(), self._language.say)
        return merge

    def stray(self, stray: StrayAnswer) -> Answer | None:
        """What an answer that was kept aside says; None where it cannot be read."""
        from leaderplan.upkeep import reviews

        return reviews.stray_text(self._workspace, stray)


def _key(typed: str | None) -> Key | None:
    """Made in a process of its own: it takes seconds, in which no other thread would run."""
    if typed is None:
        return None
    from leaderplan.exchange import passphrase, sealed
    from leaderplan.upkeep.apart import apart

    return apart(sealed.new_key, passphrase.normal(typed, passphrase.words(assets.read_bytes)))
