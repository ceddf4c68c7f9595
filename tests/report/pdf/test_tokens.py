"""Tokens are what a line may not part: words, and single letters of scripts without spaces."""

from __future__ import annotations

from leaderplan.report.pdf.fonts import DocumentFonts, Fonts
from leaderplan.report.pdf.tokens import Look, Tokens


def cut(fonts: Fonts, *texts: str) -> list[str]:
    """The letters of each token; a space after it is kept, a line end is one of its own."""
    face = DocumentFonts(fonts).face()
    tokens = Tokens()
    for text in texts:
        tokens.write(text, Look(face, 10, "ink"))
    return [
        "\n" if token.breaks else "".join(piece.text for piece in token.pieces) + " " * token.space
        for token in tokens.list
    ]


def test_words_are_parted_at_spaces_and_line_ends(fonts: Fonts) -> None:
    assert cut(fonts, "one two  three\nfour ") == ["one ", "two ", "three", "\n", "four "]


def test_what_follows_without_a_space_stays_with_the_word_before_it(fonts: Fonts) -> None:
    assert cut(fonts, "level 4", ": why") == ["level ", "4: ", "why"]
    assert cut(fonts, "level ", "4") == ["level ", "4"]


def test_a_line_may_break_between_chinese_letters_but_not_before_a_closing_sign(fonts: Fonts) -> None:
    assert cut(fonts, "数字。服务") == ["数", "字。", "服", "务"]
    assert cut(fonts, "Ann数x y") == ["Ann", "数", "x ", "y"]
    assert cut(fonts, "。数") == ["。", "数"]


def test_tokens_know_how_wide_they_are(fonts: Fonts) -> None:
    face = DocumentFonts(fonts).face()
    tokens = Tokens()
    tokens.write("ab", Look(face, 10, "ink"))
    tokens.write("c", Look(face, 10, "ink"))
    assert tokens.list[0].width == face.width("ab") * 10 + face.width("c") * 10


def test_a_word_met_again_is_the_same_token(fonts: Fonts) -> None:
    tokens, look = Tokens(), Look(DocumentFonts(fonts).face(), 10, "ink")
    tokens.write("the one and the other, the last", look)
    first, _one, _and, second, *_rest = tokens.list
    assert first is second
