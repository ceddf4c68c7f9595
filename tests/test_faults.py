from __future__ import annotations

from pathlib import Path

from leaderplan import faults

SECRET = "Ann Price is leaving"


def _failing() -> Exception:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise RuntimeError(SECRET) from error
    except RuntimeError as error:
        return error


def test_a_report_names_the_errors_and_places_but_none_of_the_persons_words() -> None:
    text = faults.report(_failing())
    assert "RuntimeError" in text
    assert "KeyError" in text
    assert "test_faults.py" in text
    assert "_failing" in text
    assert SECRET not in text


def test_a_report_names_no_folder_of_the_machine() -> None:
    assert str(Path(__file__).parent) not in faults.report(_failing())


def test_a_part_without_a_version_is_no_reason_to_fail(monkeypatch) -> None:
    monkeypatch.setattr(faults, "_PARTS", ("no-such-part",))
    assert "no-such-part ?" in faults.report(_failing())


def test_a_report_is_kept_beside_the_plan(tmp_path: Path) -> None:
    file = faults.keep("text", tmp_path)
    assert file is not None
    assert file.parent == tmp_path / "log"
    assert file.read_text(encoding="utf-8") == "text"


def test_a_report_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("in the way")
    assert faults.keep("text", tmp_path) is None
