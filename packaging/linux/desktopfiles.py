"""What a Linux desktop reads to show LeaderPlan in its menu and to open archives with it: .desktop and MIME types."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Final

from facts import Facts, FileType
from icons import icon_name

CATEGORIES: Final = ("Office", "ProjectManagement")
GENERIC_NAME: Final = "Leadership planner"
KEYWORDS: Final = ("achievement", "career", "competency", "leadership", "portfolio", "promotion")
MIME_NAMESPACE: Final = "http://www.freedesktop.org/standards/shared-mime-info"


def desktop_id(facts: Facts) -> str:
    """The name of the .desktop file, which is also what the window tells the desktop that it belongs to."""
    return f"{facts.program.command}.desktop"


def desktop_entry(facts: Facts) -> str:
    """The menu entry; without a file, as from the menu, ``open`` opens the window on the person's plan."""
    program = facts.program
    keys = {
        "Type": "Application",
        "Name": program.name,
        "GenericName": GENERIC_NAME,
        "Comment": program.summary,
        "Exec": f"{program.command} open %f",
        "TryExec": program.command,
        "Icon": program.command,
        "Terminal": "false",
        "StartupNotify": "true",  # else GNOME gives no token with which a second start brings the open window forward
        "StartupWMClass": program.name,  # what Qt makes of the application's name on X; Wayland goes by the file's name
        "Categories": _list(CATEGORIES),
        "Keywords": _list(KEYWORDS),
        "MimeType": _list(tuple(kind.mime for kind in facts.file_types)),
    }
    return "\n".join(["[Desktop Entry]", *(f"{key}={_escaped(value)}" for key, value in keys.items()), ""])


def mime_types(facts: Facts) -> str:
    """The file types for the shared MIME database.

    None is called a kind of ZIP file, as a sealed archive is not one: a program for ZIP files would offer to open it.
    """
    top = ET.Element("mime-info", xmlns=MIME_NAMESPACE)
    for kind in facts.file_types:
        _mime_type(top, kind)
    return printed(top)


def printed(top: ET.Element) -> str:
    """An XML document, indented, as text in UTF-8."""
    ET.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(top, encoding="unicode")}\n'


def _mime_type(top: ET.Element, kind: FileType) -> None:
    described = ET.SubElement(top, "mime-type", type=kind.mime)
    ET.SubElement(described, "comment").text = kind.name
    ET.SubElement(described, "glob", pattern=f"*{kind.suffix}")
    ET.SubElement(described, "icon", name=icon_name(kind))
    ET.SubElement(described, "generic-icon", name="package-x-generic")  # for themes that leave hicolor out


def _list(values: tuple[str, ...]) -> str:
    return "".join(f"{value};" for value in values)


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n")
