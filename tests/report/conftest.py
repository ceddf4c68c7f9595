"""What the tests of documents share: the fonts, and a printer that has every page checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from page import ValidationProfile, validate_pdf_bytes

from leaderplan.report.layout import PageName
from leaderplan.report.pdf.fonts import Fonts
from leaderplan.report.pdf.write import Printed, write_pdf
from leaderplan.report.tree import Document
from tests.report.reading import outside

Print = Callable[..., Printed]


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The fonts that ship, without those of the system, so that every machine prints the same."""
    return Fonts.read(Path(__file__).parents[2] / "resources" / "fonts")


@pytest.fixture
def printed(fonts: Fonts) -> Print:
    """Prints a document and insists that PDF/UA-1 has no finding."""

    def run(document: Document, page: PageName = "A4") -> Printed:
        result = write_pdf(document, page, fonts)
        report = validate_pdf_bytes(result.pdf, profile=ValidationProfile.PDF_UA_1)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
        assert report.is_compliant
        assert not list(outside(result.pdf))
        return result

    return run
