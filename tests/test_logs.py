"""The log: enough to see what happened, and not a word of the person's."""

from __future__ import annotations

import logging

import pytest

from leaderplan import logs

SECRET = "Ann told me about the grievance"


@pytest.fixture
def log(tmp_path):
    """A logger of the program, and what its file holds."""
    handler = logs.keep(tmp_path)
    assert handler
    yield logging.getLogger("leaderplan.somewhere"), tmp_path / "log"
    logging.getLogger("leaderplan").removeHandler(handler)
    handler.close()


def test_a_line_says_when_and_what_with_numbers_but_never_words(log, log_watch):
    logger, folder = log
    logger.info("The plan was opened: %d records in %.1f s", 592, 0.25)
    with log_watch.expect("leaderplan.somewhere", "could not be done"):
        logger.warning("This could not be done: %s", SECRET)
    text = (folder / logs.LOG).read_text(encoding="utf-8")
    assert "INFO leaderplan.somewhere: The plan was opened: 592 records in 0.2 s" in text
    assert "This could not be done: %s" in text
    assert SECRET not in text
    assert text[10] == "T" and text[19] == "Z"


def test_an_error_is_told_by_kind_and_place(log, log_watch):
    logger, folder = log
    try:
        raise KeyError(SECRET)
    except KeyError:
        with log_watch.expect("leaderplan.somewhere", "A watcher failed"):
            logger.exception("A watcher failed over %s", SECRET)
    text = (folder / logs.LOG).read_text(encoding="utf-8")
    assert "KeyError" in text and "test_logs.py" in text and SECRET not in text


def test_it_never_grows_beyond_a_few_files(log, monkeypatch):
    logger, folder = log
    for number in range(12_000):
        logger.info("The same line again and again, to fill the file up to the brim: %d", number)
    files = list(folder.iterdir())
    assert 1 < len(files) <= logs.OLDER + 1
    assert sum(file.stat().st_size for file in files) <= logs.LARGEST * (logs.OLDER + 1)


def test_a_plan_that_is_opened_again_is_logged_once(log, tmp_path):
    logger, folder = log
    again = logs.keep(tmp_path)
    assert again
    logger.info("Opened")
    assert (folder / logs.LOG).read_text(encoding="utf-8").count("Opened") == 1
    logging.getLogger("leaderplan").removeHandler(again)
    again.close()


def test_a_place_that_cannot_be_written_is_no_reason_to_stop(tmp_path):
    (tmp_path / "log").write_text("in the way")
    assert logs.keep(tmp_path) is None
