"""The watch over the log notices what it should."""

from __future__ import annotations

import logging

import pytest

from tests.logwatch import LogWatch, watched


def test_a_warning_that_nobody_expected_is_a_failure(log_watch: LogWatch) -> None:
    with (
        log_watch.expect("store", "page is missing"),
        pytest.raises(AssertionError, match="WARNING store: a page is missing"),
        watched(),
    ):
        logging.getLogger("store").warning("a %s is missing", "page")


def test_a_warning_that_was_expected_is_none(log_watch: LogWatch) -> None:
    with log_watch.expect("store", "page"), watched() as watch, watch.expect("store", "^a page"):
        logging.getLogger("store").info("nothing to see")
        logging.getLogger("store").warning("a page is missing")


def test_an_expected_warning_that_never_came_is_a_failure(log_watch: LogWatch) -> None:
    with pytest.raises(AssertionError, match="logged nothing like"), log_watch.expect("store", "page"):
        pass


def test_only_the_expected_logger_is_excused(log_watch: LogWatch) -> None:
    with (
        log_watch.expect("report", "a page"),
        pytest.raises(AssertionError, match="logged nothing like"),
        log_watch.expect("store", "page"),
    ):
        logging.getLogger("report").warning("a page")
