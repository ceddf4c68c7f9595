from __future__ import annotations

from pathlib import Path

import pytest

from linux import roff
from tests.packaging.linux.tools import told


@pytest.mark.parametrize(
    "plain",
    [
        ".SH this is no request",
        "'br nor is this",
        r"C:\fBold\n \\ \(em back\slashes",
        "--plan and -o and a well-known hyphen",
        '“quoted”, ‘so’, "plain", it\'s, `code`, ~/.local, x^2 … → é 漢',
        "%s $HOME #1 |a|b| {c}",
    ],
)
def test_a_text_is_read_on_the_page_as_it_was_written(plain: str, tmp_path: Path) -> None:
    page = tmp_path / "page.1"
    page.write_text(f'.TH T 1 "" ""\n.nh\n.SH S\n{roff.text(plain)}\n', "ascii")
    shown = told("groff", "-man", "-ww", "-Tutf8", "-P-cbou", "-rLL=200n", page)
    assert [line.strip() for line in shown.splitlines()].count(plain) == 1, shown


def test_what_is_typed_is_bold_and_what_stands_for_something_is_not() -> None:
    assert roff.typed("open [PATH]") == r"\fBopen\fR [\fIPATH\fR]"
    assert roff.typed("--size WxH") == r"\fB\-\-size\fR \fIWxH\fR"
    assert roff.typed("--map COLUMN=FIELD") == r"\fB\-\-map\fR \fICOLUMN\fR=\fIFIELD\fR"
