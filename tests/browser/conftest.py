"""One Chromium for all tests of a run; without one they are skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leaderplan import assets
from leaderplan.domain.language import ENGLISH
from leaderplan.exchange.review import form
from leaderplan.exchange.review.package import Review
from tests.browser.chromium import Chromium, Tab, found
from tests.exchange.review.asked import review

OpenForm = Callable[..., Tab]


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    program = found()
    if program is None:
        pytest.skip("there is no Chromium here; on Debian: apt-get install chromium")
    browser = Chromium(program, tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.close()


@pytest.fixture
def new_tab(chromium: Chromium, tmp_path: Path) -> Iterator[Callable[..., Tab]]:
    """Makes tabs, and finds at the end that the browser had nothing to complain of in any of them."""
    tabs: list[Tab] = []

    def make(width: int = 1280, height: int = 800) -> Tab:
        folder = tmp_path / f"downloads-{len(tabs)}"
        folder.mkdir()
        tabs.append(Tab(chromium, folder, width, height))
        return tabs[-1]

    yield make
    for tab in tabs:
        complaints, addresses = tab.complaints(), tab.addresses()
        tab.close()
        assert complaints == []
        assert {address.partition(":")[0] for address in addresses} <= {"file", "blob"}
    chromium.events.clear()


@pytest.fixture
def open_form(new_tab: Callable[..., Tab], tmp_path: Path) -> OpenForm:
    """Opens the form of a review, as a mentor does who was sent it."""

    def make(shared: Review | None = None, width: int = 1280, height: int = 800) -> Tab:
        file = tmp_path / "form.html"
        file.write_bytes(form.write(shared or review(), ENGLISH, assets.read_bytes))
        tab = new_tab(width, height)
        tab.open(file)
        return tab

    return make
