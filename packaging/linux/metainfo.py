"""What software centres show of LeaderPlan: the AppStream metainfo.

No address of the project is public yet. The pictures are named as if docs/pictures lay at ``pictures/`` under the home
of package.toml, where whoever publishes puts them.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import Final

from PIL import Image

from changes import Release, day, releases
from facts import ROOT, Facts
from linux.desktopfiles import CATEGORIES, KEYWORDS, desktop_id, printed

METADATA_LICENCE: Final = "CC0-1.0"  # as AppStream asks, so that catalogues may copy it
LICENCE: Final = "MIT"
_PICTURE = re.compile(r"!\[([^]]+)\]\(docs/pictures/([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of docs/pictures with its caption, and its pixels."""

    name: str
    caption: str
    width: int
    height: int


def file_name(facts: Facts) -> str:
    """What the metainfo's file is called."""
    return f"{facts.program.id}.metainfo.xml"


def pictures() -> tuple[Picture, ...]:
    """The pictures of the README in its order; what it says of each is the caption."""
    return tuple(_picture(name, caption) for caption, name in _PICTURE.findall((ROOT / "README.md").read_text("utf-8")))


def metainfo(facts: Facts) -> str:
    """The metainfo as XML."""
    program = facts.program
    top = ET.Element("component", type="desktop-application")
    _line(top, "id", program.id)
    _line(top, "metadata_license", METADATA_LICENCE)
    _line(top, "project_license", LICENCE)
    _line(top, "name", program.name)
    _line(top, "summary", program.summary)
    developer = ET.SubElement(top, "developer", id=".".join(program.id.split(".")[:2]))
    _line(developer, "name", program.maintainer.partition(" <")[0])
    _each(ET.SubElement(top, "description"), "p", program.description)
    _line(top, "launchable", desktop_id(facts), type="desktop-id")
    _line(top, "icon", program.command, type="stock")
    _line(top, "url", program.home, type="homepage")
    _each(ET.SubElement(top, "categories"), "category", CATEGORIES)
    _each(ET.SubElement(top, "keywords"), "keyword", KEYWORDS)
    _screenshots(top, program.home)
    provided = ET.SubElement(top, "provides")
    _line(provided, "binary", program.command)
    _each(provided, "mediatype", tuple(kind.mime for kind in facts.file_types))
    ET.SubElement(top, "content_rating", type="oars-1.1")  # empty: nothing in it that a child may not see
    _line(ET.SubElement(top, "requires"), "internet", "offline-only")
    listed = ET.SubElement(top, "releases")
    for release in releases(facts.version):
        _release(listed, release)
    return printed(top)


def _picture(name: str, caption: str) -> Picture:
    with Image.open(ROOT / "docs" / "pictures" / name) as picture:
        return Picture(name, caption, *picture.size)


def _screenshots(top: ET.Element, home: str) -> None:
    shown = ET.SubElement(top, "screenshots")
    for picture in pictures():
        screenshot = ET.SubElement(shown, "screenshot", {} if len(shown) else {"type": "default"})
        size = {"width": str(picture.width), "height": str(picture.height)}
        _line(screenshot, "image", f"{home}/pictures/{picture.name}", type="source", **size)
        _line(screenshot, "caption", picture.caption)


def _release(listed: ET.Element, release: Release) -> None:
    when = (release.day or day(release.version)).isoformat()
    told = ET.SubElement(listed, "release", version=release.version, date=when)
    if not release.day:
        told.set("type", "development")
    _each(ET.SubElement(ET.SubElement(told, "description"), "ul"), "li", release.points)


def _each(parent: ET.Element, tag: str, texts: tuple[str, ...]) -> None:
    for text in texts:
        _line(parent, tag, text)


def _line(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = text
