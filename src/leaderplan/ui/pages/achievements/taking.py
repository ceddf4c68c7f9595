"""What is dropped on the page becomes evidence: files are kept beside the plan, links are noted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Signal

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet, merged
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _n
from leaderplan.domain.records import Achievement, Evidence, EvidenceKind
from leaderplan.ui.arriving import arriving
from leaderplan.ui.desk import Desk

_TITLE: Final = 200
_PARTS: Final = 1000  # of one file, in the progress of all


@dataclass(frozen=True, slots=True)
class Dropped:
    """What something that was dragged here holds."""

    files: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.files or self.links)


def dropped(data: QMimeData) -> Dropped:
    """The files and web addresses that ``data`` holds; folders and what the window opens itself are left out."""
    ours = set(arriving(data))
    urls = [url for url in data.urls() if url.toLocalFile() not in ours] if data.hasUrls() else []
    files = tuple(url.toLocalFile() for url in urls if url.isLocalFile() and Path(url.toLocalFile()).is_file())
    links = tuple(url.toString() for url in urls if url.scheme() in ("http", "https") and url.isValid())
    text = data.text().strip() if data.hasText() and not data.hasUrls() else ""
    if text.startswith(("https://", "http://")) and not text.split()[1:]:
        links = (*links, text)
    return Dropped(files, links)


class Taking(QObject):
    """Keeps files in a Task and stores the evidence in one step; without an achievement it makes one for them."""

    taken = Signal(str)
    """The id of the achievement that has them now."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def take(self, found: Dropped, achievement: str | None) -> None:
        """Take everything that was dropped."""
        if found.files:
            self.take_files(found.files, achievement, found.links)
        elif found.links:
            self._store([], found.links, achievement)

    def take_files(self, files: Sequence[str], achievement: str | None, links: Sequence[str] = ()) -> None:
        """Keep files beside the plan, and note them as evidence."""
        blobs = self._desk.workspace.blobs

        def work(progress, _cancelled) -> list[Attachment]:
            def keep(place: int, file: str) -> Attachment:
                def told(done: int, of: int) -> None:
                    progress(place * _PARTS + _PARTS * done // of, len(files) * _PARTS)

                return blobs.keep_file(Path(file), progress=told)

            return [keep(place, file) for place, file in enumerate(files)]

        label = _n("Keeping {count} file", "Keeping {count} files", len(files))
        self._desk.tasks.start(label, work, lambda kept: self._store(kept, links, achievement))

    def _store(self, kept: Sequence[Attachment], links: Sequence[str], achievement: str | None) -> None:
        target = self._desk.plan.get(Achievement, achievement)
        titles = [_stem(each.name) for each in kept] + [_of_link(link) for link in links]
        first = None if target else edits.add(Achievement(id=new_id(), title=titles[0]))
        id = target.id if target else first.changes[0].id if first else ""
        found = [*_of_files(kept, id, PartialDate.of(self._desk.today())), *_of_links(links, id)]
        edit = edits.add(*found)
        if self._desk.commit(_joined(first, edit), self):
            said = _n("{name} is evidence now.", "{count} pieces of evidence were added.", len(found), name=titles[0])
            self._desk.toast(said)
            self.taken.emit(id)


def _joined(first: ChangeSet | None, edit: ChangeSet) -> ChangeSet:
    return merged(first.label, (first, edit)) if first else edit


def _of_files(kept: Iterable[Attachment], id: str, today: PartialDate) -> list[Evidence]:
    return [
        Evidence(id=new_id(), title=_stem(each.name), kind=EvidenceKind.FILE, attachment=each, supports=(id,), on=today)
        for each in kept
    ]


def _of_links(links: Iterable[str], id: str) -> list[Evidence]:
    return [Evidence(id=new_id(), title=_of_link(link), kind=EvidenceKind.LINK, url=link, supports=(id,))
            for link in links]  # fmt: skip


def _stem(name: str) -> str:
    return " ".join(Path(name).stem.replace("_", " ").split())[:_TITLE] or name[:_TITLE]


def _of_link(link: str) -> str:
    return link.partition("//")[2].rstrip("/")[:_TITLE] or link[:_TITLE]
