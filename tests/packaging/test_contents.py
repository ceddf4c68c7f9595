from __future__ import annotations

import fnmatch
import sys
from collections.abc import Mapping
from importlib.metadata import packages_distributions
from pathlib import Path

import PySide6.QtCore
import pytest

import contents
from contents import compressed_fault, faults, listing, look_into, needed
from distributions import runtime
from tests.packaging import bundles
from tests.packaging.linux.tools import need
from trouble import Trouble

LIMIT = 130
ON_LINUX = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only bundles for Linux are looked into so far"
)
GPL_ONLY = (
    "Charts Graphs DataVisualization Quick3D Quick3DPhysics QuickTimeline Lottie NetworkAuth HttpServer Grpc Protobuf "
    "Mqtt Coap WaylandCompositor VirtualKeyboard"
).split()
OTHERS = (
    "_internal/PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "_internal/PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
    "_internal/PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll",
    "_internal/PySide6/Qt/lib/libQt6Network.so.6",
    "_internal/PySide6/QtNetwork.pyd",
    "_internal/PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork",
    "_internal/PySide6/Qt/lib/libQt6WebEngineCore.so.6",
    "_internal/libssl.so.3",
    "_internal/libssl-3-x64.dll",
    "_internal/PySide6/libssl-1a2b3c.so.3",
)


def as_files(module: str) -> list[str]:
    """What a module of Qt is called on Linux, on Windows and as a module of Python."""
    top = "_internal/PySide6"
    return [f"{top}/Qt/lib/libQt6{module}.so.6", f"{top}/Qt6{module}.dll", f"{top}/Qt{module}.abi3.so"]


UNWANTED = (*OTHERS, *(name for module in GPL_ONLY for name in as_files(module)))


@pytest.fixture(scope="module")
def known() -> tuple[Mapping[str, list[str]], frozenset[str]]:
    """Whom each package belongs to that is installed here, and what LeaderPlan runs on."""
    return packages_distributions(), runtime()


