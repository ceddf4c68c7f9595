"""Elements of a description for wixl, with texts that it can write."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Final

from trouble import Trouble

CODEPAGE: Final = "1252"
"""Of all texts: wixl 0.101 knows no other, and crashes on a character outside it. It takes $ for a variable, too."""


def add(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    """A new element in ``parent``; raises Trouble where wixl cannot write a text."""
    for value in attributes.values():
        if "$" in value or not _known(value):
            raise Trouble(f"wixl cannot write this text, be it a file's name or another: {value}")
    return ET.SubElement(parent, tag, attributes)


def _known(value: str) -> bool:
    try:
        value.encode(f"cp{CODEPAGE}")
    except UnicodeEncodeError:
        return False
    return True
