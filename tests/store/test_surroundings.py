"""Places that are no good for a live plan are known by name, by mark and by file system; others are left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaderplan.store import surroundings
from leaderplan.store.surroundings import Kind, Surroundings, of, synced_folders


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("OneDrive - Hillford Council", "plan"), "OneDrive"),
        (("Dropbox (Personal)", "a", "b", "plan"), "Dropbox"),
        (("Nextcloud", "plan"), "Nextcloud"),
        (("Library", "Mobile Documents", "com~apple~CloudDocs", "plan"), "iCloud"),
        (("Library", "CloudStorage", "GoogleDrive-ann@example.org", "My Drive", "plan"), "Google Drive"),
    ],
)
def test_a_folder_of_a_sync_client_is_known_by_its_name(tmp_path, parts, name):
    assert of(tmp_path.joinpath(*parts), {}) == Surroundings(Kind.SYNCED, name)


def test_a_synced_folder_is_known_by_what_its_client_leaves_in_it(tmp_path):
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    assert of(tmp_path / "shared" / "deep" / "plan", {}) == Surroundings(Kind.SYNCED, "Syncthing")


def test_windows_says_where_onedrive_is(tmp_path):
    assert of(tmp_path / "Files" / "plan", {"OneDriveCommercial": str(tmp_path / "Files")}) == Surroundings(
        Kind.SYNCED, "OneDrive"
    )
    assert of(tmp_path / "Other", {"OneDrive": str(tmp_path / "Files")}) is None


def test_an_ordinary_folder_is_left_in_peace(tmp_path):
    for name in ("plan", "Documents", "synchronised swimming", "drop box", "my drives"):
        assert of(tmp_path / name, {}) is None


def test_a_network_drive_is_known_by_its_file_system(tmp_path, monkeypatch):
    mounts = [(Path("/"), "ext4"), (tmp_path / "h", "cifs"), (tmp_path / "h" / "local", "ext4")]
    monkeypatch.setattr(surroundings, "_mounts", lambda: iter(mounts))
    assert of(tmp_path / "h" / "ann", {}) == Surroundings(Kind.NETWORK, "cifs")
    assert of(tmp_path / "h" / "local" / "ann", {}) is None
    assert of(tmp_path / "home", {}) is None


def test_this_machines_own_mounts_can_be_read():
    found = list(surroundings._mounts())
    assert found
    assert all(where.is_absolute() and kind and " " not in kind for where, kind in found)


def test_synced_folders_are_offered_for_archives(tmp_path):
    for name in ("OneDrive - Council", "Documents", "Marked"):
        (tmp_path / name).mkdir()
    (tmp_path / "Marked" / ".dropbox").touch()
    (tmp_path / "nextcloud").write_text("a file is no folder")
    (tmp_path / "elsewhere").mkdir()
    found = synced_folders(tmp_path, {"OneDrive": str(tmp_path / "elsewhere"), "OneDriveConsumer": "/nowhere"})
    assert [path.name for path in found] == ["elsewhere", "Marked", "OneDrive - Council"]
    assert synced_folders(tmp_path / "nobody", {}) == []
