from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

import pytest

import slim
from facts import ROOT
from slim import Entry
from tests.packaging.linux.tools import need

ON_LINUX = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="paths of Linux are told apart on Linux only"
)
WHEELS = "/home/ann/leaderplan/.venv/lib/python3.11/site-packages"
PYTHON = "/home/ann/.pyenv/versions/3.11.7/lib"


def from_wheel(*names: str, kind: str = "BINARY", wheels: str = WHEELS) -> list[Entry]:
    return [(name, f"{wheels}/{name}", kind) for name in names]


def of_system(*names: str, folder: str = "/lib/x86_64-linux-gnu") -> list[Entry]:
    return [(name, f"{folder}/{name}", "BINARY") for name in names]


def on_windows(*names: str) -> list[Entry]:
    inner = [name.replace("/", "\\") for name in names]
    return [(name, f"C:\\leaderplan\\.venv\\Lib\\site-packages\\{name}", "BINARY") for name in inner]


def stay(entries: list[Entry]) -> None:
    assert entries and slim.binaries(entries) == entries


def fall(entries: list[Entry]) -> None:
    assert entries and slim.binaries(entries) == []


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let slim believe that it runs there."""
    monkeypatch.setattr(slim, "sys", SimpleNamespace(platform="win32"))


# --- libraries and plugins --------------------------------------------------------------------------------------------


def test_the_plugins_without_which_no_window_opens_stay() -> None:
    stay(
        from_wheel(
            "PySide6/Qt/plugins/platforms/libqxcb.so",
            "PySide6/Qt/plugins/platforms/libqwayland.so",
            "PySide6/Qt/plugins/platforms/libqoffscreen.so",
            "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
            "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
            "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
            "PySide6/Qt/plugins/imageformats/libqjpeg.so",
            "PySide6/Qt/plugins/imageformats/libqsvg.so",
            "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
            "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
            "PySide6/Qt/plugins/wayland-decoration-client/libbradient.so",
        )
    )


def test_plugins_that_nothing_asks_for_fall_and_so_does_one_that_nobody_knows() -> None:
    fall(
        from_wheel(
            "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
            "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
            "PySide6/Qt/plugins/platforms/libqvnc.so",
            "PySide6/Qt/plugins/imageformats/libqwebp.so",
            "PySide6/Qt/plugins/generic/libqevdevmouseplugin.so",
            "PySide6/Qt/plugins/tls/libqopensslbackend.so",
            "PySide6/Qt/plugins/of-a-later-qt/libqnew.so",
        )
    )


def test_of_qt_only_the_libraries_that_are_listed_stay() -> None:
    names = "Core DBus Gui Svg Widgets XcbQpa WaylandClient WlShellIntegration".split()
    stay(from_wheel(*(f"PySide6/Qt/lib/libQt6{name}.so.6" for name in names)))
    stay(from_wheel("PySide6/Qt/lib/libicudata.so.73", "PySide6/Qt/lib/libicuuc.so.73", "PySide6/QtCore.abi3.so"))
    others = "Network Charts Quick3D VirtualKeyboard OpenGL CoreAndMore WaylandCompositor OfALaterQt".split()
    fall(from_wheel(*(f"PySide6/Qt/lib/libQt6{name}.so.6" for name in others)))
    fall(from_wheel("PySide6/Qt/lib/libicuio.so.73"))


@ON_LINUX
@pytest.mark.parametrize("folder", ["/lib/x86_64-linux-gnu", "/usr/lib", "/lib64", "/usr/lib64", "/opt/x/lib", PYTHON])
def test_a_library_of_the_system_stays_only_if_it_is_listed(folder: str) -> None:
    stay(of_system("libsqlite3.so.0", "libcrypto.so.3", "libxcb-cursor.so.0", folder=folder))
    fall(of_system("libX11.so.6", "libssl.so.3", "libgtk-3.so.0", "libsqlite3.so.0.8.6", "libnew.so", folder=folder))


@ON_LINUX
@pytest.mark.parametrize("prefix", [PYTHON, "/usr/lib", "/usr/local/lib"])
def test_python_itself_stays_wherever_it_lies(prefix: str) -> None:
    inner = "python3.11/lib-dynload/_bz2.cpython-311-x86_64-linux-gnu.so"
    stay(
        [
            ("libpython3.11.so.1.0", f"{prefix}/libpython3.11.so.1.0", "BINARY"),
            (inner, f"{prefix}/{inner}", "EXTENSION"),
        ]
    )


@ON_LINUX
@pytest.mark.parametrize("checkout", ["/home/ann/leaderplan", "/usr/src/leaderplan", "/lib/somewhere"])
def test_what_wheels_bring_stays_wherever_the_checkout_lies(checkout: str) -> None:
    wheels = f"{checkout}/.venv/lib/python3.11/site-packages"
    stay(
        from_wheel(
            "pillow.libs/libjpeg-6dc8d115.so.62.4.0", "lxml/etree.cpython-311-x86_64-linux-gnu.so", wheels=wheels
        )
    )
    fall(from_wheel("PIL/_avif.cpython-311-x86_64-linux-gnu.so", "pillow.libs/libwebp-d8b98.so.7.2.0", wheels=wheels))
    fall(from_wheel("pillow.libs/libavif-01e67.so.16", "pillow.libs/libsharpyuv-60a7.so.0", wheels=wheels))


@pytest.mark.usefixtures("windows")
def test_on_windows_the_same_is_chosen_by_the_names_there() -> None:
    stay(
        on_windows(
            "PySide6/plugins/platforms/qwindows.dll",
            "PySide6/plugins/styles/qmodernwindowsstyle.dll",
            "PySide6/plugins/imageformats/qsvg.dll",
            "PySide6/plugins/iconengines/qsvgicon.dll",
            "PySide6/Qt6Core.dll",
            "PySide6/QtCore.pyd",
            "python311.dll",
            "sqlite3.dll",
            "lxml/etree.cp311-win_amd64.pyd",
        )
    )
    fall(
        on_windows(
            "PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll",
            "PySide6/plugins/tls/qschannelbackend.dll",
            "PySide6/plugins/imageformats/qwebp.dll",
            "PySide6/Qt6Network.dll",
            "PySide6/Qt6VirtualKeyboard.dll",
            "PIL/_avif.cp311-win_amd64.pyd",
        )
    )


def test_a_file_of_our_own_takes_the_place_of_the_one_with_its_name_and_of_no_other(tmp_path: Path) -> None:
    own = tmp_path / "libsqlite3.so.0"
    entries = [*of_system("libsqlite3.so.0", "libcrypto.so.3"), *on_windows("inner/x.dll")]
    first, *others = slim.exchanged(entries, [own, tmp_path / "never-asked-for.so"])
    assert first == ("libsqlite3.so.0", str(own), "BINARY") and others == entries[1:]


# --- files, links and what runs first ---------------------------------------------------------------------------------


def test_files_for_nobody_fall_and_all_others_stay() -> None:
    kept = from_wheel("click-8.5.1.dist-info/METADATA", "leaderplan/resources/translations/de.json", kind="DATA")
    dropped = from_wheel(
        "PySide6/Qt/translations/qt_de.qm",
        "PySide6\\translations\\qtbase_fr.qm",
        "reportlab/fonts/Vera.ttf",
        "click/py.typed",
        "pikepdf/_core.pyi",
        kind="DATA",
    )
    assert slim.datas([*kept, *dropped]) == kept


def test_a_link_stays_with_its_library_and_falls_with_it() -> None:
    kept = [
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("libjpeg-6dc8d115.so.62.4.0", "pillow.libs/libjpeg-6dc8d115.so.62.4.0", "SYMLINK"),
    ]
    dropped = [
        ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK"),
        ("libavif-01e67.so.16", "pillow.libs/libavif-01e67.so.16", "SYMLINK"),
    ]
    assert slim.datas([*kept, *dropped]) == kept


def framework(name: str) -> tuple[list[Entry], list[Entry]]:
    """What PyInstaller finds of a framework of Qt's: the library, then all that it puts around it."""
    top = f"PySide6/Qt/lib/{name}.framework"
    around = [
        (f"{top}/Versions/A/Resources/Info.plist", f"{WHEELS}/{top}/Resources/Info.plist", "DATA"),
        (
            f"{top}/Versions/A/Resources/PrivacyInfo.xcprivacy",
            f"{WHEELS}/{top}/Resources/PrivacyInfo.xcprivacy",
            "DATA",
        ),
        (f"{top}/Versions/Current", "A", "SYMLINK"),
        (f"{top}/Resources", "Versions/Current/Resources", "SYMLINK"),
        (f"{top}/Helpers", "Versions/Current/Helpers", "SYMLINK"),
        (f"{top}/{name}", f"Versions/Current/{name}", "SYMLINK"),
        (name, f"{top}/Versions/A/{name}", "SYMLINK"),
    ]
    return from_wheel(f"{top}/Versions/A/{name}", f"{top}/Versions/A/Helpers/helper"), around


