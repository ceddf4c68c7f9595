"""No text from a record or a file can reach Qt's rich text, which loads local images and follows what it finds."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.sources import Source, name_of, shipped

# The one module that makes labels, and makes them plain; and its way to make a tool tip harmless.
LABELS = "ui/widgets/text.py"
HARMLESS_TIP = "as_tip"

# Widgets that guess whether a text is rich and cannot be kept from it.
GUESSING = {"QErrorMessage", "QInputDialog", "QMessageBox", "QProgressDialog", "QTextBrowser", "QWhatsThis"}
# What asks for rich text outright.
RICH = {"AutoText", "MarkdownText", "RichText"}
RICH |= {"appendHtml", "insertHtml", "insertMarkdown", "setHtml", "setMarkdown", "setWhatsThis"}


def rich_text(source: Source) -> Iterator[str]:
    """Where a text could be taken for rich text."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name | ast.Attribute) and name_of(node) in GUESSING | RICH:
            yield source.at(node, f"{name_of(node)} shows rich text")
        elif isinstance(node, ast.alias) and node.name in GUESSING:
            yield source.at(node, f"{node.name} shows rich text")
        elif isinstance(node, ast.Name | ast.Attribute) and name_of(node) == "QLabel" and source.path != LABELS:
            yield source.at(node, f"QLabel guesses; take the plain label of {LABELS}")
        elif isinstance(node, ast.Call) and name_of(node.func) in {"setToolTip", "showText"} and not harmless(node):
            yield source.at(node, f"a tool tip guesses; wrap its text in {HARMLESS_TIP}")
    if "ToolTipRole" in source.text and HARMLESS_TIP not in source.text:
        yield f"{source.path}: a tool tip guesses; wrap its text in {HARMLESS_TIP}"


def harmless(call: ast.Call) -> bool:
    """Whether a tool tip is made of nothing but harmless texts: each way through its expression ends in one."""
    texts = [one for one in call.args if not (name_of(call.func) == "showText" and one is call.args[0])][:1]
    return all(harmless_text(one) for one in texts)


def harmless_text(node: ast.expr) -> bool:
    """Whether an expression can only be a harmless text."""
    match node:
        case ast.Constant():
            return True
        case ast.IfExp(body=one, orelse=other):
            return harmless_text(one) and harmless_text(other)
        case ast.Call(func=function):
            return name_of(function) == HARMLESS_TIP
        case _:
            return False


def test_no_text_of_the_window_can_be_taken_for_rich_text() -> None:
    faults = [fault for source in shipped("ui") for fault in rich_text(source)]
    assert not faults, "\n".join(faults)


def test_the_window_was_looked_at() -> None:
    looked_at = shipped("ui")
    assert len(looked_at) > 8
    assert any(source.path == LABELS and f"def {HARMLESS_TIP}(" in source.text for source in looked_at)
    assert any("QLabel" in source.text for source in looked_at)


@pytest.mark.parametrize(
    "text",
    [
        "label = QLabel(title)",
        "label = QtWidgets.QLabel(title)",
        "class Title(QLabel): pass",
        "from PySide6.QtWidgets import QMessageBox",
        "QtWidgets.QMessageBox.warning(self, title, text)",
        "label.setTextFormat(Qt.TextFormat.AutoText)",
        "label.setTextFormat(Qt.RichText)",
        "view.setHtml(text)",
        "edit.appendHtml(text)",
        "cursor.insertHtml(text)",
        "button.setToolTip(record.title)",
        "button.setToolTip('' if short else record.title)",
        "QToolTip.showText(where, record.title, self)",
        "if role == Qt.ItemDataRole.ToolTipRole:\n    return record.title",
    ],
)
def test_a_planted_rich_text_is_found(text: str) -> None:
    assert list(rich_text(Source("ui/pages/home.py", text)))


@pytest.mark.parametrize(
    "text",
    [
        "label.setTextFormat(Qt.TextFormat.PlainText)",
        "button.setToolTip(as_tip(record.title) if long else '')",
        "QToolTip.showText(where, as_tip(record.title), self)",
        "edit.setPlainText(text)",
    ],
)
def test_plain_text_is_not_complained_about(text: str) -> None:
    assert list(rich_text(Source("ui/pages/home.py", text))) == []


def test_labels_may_be_made_where_they_are_made_plain() -> None:
    assert list(rich_text(Source(LABELS, "class Plain(QLabel): pass"))) == []
