"""The terms of what Python and Microsoft's compiler bring on Windows and macOS, where no system knows whose a file is.

On Linux, Debian knows it: notices.py asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Final

from facts import HERE, ROOT

_PYTHON: Final = ("Python-parts",)
_MICROSOFT: Final = ("Microsoft-runtime",)
_TERMS: Final[Mapping[str, tuple[str, ...]]] = {
    "libcrypto[-.]*": ("OpenSSL",),
    "libffi[-.]*": ("libffi",),
    "_bz2.*": ("bzip2",),
    "libbz2.*": ("bzip2",),
    "_lzma.*": ("xz",),
    "liblzma*": ("xz",),
    "sqlite3.dll": (),  # its notice is in every bundle
    "libsqlite3*.dylib": (),
    "python3*.dll": _PYTHON,
    # The Python that the workflow takes on macOS has them all in its one library.
    "libpython3*.dylib": (*_PYTHON, "OpenSSL", "libffi", "bzip2", "xz"),
    "Python": _PYTHON,
    "vcruntime*.dll": _MICROSOFT,
    "msvcp*.dll": _MICROSOFT,
    "concrt*.dll": _MICROSOFT,
    "ucrtbase.dll": _MICROSOFT,
    "api-ms-win-*.dll": _MICROSOFT,
}
"""The names of the texts that go with a file, by what it is called; wheels carry Microsoft's runtime as well."""
_TEXTS: Final[Mapping[str, Path]] = {
    "OpenSSL": ROOT / "resources" / "licences" / "Apache-2.0.txt",
    **{path.stem: path for path in sorted((HERE / "licences").glob("*.txt"))},
}


def texts(files: Iterable[str]) -> dict[str, Path]:
    """The texts that have to go with these files, each by its name."""
    return {name: _TEXTS[name] for name in sorted({name for file in files for name in _terms(file) or ()})}


def faults(bundle: Path, place: str) -> Iterator[str]:
    """A sentence for each library that nobody's wheel brought and whose terms are not in ``place`` of the bundle."""
    inner = bundle / "_internal"
    for path in sorted(path for path in inner.rglob("*") if path.is_file() and not path.is_symlink()):
        name = path.relative_to(inner).as_posix()
        terms = _terms(name)
        if terms is None and _is_strange(PurePosixPath(name)):
            yield f"{name} comes from no wheel, and packaging/inherited.py does not know its terms."
        for text in terms or ():
            if not (inner / place / f"{text}.txt").is_file():
                yield f"The bundle has no text {text}.txt, which has to go with {name}."


def _terms(file: str) -> tuple[str, ...] | None:
    """The names of the texts that go with a file; None where nothing is known of it."""
    base = file.replace("\\", "/").rpartition("/")[2]
    found = (texts for pattern, texts in _TERMS.items() if fnmatch(base.lower(), pattern.lower()))
    return next(found, None)


def _is_strange(path: PurePosixPath) -> bool:
    """Whether it is a library that lies in no package's folder; Python's own modules go with Python's licence."""
    return len(path.parts) == 1 and path.suffix in {".dll", ".dylib"}