def test_a_framework_stays_or_falls_as_a_whole() -> None:
    for name in ("QtCore", "QtGui", "QtDBus", "Python"):
        code, around = framework(name)
        assert slim.binaries(code) == code and slim.datas(around) == around
    for name in ("QtNetwork", "QtPdf", "QtVirtualKeyboard", "QtOfALater"):
        code, around = framework(name)
        assert slim.binaries(code) == [] and slim.datas(around) == []


def test_nothing_slow_runs_before_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    names = "surroundings pyi_rth_inspect pyi_rth_pkgutil pyi_rth_multiprocessing pyi_rth_pyside6 __main__".split()
    entries = [(name, f"/somewhere/{name}.py", "PYSOURCE") for name in names]
    kept = {}
    for platform in ("linux", "win32"):
        monkeypatch.setattr(slim, "sys", SimpleNamespace(platform=platform))
        kept[platform] = [name for name, _path, _kind in slim.scripts(entries)]
    assert kept["linux"] == ["surroundings", "__main__"]
    assert kept["win32"] == ["surroundings", "pyi_rth_pyside6", "__main__"]


# --- symbols ----------------------------------------------------------------------------------------------------------


@ON_LINUX
def test_symbols_for_debuggers_are_left_out_and_the_library_does_what_it_did(tmp_path: Path) -> None:
    need("cc", "strip")
    source = tmp_path / "answer.c"
    source.write_text(
        "static int kept_for_debuggers(void) { return 42; }\nint answer(void) { return kept_for_debuggers(); }\n"
    )
    library = tmp_path / "libanswer.so"
    subprocess.run(["cc", "-g", "-shared", "-fPIC", "-o", library, source], check=True)
    before = library.read_bytes()
    (entry,) = slim.stripped([("inner/libanswer.so", str(library), "BINARY")], tmp_path / "stripped")
    assert (entry[0], entry[2]) == ("inner/libanswer.so", "BINARY")
    after = Path(entry[1]).read_bytes()
    assert b"kept_for_debuggers" in before and b"kept_for_debuggers" not in after
    assert library.read_bytes() == before and ctypes.CDLL(entry[1]).answer() == 42


