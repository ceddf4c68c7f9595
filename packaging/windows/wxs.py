"""The description of an installer in WiX's language, of which wixl understands a part."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Final

from facts import Facts, Program
from windows.components import ICON, put
from windows.element import CODEPAGE, add
from windows.identity import guid
from windows.scope import Scope
from windows.tree import Folder
from windows.versionresource import numbers

OLDEST_WINDOWS: Final = ("17763", "Windows 10, version 1809")
"""The build that Qt 6.11 needs at least, and its name. https://doc.qt.io/qt-6.11/windows.html"""
SECURE: Final = ("OLDER", "NEWER", "WINDOWSBUILD")
"""What is found out before an administrator's rights are asked for, and needed after."""
_INSTALLER: Final = "500"
"""Windows Installer 5.0, with Windows 7: the first that leaves a program for one person to that person."""


def write(facts: Facts, scope: Scope, bundle: Folder) -> str:
    """The description as text; raises Trouble where a file has a name that wixl cannot take.

    Files are sought where wixl runs, under the names in components.py, for wixl wants relative paths.
    """
    root = ET.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    product = add(
        root,
        "Product",
        Id=guid(facts.program, "product", scope.name, facts.version, bundle.digest()),
        Name=facts.program.name,
        Language="1033",
        Codepage=CODEPAGE,
        Version=".".join(str(number) for number in numbers(facts.version)[:3]),
        UpgradeCode=upgrade_code(facts.program, scope),
        Manufacturer=facts.program.maintainer.partition(" <")[0],
    )
    add(
        product,
        "Package",
        InstallerVersion=_INSTALLER,
        Compressed="yes",
        InstallScope=scope.install_scope,
        Description=f"{facts.program.name} {facts.version}",
        Comments=facts.program.summary,
    )
    add(product, "Media", Id="1", Cabinet="bundle.cab", EmbedCab="yes")
    _upgrade(product, facts, scope)
    _conditions(product, facts.program)
    _shown_under_apps(product, facts.program)
    top = add(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    components = list(put(top, facts, scope, bundle))
    feature = add(product, "Feature", Id="Program", Title=facts.program.name, Level="1")
    for component in components:
        add(feature, "ComponentRef", Id=component)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def upgrade_code(program: Program, scope: Scope) -> str:
    """What all versions have in common, by which a newer one finds the older; it may never change."""
    return guid(program, "upgrade", scope.name)


def _upgrade(product: ET.Element, facts: Facts, scope: Scope) -> None:
    version = product.attrib["Version"]
    family = add(product, "Upgrade", Id=upgrade_code(facts.program, scope))
    # The same version too: two builds of it would else stand beside each other under Apps. wixl ignores IncludeMaximum.
    major, minor, patch, _ = numbers(facts.version)
    add(family, "UpgradeVersion", Minimum="0.0.0", Maximum=f"{major}.{minor}.{patch + 1}", Property="OLDER")
    add(family, "UpgradeVersion", Minimum=version, IncludeMinimum="no", OnlyDetect="yes", Property="NEWER")
    # In the transaction, so that the old program comes back where the new one cannot be installed.
    add(add(product, "InstallExecuteSequence"), "RemoveExistingProducts", After="InstallInitialize")
    # wixl writes no versions of files, and what to install is decided while the old files are there still: by the
    # default rules, Windows would keep an old DLL for being versioned, then remove it with the old program.
    add(product, "Property", Id="REINSTALLMODE", Value="amus")


def _conditions(product: ET.Element, program: Program) -> None:
    add(
        product,
        "Condition",
        Message=f"A newer {program.name} is installed. To go back to this one, remove that first; your plan stays.",
    ).text = "NOT NEWER"
    build, name = OLDEST_WINDOWS
    asked = add(product, "Property", Id="WINDOWSBUILD")
    add(
        asked,
        "RegistrySearch",
        Id="WindowsBuild",
        Root="HKLM",
        Key="SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
        Name="CurrentBuildNumber",
        Type="raw",
    )
    add(
        product, "Condition", Message=f"{program.name} needs {name}, or newer."
    ).text = f"Installed OR WINDOWSBUILD >= {build}"


def _shown_under_apps(product: ET.Element, program: Program) -> None:
    add(product, "Icon", Id=ICON, SourceFile=ICON)
    shown = {
        "ARPPRODUCTICON": ICON,
        "ARPURLINFOABOUT": program.home,
        "ARPCOMMENTS": program.summary,
        "ARPNOMODIFY": "1",  # there are no parts to choose from
    }
    for name, value in shown.items():
        add(product, "Property", Id=name, Value=value)
