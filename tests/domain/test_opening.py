from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.opening import HEAD, may_be_opened, may_open, safe_name

SAMPLES = {
    "paper.pdf": b"%PDF-1.7\n",
    "scan.pdf": b"\xef\xbb\xbf\r\n%PDF-1.4",
    "a.PNG": b"\x89PNG\r\n\x1a\n....",
    "a.jpg": b"\xff\xd8\xff\xe0",
    "a.jpeg": b"\xff\xd8\xff\xdb",
    "a.gif": b"GIF89a",
    "a.webp": b"RIFF\x10\0\0\0WEBPVP8 ",
    "a.bmp": b"BM....",
    "a.tif": b"II*\0",
    "a.heic": b"\0\0\0\x18ftypheic",
    "a.txt": "Diolch yn fawr – ŵ".encode(),
    "b.txt": "\ufeffthank you".encode("utf-16-le"),
    "c.txt": b"",
    "a.md": b"# Notes",
    "a.csv": b"a;b",
    "a.eml": b"Subject: Thank you",
    "a.msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "a.rtf": b"{\\rtf1",
    "a.docx": b"PK\x03\x04",
    "a.odt": b"PK\x03\x04",
}
PROGRAMS = (b"MZ\x90\0\x03", b"\x7fELF\x02\x01", b"#!/bin/sh\n", b"\xcf\xfa\xed\xfe\x07", b"\xca\xfe\xba\xbe\0")


@pytest.mark.parametrize("name", SAMPLES)
def test_pages_pictures_texts_mails_and_office_files_may_be_opened(name):
    assert may_be_opened(name)
    assert may_open(name, SAMPLES[name][:HEAD])


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_under_a_harmless_name_is_not_opened(name, program):
    assert not may_open(name, program)


@pytest.mark.parametrize(
    "name",
    [
        "run.exe", "a.sh", "x.html", "x.svg", "m.docm", "old.doc", "a.lnk", "a.url", "a.desktop", "a.js", "a.scr",
        "noending", "pdf", ".pdf", "", "..", "cv.pdf.exe", "a.pdf.bat", "cv.exe.", "cv.exe . .", "cv.pdf/../x.exe",
        "cv\u202efdp.exe", "cv.exe\u200b", "cv.exe\u00ad.", "cv.exe\0.", "a.pdf:x.exe", "a.pd\ud800f.exe",
    ],
)  # fmt: skip
def test_what_could_run_is_not_opened_whatever_its_bytes(name):
    assert not may_be_opened(name)
    assert not any(may_open(name, head) for head in SAMPLES.values())


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("board paper.pdf", "board paper.pdf"),
        ("Zoë Ŵyn.eml", "Zoë Ŵyn.eml"),
        ("cv.pdf .", "cv.pdf"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ('a<b>:"c"|?*.txt', "a_b___c____.txt"),
        ("../../etc/passwd", "_._etc_passwd"),
        ("CON.pdf", "_CON.pdf"),
        ("con", "_con"),
        ("lpt1 .tar.txt", "_lpt1 .tar.txt"),
        (".hidden", "hidden"),
        ("...", "file"),
        ("", "file"),
        ("no ending at all, but. a sentence with a stop", "no ending at all, but. a sentence with a stop"),
        ("ŵ" * 300 + ".pdf", "ŵ" * 60 + ".pdf"),
        ("line\nbreak\t.txt", "linebreak.txt"),
    ],
)
def test_a_copy_gets_a_name_that_every_file_system_takes(name, safe):
    assert safe_name(name) == safe


@given(name=st.text(max_size=300), head=st.binary(max_size=40))
def test_any_name_becomes_a_safe_one_that_is_taken_the_same(name, head):
    safe = safe_name(name)
    assert safe and len(safe.encode()) < 200
    assert safe_name(safe) == safe
    assert not set(safe) & set('<>:"/\\|?*\0\n\u202e')
    assert safe.strip(". ") == safe
    assert may_open(safe, head) == may_open(name, head)