@pytest.fixture(autouse=True)
def _asked_once(known: tuple[Mapping[str, list[str]], frozenset[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """To ask takes a fifth of a second."""
    monkeypatch.setattr(contents, "packages_distributions", lambda: known[0])
    monkeypatch.setattr(contents, "runtime", lambda: known[1])


def found(folder: Path, limit: int = LIMIT) -> list[str]:
    return faults(look_into(folder, "leaderplan"), limit)


def test_a_bundle_is_known_by_its_files_and_by_the_modules_in_its_executable(tmp_path: Path) -> None:
    known = look_into(bundles.small(tmp_path, modules=["reportlab.pdfgen"]), "leaderplan")
    assert set(known.files) == {*bundles.FILES, "leaderplan"}, "a link is no file of its own"
    assert set(known.modules) == {*bundles.MODULES, "reportlab.pdfgen"} and min(known.modules.values()) > 0
    assert known.size == sum((tmp_path / name).stat().st_size for name in known.files) > 0


def test_a_bundle_in_which_all_is_well_has_no_fault(tmp_path: Path) -> None:
    assert found(bundles.small(tmp_path)) == []


def test_what_must_not_be_handed_out_is_found(tmp_path: Path) -> None:
    bundles.small(tmp_path)
    for name in UNWANTED:
        planted = bundles.put(tmp_path / name)
        (fault,) = found(tmp_path)
        assert fault.startswith(f"{name} must not be in a package: ")
        planted.unlink()


def test_everything_that_is_forbidden_was_tried() -> None:
    names = [name.rpartition("/")[2].lower() for name in UNWANTED]
    for pattern in contents._MUST_NOT:
        assert fnmatch.filter(names, pattern.lower()), pattern


@pytest.mark.parametrize(
    "module", "hypothesis pytest _pytest.fixtures mypy.build librt mypyc coverage PyInstaller.depend nobodys".split()
)
def test_a_development_package_or_a_stranger_among_the_modules_is_found(tmp_path: Path, module: str) -> None:
    (fault,) = found(bundles.small(tmp_path, modules=[module]))
    assert fault == f"{module.partition('.')[0]} comes from no package that LeaderPlan runs on."


@pytest.mark.parametrize(
    ("name", "stranger"),
    [
        ("mypy/nodes.cpython-311-x86_64-linux-gnu.so", "mypy"),
        ("librt/internal.cpython-311-x86_64-linux-gnu.so", "librt"),
        ("apsw/__init__.cpython-311-x86_64-linux-gnu.so", "apsw"),
        ("yaml/_yaml.cp311-win_amd64.pyd", "yaml"),
        ("81d243bd2c585b0f4821__mypyc_of_nobody.so", "81d243bd2c585b0f4821__mypyc_of_nobody"),
        ("nobodys.libs/libsomething-1a2b.so", "nobodys"),
    ],
)
def test_machine_code_of_a_development_package_or_a_stranger_is_found(tmp_path: Path, name: str, stranger: str) -> None:
    assert found(bundles.small(tmp_path, f"_internal/{name}")) == [
        f"{stranger} comes from no package that LeaderPlan runs on."
    ]


def test_a_link_to_nothing_is_found(tmp_path: Path) -> None:
    bundles.small(tmp_path)
    (tmp_path / "_internal" / "libgone.so.1").symlink_to("PySide6/libgone.so.1")
    assert found(tmp_path) == ["_internal/libgone.so.1 is a link to nothing in the bundle."]


def test_a_link_that_leads_out_of_the_bundle_is_found_though_here_it_leads_somewhere(tmp_path: Path) -> None:
    outside = bundles.put(tmp_path / "outside")
    bundle = bundles.small(tmp_path / "bundle")
    (bundle / "_internal" / "whole").symlink_to(outside)
    (bundle / "_internal" / "short").symlink_to("../../outside")
    assert found(bundle) == [f"_internal/{name} is a link to nothing in the bundle." for name in ("short", "whole")]


def test_too_many_megabytes_are_found(tmp_path: Path) -> None:
    bundles.small(tmp_path)
    with (tmp_path / "_internal" / "base_library.zip").open("wb") as file:
        file.truncate(2_000_000)
    assert found(tmp_path, 3) == []
    assert found(tmp_path, 2) == ["The bundle has 2.0 MB, and may have 2."]


@ON_LINUX
def test_a_library_that_is_asked_for_and_found_nowhere_is_found(tmp_path: Path) -> None:
    need("readelf")
    bundles.small(tmp_path)
    real = tmp_path / "_internal" / "PySide6" / "QtCore.abi3.so"
    real.write_bytes(Path(PySide6.QtCore.__file__).read_bytes())
    asked = needed(real)
    own = [library for library in asked if "pyside6" in library or "shiboken6" in library]
    assert "libQt6Core.so.6" in asked and "libc.so.6" in asked and len(own) == 2
    name = "_internal/PySide6/QtCore.abi3.so"
    lacking = [f"{name} asks for {library}, which is neither here nor on every system." for library in own]
    assert found(tmp_path) == lacking
    for library in own:
        bundles.put(tmp_path / "_internal" / library)
    assert found(tmp_path) == []


@ON_LINUX
def test_a_library_that_cannot_be_read_does_not_pass_for_one_that_asks_for_nothing(tmp_path: Path) -> None:
    need("readelf")
    whole = Path(PySide6.QtCore.__file__).read_bytes()
    with pytest.raises(Trouble, match="readelf"):
        needed(bundles.put(tmp_path / "half.so", whole[:30]))


def test_what_is_no_program_asks_for_nothing(tmp_path: Path) -> None:
    assert needed(bundles.put(tmp_path / "words.txt")) == needed(bundles.put(tmp_path / "empty", b"")) == []


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    bundles.small(tmp_path, "_internal/libssl.so.3", "_internal/apsw/x.so", modules=["pytest"])
    told = " ".join(found(tmp_path, 0))
    assert all(word in told for word in ("libssl.so.3", "apsw", "pytest", "may have 0"))


def test_the_list_names_every_file_and_every_package_with_its_size(tmp_path: Path) -> None:
    known = look_into(bundles.small(tmp_path, modules=["click.core"]), "leaderplan")
    lines = listing(known).splitlines()
    assert lines[0] == f"{len(known.files)} files, 0.0 MB"
    assert [line for name, size in known.files.items() if (line := f"{size:>11,}  {name}") not in lines] == []
    clicks = known.modules["click"] + known.modules["click.core"]
    assert f"{clicks:>11,}  click (2)" in lines and f"{known.modules['json']:>11,}  json (1)" in lines


def test_a_package_may_be_as_large_as_the_limit_and_not_a_byte_larger(tmp_path: Path) -> None:
    exact, larger = bundles.put(tmp_path / "exact.deb"), bundles.put(tmp_path / "larger.tar.xz")
    for path, size in ((exact, 2_000_000), (larger, 2_000_001)):
        with path.open("wb") as file:
            file.truncate(size)
    assert compressed_fault([exact, larger], 2) == ["larger.tar.xz has 2.0 MB, and may have 2."]
