"""Which files of an .app are to be signed, and in which order: what is inside before what holds it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_MAGIC: Final = frozenset(
    bytes.fromhex(magic) for magic in ("cffaedfe", "cefaedfe", "feedfacf", "feedface", "cafebabe", "cafebabf")
)
"""First bytes of machine code in Mach-O, for one processor or for several."""
_HOLDERS: Final = (".framework", ".app", ".bundle", ".plugin")


def inside_out(app: Path) -> list[Path]:
    """Every piece of machine code and every bundle in ``app``, deepest first and ``app`` itself last.

    Links are left out: what they lead to has its own place. Signing with --deep instead would give each piece the
    entitlements of the whole, and miss what lies in unusual places.
    """
    code = [path for path in app.rglob("*") if not path.is_symlink() and (_is_code(path) or _is_version(path))]
    return [*sorted(code, key=lambda path: (-len(path.parts), str(path))), app]


def _is_code(path: Path) -> bool:
    if path.is_dir():
        return path.suffix in _HOLDERS and not (path / "Versions").is_dir()
    with path.open("rb") as file:
        return file.read(4) in _MAGIC


def _is_version(path: Path) -> bool:
    """A framework with versions is signed at each version."""
    return path.is_dir() and path.parent.name == "Versions" and path.parent.parent.suffix == ".framework"
