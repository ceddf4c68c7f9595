"""The works that LeaderPlan ships or runs on, and the texts of their licences, wherever it runs from.

`resources/licences/index.toml` lists them. The text of a Python package is read from its dist-info, which pip installs
and a bundle carries too. A bundle also has `licences/system/NAME.txt`, one for each library of the system it was built
on. All of it is slow to read, so nothing here is read before somebody asks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import PurePosixPath
from typing import Any, Final

from leaderplan import assets

_INDEX: Final = "licences/index.toml"
_SYSTEM: Final = "licences/system"
_CARRIED: Final = re.compile(r"[^/]+\.dist-info/(?:licenses/(.+)|((?:LICEN[CS]E|COPYING|NOTICE)[^/]*))")
"""The texts in a dist-info; older packages have them one folder higher."""
_RULE: Final = "\n\n" + "=" * 80 + "\n\n"


@dataclass(frozen=True, slots=True)
class Work:
    """Something by others, or LeaderPlan itself; index.toml says what each field is."""

    name: str
    licence: str
    inside: str = ""
    by: str = ""
    purpose: str = ""
    source: str = ""
    texts: tuple[str, ...] = ()
    package: str = ""
    parts: str = ""
    framework: str = ""
    optional: bool = False

    @property
    def title(self) -> str:
        """The name, with the version of a package."""
        return f"{self.name} {self.version}".rstrip()

    @property
    def version(self) -> str:
        """Of the package; nothing where it is none."""
        package = _installed(self.package)
        return package.version if package is not None else ""


def works() -> list[Work]:
    """All that is shipped or run on here: what is listed, then what the bundle took from its system."""
    listed = [work for work in _listed() if not work.package or _installed(work.package) is not None]
    return [*listed, *_of_the_system()]


def lacking() -> list[str]:
    """The packages that are listed for every form and system, and are not installed here: none, if all is well."""
    return [each.package for each in _listed() if each.package and not each.optional and not _installed(each.package)]


def text(work: Work) -> str:
    """All terms of a work, one below the other."""
    found = [assets.read_text(name) for name in work.texts]
    package = _installed(work.package)
    if package is not None:
        parts = [_parts(json.loads(package.read_text(work.parts) or "{}"))] if work.parts else []
        found = [*_package_texts(package), *parts, *found]
    if work.framework:
        found.append(_line(json.loads(assets.read_text(work.framework))["framework"]))
    return _RULE.join(each.strip("\n") for each in found if each.strip())


def _listed() -> list[Work]:
    return [Work(**{**each, "texts": tuple(each.get("texts", ()))}) for each in assets.read_toml(_INDEX)["work"]]


def _of_the_system() -> Iterator[Work]:
    for name in assets.names(_SYSTEM):
        if name.endswith(".txt"):
            yield Work(PurePosixPath(name).stem, "", texts=(name,))


def _installed(package: str) -> metadata.Distribution | None:
    if not package:
        return None
    try:
        return metadata.distribution(package)
    except metadata.PackageNotFoundError:
        return None


def _package_texts(package: metadata.Distribution) -> list[str]:
    """Its own text first, then those of what it carries inside, each below the name of its file."""
    carried = [
        (found[1] or found[2], file) for file in package.files or () if (found := _CARRIED.fullmatch(file.as_posix()))
    ]
    carried.sort(key=lambda pair: (pair[0].count("/"), pair[0]))
    texts = [(name, _decoded(file.read_binary())) for name, file in carried]
    return [text for _name, text in texts] if len(texts) == 1 else [f"{name}\n\n{text}" for name, text in texts]


def _decoded(data: bytes) -> str:
    """Licences are older than UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _parts(listed: Mapping[str, Any]) -> str:
    """A list in CycloneDX, as lines: name and version, licence, authors."""
    lines = []
    for part in listed.get("components", ()):
        terms = [each.get("expression") or each.get("license", {}).get("id") for each in part.get("licenses", ())]
        said = ", ".join(term or "a licence of its own" for term in terms)
        lines.append(f"{part['name']} {part.get('version', '')}: {said}" + _by(part.get("author", "")))
    return "What it carries inside, by the package's own list:\n\n" + "\n".join(lines) if lines else ""


def _by(author: str) -> str:
    return f"; by {author}" if author else ""


def _line(framework: Mapping[str, str | None]) -> str:
    """What a framework says of its own licence, with the addresses that go with it."""
    said = (framework["licence"], framework["licence_url"], framework["source_url"])
    return "\n".join(each for each in said if each)
