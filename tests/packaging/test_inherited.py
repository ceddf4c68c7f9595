from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import inherited
from notices import PLACE
from tests.packaging import bundles

ON_WINDOWS = (
    "libcrypto-3.dll",
    "libffi-8.dll",
    "sqlite3.dll",
    "python3.dll",
    "python311.dll",
    "VCRUNTIME140_1.dll",
    "_bz2.pyd",
    "_lzma.pyd",
    "_socket.pyd",
    "PySide6/MSVCP140.dll",
    "PySide6/Qt6Core.dll",
    "pillow.libs/jpeg-1a2b.dll",
)
ON_MAC = (
    "libpython3.11.dylib",
    "python3.11/lib-dynload/_bz2.cpython-311-darwin.so",
    "PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
    "PIL/__dot__dylibs/libjpeg.62.dylib",
)


def made(folder: Path, *names: str) -> Path:
    """A bundle of these files, with the texts that go with them."""
    for name in names:
        bundles.put(folder / "_internal" / name)
    for text, path in inherited.texts(names).items():
        bundles.put(folder / "_internal" / PLACE / f"{text}.txt", path.read_bytes())
    return folder


def test_what_python_brings_has_its_terms() -> None:
    assert set(inherited.texts(ON_WINDOWS)) == {
        "OpenSSL",
        "libffi",
        "Python-parts",
        "Microsoft-runtime",
        "bzip2",
        "xz",
    }
    assert set(inherited.texts(ON_MAC)) == {"OpenSSL", "libffi", "Python-parts", "bzip2", "xz"}
    assert inherited.texts(["PySide6/Qt6Core.dll", "pillow.libs/jpeg-1a2b.dll", "_socket.pyd"]) == {}


def test_every_text_is_there_and_is_named_by_a_library() -> None:
    assert set(inherited._TEXTS) == {name for names in inherited._TERMS.values() for name in names}
    words = {
        "OpenSSL": "Apache License",
        "libffi": "Permission is hereby granted, free of charge",
        "bzip2": "Julian R Seward",
        "xz": "0BSD",
        "Microsoft-runtime": "copyrighted by Microsoft Corporation",
        "Python-parts": "Thai Open Source Software Center",
    }
    assert {name for name, path in inherited._TEXTS.items() if words[name] in path.read_text("utf-8")} == set(words)


@pytest.mark.parametrize("names", [ON_WINDOWS, ON_MAC])
def test_a_bundle_with_the_texts_has_no_fault_and_one_without_is_told_which(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    bundle = made(tmp_path, *names)
    assert list(inherited.faults(bundle, PLACE)) == []
    shutil.rmtree(bundle / "_internal" / PLACE)
    told = " ".join(inherited.faults(bundle, PLACE))
    assert all(f"no text {text}.txt" in told for text in inherited.texts(names))


@pytest.mark.parametrize("name", ["stranger.dll", "libstranger.1.dylib"])
def test_a_library_that_nobody_knows_is_refused(tmp_path: Path, name: str) -> None:
    (fault,) = inherited.faults(made(tmp_path, name), PLACE)
    assert fault.startswith(f"{name} comes from no wheel")


def test_a_link_to_a_library_in_a_package_is_none_of_its_own(tmp_path: Path) -> None:
    bundle = made(tmp_path, "PIL/__dot__dylibs/libjpeg.62.dylib")
    (bundle / "_internal" / "libjpeg.62.dylib").symlink_to("PIL/__dot__dylibs/libjpeg.62.dylib")
    assert list(inherited.faults(bundle, PLACE)) == []
