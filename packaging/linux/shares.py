"""Everything by which a Linux desktop knows LeaderPlan, in the places where it looks for it."""

from __future__ import annotations

import gzip
from pathlib import Path

import icons
from facts import Facts, read
from linux.completions import completions
from linux.desktopfiles import desktop_entry, desktop_id, mime_types
from linux.manpage import manpage
from linux.metainfo import file_name, metainfo


def install(target: Path, prefix: str = "usr") -> list[Path]:
    """Writes it all to ``target/prefix/share`` and gives the paths of the files, sorted.

    With the prefix ``usr`` this is the tree of a package; with ``""`` it is the folder ``share`` from which
    register.sh takes it. Every file may be read by all, whatever the umask.
    """
    share = target / prefix.strip("/") / "share"
    written = [_put(share / place, data) for place, data in _files(read()).items()]
    written += icons.hicolor(share / "icons" / "hicolor")
    for path in written:
        path.chmod(0o644)
    return sorted(written)


def _files(facts: Facts) -> dict[str, bytes]:
    command = facts.program.command
    texts = {
        f"applications/{desktop_id(facts)}": desktop_entry(facts),
        f"mime/packages/{command}.xml": mime_types(facts),
        f"metainfo/{file_name(facts)}": metainfo(facts),
        **completions(facts),
    }
    files = {place: text.encode() for place, text in texts.items()}
    files[f"man/man1/{command}.1.gz"] = gzip.compress(manpage(facts).encode(), mtime=0)
    return files


def _put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
