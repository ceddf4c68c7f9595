from __future__ import annotations

import re
import shutil
from pathlib import Path

import PySide6.QtCore
import pytest

from contents import look_into
from facts import parts
from linux import libraries
from tests.packaging import bundles
from tests.packaging.linux.tools import need, told
from trouble import Trouble

OF_THE_SYSTEM = Path("/bin/ls")
"""Asks for the C library and for one of a package of its own."""


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle with a program of the system in it, which asks for libraries that the bundle does not bring."""
    need("readelf", "dpkg")
    folder = bundles.small(tmp_path / "bundle")
    shutil.copy(OF_THE_SYSTEM, folder / "_internal" / "real")
    return folder


def depends(bundle: Path) -> list[str]:
    try:
        return libraries.depends(look_into(bundle, "leaderplan"))
    except Trouble as trouble:
        missing = [library for library in libraries._OPENED if f"brings {library}," in str(trouble)]
        if missing:
            pytest.skip(f"{missing[0]} is not installed, with which Qt opens windows")
        raise


def asked_of_glibc(*files: Path) -> str:
    """The newest version that stands in the files as text."""
    found = {one.decode() for file in files for one in re.findall(rb"GLIBC_(2\.\d+)", file.read_bytes())}
    return max(found, key=parts)


def test_the_packages_are_demanded_whose_libraries_the_bundle_asks_for(bundle: Path) -> None:
    demanded = depends(bundle)
    assert demanded == sorted(demanded) and len(set(demanded)) == len(demanded)
    assert f"libc6 (>= {asked_of_glibc(OF_THE_SYSTEM)})" in demanded
    own = told("dpkg", "--search", "*/libselinux.so.1").partition(":")[0]
    assert own in demanded, "ls asks for SELinux's library"
    for library in libraries._OPENED:
        owner = told("dpkg", "--search", f"*/{library}").partition(":")[0]
        assert owner in demanded, f"{library}, which no file asks for by name"
    assert len(demanded) <= 5


def test_what_the_bundle_brings_itself_is_not_demanded(bundle: Path) -> None:
    before = depends(bundle)
    bundles.put(bundle / "_internal" / "libselinux.so.1")
    assert set(before) - set(depends(bundle)) == {"libselinux1"}


def test_a_library_that_no_package_brings_stops_the_work(bundle: Path) -> None:
    depends(bundle)
    shutil.copy(PySide6.QtCore.__file__, bundle / "_internal" / "PySide6" / "QtCore.abi3.so")
    with pytest.raises(
        Trouble, match=r"No package installed here brings lib(pyside6|shiboken6)\S+, so the \.deb cannot"
    ):
        depends(bundle)


def test_the_newest_c_library_that_any_file_asks_for_is_demanded(bundle: Path) -> None:
    known = look_into(bundle, "leaderplan")
    assert libraries.glibc(known) == asked_of_glibc(OF_THE_SYSTEM)
    core = Path(PySide6.QtCore.__file__)
    shutil.copy(core, bundle / "_internal" / "PySide6" / "QtCore.abi3.so")
    assert libraries.glibc(look_into(bundle, "leaderplan")) == asked_of_glibc(OF_THE_SYSTEM, core)
