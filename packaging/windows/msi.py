"""Makes the installers of a Windows bundle; with wixl, so on Linux. https://wiki.gnome.org/msitools"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import icons
from facts import BUILD, BUNDLE, DIST, Facts
from trouble import Trouble, must
from windows import tree, wxs
from windows.components import ICON, SOURCES
from windows.element import CODEPAGE
from windows.executables import windowed
from windows.scope import SCOPES, Scope


def make(facts: Facts) -> list[Path]:
    """The installers in dist/ of the bundle that Windows made, which was fetched from there; raises Trouble."""
    if not (BUNDLE / windowed(facts.program)).is_file():
        raise Trouble(f"{BUNDLE} was not made on Windows. Make it there, and put it into the same place here.")
    return installers(BUNDLE, icons.ico(BUILD / "icons" / ICON, facts.program.command), DIST, facts)


def installers(bundle: Path, icon: Path, folder: Path, facts: Facts, scopes: Iterable[Scope] = SCOPES) -> list[Path]:
    """An installer in ``folder`` for each scope; raises Trouble where wixl is missing or fails."""
    contents = tree.read(bundle)
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for scope in scopes:
        installer = folder / f"{facts.program.command}-{facts.version}-x64-{scope.name}.msi"
        with TemporaryDirectory() as work:
            here = Path(work)
            (here / SOURCES).symlink_to(bundle.absolute())
            (here / ICON).symlink_to(icon.absolute())
            description = here / f"{scope.name}.wxs"
            description.write_text(wxs.write(facts, scope, contents), encoding="utf-8")
            part = here / installer.name
            # Else it only grumbles over what it does not understand, and leaves it out.
            strict = {"G_DEBUG": "fatal-warnings"}
            must(_tool("wixl"), "--arch", "x64", "--output", part, description, cwd=here, env=strict)
            _complete(part)
            shutil.move(part, installer)
        made.append(installer)
    return made


def _complete(installer: Path) -> None:
    """Add what wixl cannot write: the code page, and what Windows hands on once an administrator has agreed."""
    codepage = installer.with_name("_ForceCodepage.idt")
    codepage.write_bytes(f"\r\n\r\n{CODEPAGE}\t_ForceCodepage\r\n".encode())
    secure = f"UPDATE `Property` SET `Value` = '{';'.join(wxs.SECURE)}' WHERE `Property` = 'SecureCustomProperties'"
    must(_tool("msibuild"), installer, "-q", secure)
    must(_tool("msibuild"), installer, "-i", codepage)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Trouble(f"{name} is missing, which makes the Windows installers. On Debian: apt install wixl msitools")
    return found
