"""Each letter gets a font that prints it; what none prints is remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import Dictionary, Pdf

from leaderplan.report.pdf.fonts import DocumentFonts, FontFile, Fonts, system_fonts
from leaderplan.report.pdf.tounicode import mend_fonts


def test_text_stays_in_one_font_while_it_can_and_symbols_get_theirs(fonts: Fonts) -> None:
    document = DocumentFonts(fonts)
    plain, symbols = document.face(), document.runs("✓")[0][0]
    assert document.runs("Dŵr a Ελλάδα") == [(plain, "Dŵr a Ελλάδα")]
    assert document.runs("a ✓ b") == [(plain, "a "), (symbols, "✓"), (plain, " b")]
    assert symbols is not plain
    assert document.unprintable == {}


def test_bold_symbols_come_from_a_bold_font(fonts: Fonts) -> None:
    document = DocumentFonts(fonts)
    assert document.runs("✓", bold=True)[0][0] is not document.runs("✓")[0][0]


def test_what_no_font_prints_is_remembered_once_in_the_order_met(fonts: Fonts) -> None:
    document = DocumentFonts(fonts)
    assert "".join(text for _face, text in document.runs("x字y数字")) == "x�y��"
    assert tuple(document.unprintable) == ("字", "数")


def test_scripts_that_need_shaping_are_named_rather_than_printed_wrongly(fonts: Fonts) -> None:
    document = DocumentFonts(fonts)
    document.runs("שلा")
    assert tuple(document.unprintable) == ("ש", "ل", "ा")


def test_a_font_of_the_system_prints_what_ours_cannot(fonts: Fonts) -> None:
    poor = replace(fonts, symbols=fonts.regular, others=(fonts.symbols,))
    document = DocumentFonts(poor)
    assert [text for _face, text in document.runs("a✓")] == ["a", "✓"]
    assert document.unprintable == {}


def test_a_broken_font_of_the_system_is_passed_over(fonts: Fonts, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"OTTO not a font")
    poor = replace(fonts, others=(FontFile(broken), FontFile(tmp_path / "gone.ttf")))
    document = DocumentFonts(poor)
    document.runs("字")
    assert tuple(document.unprintable) == ("字",)


def test_widths_are_those_of_the_letters_and_a_bound_space_is_a_space(fonts: Fonts) -> None:
    face = DocumentFonts(fonts).face()
    assert face.width("ab") == pytest.approx(face.width("a") + face.width("b"))
    assert face.width("\N{NO-BREAK SPACE}") == face.width(" ")


def test_the_fonts_of_the_system_are_files_that_exist() -> None:
    assert all(path.is_file() for path in system_fonts())


def test_letters_beyond_the_first_plane_are_mapped_back_in_utf_16() -> None:
    raw = b"head\n2 beginbfchar\n<20> <0020>\n<02> <1F60D>\n<03> <0000>\nendbfchar\nfoot"
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        font = Dictionary(ToUnicode=pdf.make_stream(raw))
        pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F1=font))
        mend_fonts(pdf)
        mended = pdf.pages[0].Resources.Font.F1.ToUnicode.read_bytes()
    assert mended == b"head\n2 beginbfchar\n<20> <0020>\n<02> <D83DDE0D>\nendbfchar\nfoot"
