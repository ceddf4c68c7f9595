from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import PySide6
import pytest
from hypothesis import given
from hypothesis import strategies as st

import icudata
from icudata import items, keeps, pack, packed_in
from tests.packaging.linux.tools import need
from trouble import Trouble

FORMAT = b"\xda\x27" + struct.pack("<HHBBBB", 20, 0, 0, 0, 2, 0) + b"CmnD" + bytes(8)
HEADER = (struct.pack("<H", 32) + FORMAT).ljust(32, b"\0")
NAMES = st.text("abcxyz_-./0159ABC", min_size=1, max_size=30).map(lambda name: f"icudt73l/{name}")
ITEMS = st.dictionaries(NAMES, st.binary(max_size=80), min_size=1, max_size=20)

# What Qt makes of words in every language that it knows, with the ICU that the process has loaded.
ASK = """
import functools, hashlib, json, sys
from PySide6.QtCore import QCollator, QLocale, QTextBoundaryFinder
words = sys.argv[1].split()
anything = (QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
told = {}
for name in sorted({one.name() for one in QLocale.matchingLocales(*anything)}):
    locale = QLocale(name)
    collator = QCollator(locale)
    ordered = sorted(words, key=functools.cmp_to_key(collator.compare))
    collator.setNumericMode(True)
    numbered = sorted(words, key=functools.cmp_to_key(collator.compare))
    told[name] = [ordered, numbered, locale.toUpper(" ".join(words)), locale.toLower(" ".join(words))]
text = "Two of them. e\\u0301t\\u00e9 \\u0e2a\\u0e27\\u0e31\\u0e2a\\u0e14\\u0e35 \\u4f60\\u597d! Yes?"
breaks = []
for kind in QTextBoundaryFinder.BoundaryType:
    finder, found = QTextBoundaryFinder(kind, text), []
    while (place := finder.toNextBoundary()) >= 0:
        found.append(place)
    breaks.append(found)
loaded = sorted({line.split()[-1] for line in open("/proc/self/maps") if "libicudata" in line})
print(json.dumps({"told": told, "breaks": breaks, "loaded": loaded}))
"""
WORDS = (
    "zebra ärlig ångest öppen Zoë apa Apa äpple Äpfel Apfel Ofen Öfen ofen strasse straße côte coté cote côté "
    "nube ñandú nada oso llave luz chico cuna ıssız isim İzmir ırmak über uber aa ad ål Aarhus øre ære ç c č d đ "
    "5 10 2 file10 file2 один ёлка еда ёж 東京 大阪 あ ア"
)


def padded(item: bytes) -> bytes:
    return item.ljust(-(-len(item) // 16) * 16, b"\0")


@given(ITEMS)
def test_what_was_packed_is_found_again(made: Mapping[str, bytes]) -> None:
    data = pack(HEADER, made)
    assert items(data) == {name: padded(item) for name, item in made.items()}
    assert list(items(data)) == sorted(made), "ICU finds an item by halving"
    assert data[:32] == HEADER and pack(data, items(data)) == data


@given(ITEMS, st.data())
def test_what_is_not_kept_leaves_nothing_behind(made: Mapping[str, bytes], data: st.DataObject) -> None:
    names = data.draw(st.sets(st.sampled_from(sorted(made)), min_size=1))
    kept = {name: item for name, item in items(pack(HEADER, made)).items() if name in names}
    assert pack(pack(HEADER, made), kept) == pack(HEADER, {name: made[name] for name in names})


@given(ITEMS)
def test_every_item_begins_where_a_processor_reads_it_fast(made: Mapping[str, bytes]) -> None:
    data = pack(HEADER, made)
    places = [struct.unpack_from("<I", data, 32 + 4 + 8 * number + 4)[0] for number in range(len(made))]
    assert places == sorted(places) and all(place % 16 == 0 for place in places)


def test_the_data_is_found_in_a_library_behind_what_only_looks_like_it(tmp_path: Path) -> None:
    data = pack(HEADER, {"icudt73l/coll/cs.res": b"order"})
    decoy = b"\xda\x27" + bytes(8) + b"ResB" + bytes(18)
    library = tmp_path / "libicudata.so.73"
    library.write_bytes(b"\x7fELF" + decoy + bytes(64) + data)
    assert packed_in(library) == data


def test_a_library_without_data_is_trouble_and_not_an_empty_bundle(tmp_path: Path) -> None:
    library = tmp_path / "libicudata.so.73"
    library.write_bytes(b"\x7fELF" + b"\xda\x27 in another form")
    with pytest.raises(Trouble, match="no data of ICU"):
        packed_in(library)


def test_the_order_of_words_stays_and_what_nothing_calls_falls() -> None:
    kept = "coll/cs.res coll/root.res coll/ucadata.icu uprops.icu nfc.nrm root.res res_index.res supplementalData.res"
    dropped = (
        "cs.res curr/cs.res curr/root.res zone/root.res unames.icu brkitr/root.res translit/root.res unit/root.res"
    )
    assert all(keeps(f"icudt73l/{name}") for name in kept.split())
    assert not any(keeps(f"icudt73l/{name}") for name in dropped.split())


# --- with the ICU that Qt brings --------------------------------------------------------------------------------------


@pytest.fixture
def library() -> Path:
    """The data of ICU as it lies in PySide6."""
    need("cc", "nm")
    found = sorted((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"))
    if not found:
        pytest.skip("Qt brings no ICU on this system")
    return found[0]


def asked(preloaded: Path | None) -> dict[str, Any]:
    """What Qt says with the data that it brings, or with another library in its place."""
    environment = {**os.environ, **({"LD_PRELOAD": str(preloaded)} if preloaded else {})}
    command = [sys.executable, "-c", ASK, WORDS]
    said = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return dict(json.loads(said.stdout))


def test_every_language_has_the_order_of_words_that_it_had_with_all_of_the_data(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trimmed = icudata.trim(library, tmp_path / "trimmed")
    assert trimmed.name == library.name and trimmed.stat().st_size < library.stat().st_size / 4
    whole, small = asked(None), asked(trimmed)
    assert whole["loaded"] == [str(library.resolve())] and small["loaded"] == [str(trimmed)], (
        "the right ones were asked"
    )
    assert small["told"] == whole["told"] and small["breaks"] == whole["breaks"]

    told = whole["told"]
    assert len(told) > 100 and all(whole["breaks"])
    orders = {name: told[name][0] for name in ("sv_SE", "de_DE", "es_ES", "da_DK", "tr_TR")}
    assert all(order != sorted(WORDS.split()) for order in orders.values())
    assert orders["sv_SE"].index("zebra") < orders["sv_SE"].index("ångest") < orders["sv_SE"].index("öppen")
    assert orders["de_DE"].index("Öfen") < orders["de_DE"].index("zebra")
    assert orders["es_ES"].index("nube") < orders["es_ES"].index("ñandú") < orders["es_ES"].index("oso")
    assert told["tr_TR"][2] != told["en_US"][2], "in Turkish, i and I are no pair"

    monkeypatch.setattr(icudata, "_KEPT", tuple(kept for kept in icudata._KEPT if "coll" not in kept))
    orderless = icudata.trim(library, tmp_path / "orderless")
    assert asked(orderless)["told"] != whole["told"], "what is asked depends on the data"
