"""The parts that an installer puts in place: each folder of the bundle, the registry, the shortcut."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Final

from facts import Facts, Program
from windows import registry
from windows.element import add
from windows.executables import windowed
from windows.identity import guid, key
from windows.scope import USER, Scope
from windows.shortname import both
from windows.tree import Folder, file_key

SOURCES: Final = "bundle"
ICON: Final = "program.ico"
_PLACE: Final = "INSTALLDIR"


def put(top: ET.Element, facts: Facts, scope: Scope, bundle: Folder) -> Iterator[str]:
    """All components, below the directory ``top``; the identifier of each."""
    at = top
    for identifier, name in scope.parents:
        at = add(at, "Directory", Id=identifier, **({"Name": both(name, name)} if name else {}))
    place = add(at, "Directory", Id=_PLACE, Name=both(facts.program.name, facts.program.name))
    yield from _folder(place, facts.program, scope, bundle)
    yield _registry(place, facts, scope)
    yield _shortcut(top, facts.program, scope)


def _registry(at: ET.Element, facts: Facts, scope: Scope) -> str:
    component = _component(at, facts.program, scope, "registry")
    for number, value in enumerate(registry.values(facts)):
        _value(component, scope, value, "yes" if number == 0 else "no")
    return component.attrib["Id"]


def _folder(at: ET.Element, program: Program, scope: Scope, folder: Folder) -> Iterator[str]:
    if folder.files or scope is USER:
        yield _contents(at, program, scope, folder)
    for below in folder.folders:
        inner = add(at, "Directory", Id=key("d", below.path), Name=both(below.name, below.path))
        yield from _folder(inner, program, scope, below)


def _contents(at: ET.Element, program: Program, scope: Scope, folder: Folder) -> str:
    # By the installer's rules a component is what it holds: other files make it another one.
    component = _component(at, program, scope, "folder", folder.path, *(file.name for file in folder.files))
    for file in folder.files:
        add(component, "File", Id=file.key, Name=both(file.name, file.path), Source=f"{SOURCES}/{file.path}")
    if scope is USER:  # a file in a person's profile cannot stand for its component (ICE38), nor a folder stay (ICE64)
        add(component, "RemoveFolder", Id=key("r", folder.path), On="uninstall")
        _value(component, scope, _mark(program, component.attrib["Id"], folder.path or program.name), "yes")
    else:
        component[0].set("KeyPath", "yes")
    return component.attrib["Id"]


def _shortcut(top: ET.Element, program: Program, scope: Scope) -> str:
    menu = add(top, "Directory", Id="ProgramMenuFolder")
    component = _component(menu, program, scope, "shortcut")
    add(
        component,
        "Shortcut",
        Id="Shortcut",
        Name=both(program.name, "shortcut"),
        Description=program.summary,
        Target=f"[#{file_key(windowed(program))}]",
        WorkingDirectory=_PLACE,
        Icon=ICON,
    )
    _value(component, scope, _mark(program, component.attrib["Id"], "shortcut"), "yes")
    return component.attrib["Id"]


def _mark(program: Program, component: str, what: str) -> registry.Value:
    """A value by which the installer knows that a component is there, where no file can tell."""
    return registry.Value(f"Software\\{program.name}\\Installed", component, what)


def _component(at: ET.Element, program: Program, scope: Scope, *words: str) -> ET.Element:
    return add(
        at,
        "Component",
        Id=key("c", "/".join(words[:2])),
        Guid=guid(program, "component", scope.name, *words),
        Win64="yes",
    )


def _value(component: ET.Element, scope: Scope, value: registry.Value, keypath: str) -> None:
    add(
        component,
        "RegistryValue",
        Root=scope.root,
        Key=value.key,
        **({"Name": value.name} if value.name else {}),
        Type="string",
        Value=value.data,
        KeyPath=keypath,
    )
