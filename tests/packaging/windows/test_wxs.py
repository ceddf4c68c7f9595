"""The description of the installers, as text that wixl reads."""

from __future__ import annotations

import dataclasses
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import facts
from trouble import Trouble
from windows import tree, wxs
from windows.scope import MACHINE, SCOPES, USER, Scope

WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


def described(known: facts.Facts, scope: Scope, bundle: Path) -> ET.Element:
    product = ET.fromstring(wxs.write(known, scope, tree.read(bundle))).find(f"{WIX}Product")
    assert product is not None
    return product


def guids(product: ET.Element) -> dict[str, str]:
    return {one.attrib["Id"]: one.attrib["Guid"] for one in product.iter(f"{WIX}Component")}


def versioned(known: facts.Facts, version: str) -> facts.Facts:
    return dataclasses.replace(known, version=version)


def test_newer_versions_find_older_ones_by_codes_that_never_change(known: facts.Facts) -> None:
    assert wxs.upgrade_code(known.program, USER) == "{063D3933-EF0C-5ED2-89AB-9764FA4CB76D}"
    assert wxs.upgrade_code(known.program, MACHINE) == "{7F9C9F97-FD60-5137-8D85-67138C9D3B4F}"


def test_the_same_bundle_gives_the_same_text_wherever_it_lies(known: facts.Facts, bundle: Path, tmp_path: Path) -> None:
    before = wxs.write(known, USER, tree.read(bundle))
    moved = bundle.rename(tmp_path / "elsewhere")
    assert wxs.write(known, USER, tree.read(moved)) == before
    assert str(tmp_path) not in before


def test_a_changed_byte_makes_another_product_of_the_same_parts(known: facts.Facts, bundle: Path) -> None:
    before = described(known, USER, bundle)
    (bundle / "leaderplan.exe").write_bytes(b"another build")
    after = described(known, USER, bundle)
    assert after.attrib["Id"] != before.attrib["Id"]
    assert after.attrib["UpgradeCode"] == before.attrib["UpgradeCode"]
    assert guids(after) == guids(before)


def test_a_folder_with_other_files_is_another_part_and_the_rest_stay(known: facts.Facts, bundle: Path) -> None:
    before = guids(described(known, MACHINE, bundle))
    (bundle / "_internal" / "one" / "new.txt").write_bytes(b"")
    after = guids(described(versioned(known, "9.0.0"), MACHINE, bundle))
    assert sum(after[part] != before[part] for part in before) == 1


def test_the_two_installers_share_no_identifier(known: facts.Facts, bundle: Path) -> None:
    user, machine = (described(known, scope, bundle) for scope in SCOPES)
    assert not set(guids(user).values()) & set(guids(machine).values())
    assert user.attrib["Id"] != machine.attrib["Id"]
    assert user.attrib["UpgradeCode"] != machine.attrib["UpgradeCode"]


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.name)
def test_each_part_has_one_thing_that_stands_for_it(known: facts.Facts, scope: Scope, bundle: Path) -> None:
    product = described(known, scope, bundle)
    parts = list(product.iter(f"{WIX}Component"))
    assert len({part.attrib["Id"] for part in parts}) == len({part.attrib["Guid"] for part in parts}) == len(parts)
    for part in parts:
        (keypath,) = (one for one in part if one.get("KeyPath") == "yes")
        if scope is USER:
            assert keypath.tag == f"{WIX}RegistryValue" and keypath.attrib["Root"] == "HKCU"
    assert {one.attrib["Id"] for one in product.iter(f"{WIX}ComponentRef")} == {part.attrib["Id"] for part in parts}


def test_a_person_s_program_is_not_put_where_the_plan_lives(known: facts.Facts, bundle: Path) -> None:
    product = described(known, USER, bundle)
    local = product.find(f".//{WIX}Directory[@Id='LocalAppDataFolder']")
    assert local is not None
    (below,) = local
    assert below.attrib["Name"] == "Programs"  # the plan's is LocalAppData\LeaderPlan: src/leaderplan/places.py


def test_a_double_click_opens_a_file_whatever_its_name(known: facts.Facts, bundle: Path) -> None:
    product = described(known, MACHINE, bundle)
    values = {
        (one.attrib["Key"], one.get("Name", "")): one.attrib["Value"] for one in product.iter(f"{WIX}RegistryValue")
    }
    window = next(one.attrib["Id"] for one in product.iter(f"{WIX}File") if "leaderplanw.exe" in one.attrib["Name"])
    for file_type in known.file_types:
        suffix = f"Software\\Classes\\{file_type.suffix}"
        kind = values[suffix, ""]
        assert values[suffix, "Content Type"] == file_type.mime
        assert (f"{suffix}\\OpenWithProgids", kind) in values
        assert values[f"Software\\Classes\\{kind}", ""] == file_type.name
        assert values[f"Software\\Classes\\{kind}\\shell\\open\\command", ""] == f'"[#{window}]" open "%1"'


def test_what_wixl_would_crash_on_is_refused_with_its_name(known: facts.Facts, bundle: Path) -> None:
    for name in ("漢字.txt", "$(x).txt"):
        file = bundle / name
        file.write_bytes(b"")
        with pytest.raises(Trouble) as raised:
            wxs.write(known, USER, tree.read(bundle))
        assert name in str(raised.value)
        file.unlink()


def test_a_path_that_windows_could_not_hold_is_refused(bundle: Path) -> None:
    longest = max((path for path in bundle.rglob("*") if path.is_file()), key=lambda path: len(str(path)))
    longest.rename(longest.with_name(longest.name + "n"))
    with pytest.raises(Trouble, match="190 characters"):
        tree.read(bundle)


def test_short_names_in_a_folder_differ(known: facts.Facts, bundle: Path) -> None:
    for number in range(300):
        (bundle / f"a rather long name {number}.txt").write_bytes(b"")
    product = described(known, USER, bundle)
    names = [
        one.attrib["Name"].partition("|")[0] for one in product.iter(f"{WIX}File") if "rather" in one.attrib["Name"]
    ]
    assert len(set(names)) == len(names) == 300
    assert all(len(name) <= 12 for name in names)