@ON_LINUX
def test_wheels_are_left_as_they_are_save_the_few_that_have_symbols(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touched: list[str] = []
    monkeypatch.setattr(slim, "must", lambda *words: touched.append(str(words[-1])))
    left = from_wheel("lxml/etree.cpython-311-x86_64-linux-gnu.so", "PySide6/Qt/lib/libQt6Core.so.6")
    link: Entry = ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
    with_symbols = from_wheel("pikepdf.libs/libqpdf-781b0270.so.30.4.2", "PIL/_imaging.cpython-311-x86_64-linux-gnu.so")
    made = slim.stripped([*left, link, *with_symbols], tmp_path)
    assert made[:3] == [*left, link] and touched == [path for _name, path, _kind in with_symbols]


@pytest.mark.usefixtures("windows")
def test_elsewhere_nothing_is_stripped(tmp_path: Path) -> None:
    entries = on_windows("python311.dll")
    assert slim.stripped(entries, tmp_path) == entries and not list(tmp_path.glob("*.dll"))


# --- modules ----------------------------------------------------------------------------------------------------------

WITHOUT = """
import sys
out = set(sys.argv.pop(1).split())
seen = set()
class Out:
    def find_spec(self, name, path=None, target=None):
        parts = name.split(".")
        if any(".".join(parts[: n + 1]) in out for n in range(len(parts))):
            seen.add(name)
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Out())
try:
    from leaderplan.cli import main
    main()
finally:
    print("asked for:", *sorted(seen))
"""


def without(modules: Iterable[str], *words: str | Path) -> subprocess.CompletedProcess[str]:
    """A command of the program, in a process in which these modules are not to be had."""
    command = [sys.executable, "-c", WITHOUT, " ".join(modules), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT / "src")


def test_the_program_prints_a_portfolio_without_the_modules_that_are_left_out(tmp_path: Path) -> None:
    made = without(slim.MODULES_OUT, "new", "--sample")
    assert made.returncode == 0, made.stderr
    printed = without(slim.MODULES_OUT, "document", "portfolio", "-o", tmp_path / "portfolio.pdf")
    assert printed.returncode == 0 and (tmp_path / "portfolio.pdf").read_bytes().startswith(b"%PDF-"), printed.stderr
    assert without(["reportlab.pdfgen"], "document", "portfolio", "-o", tmp_path / "other.pdf").returncode != 0
