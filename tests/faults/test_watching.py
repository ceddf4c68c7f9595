"""The watched disk itself: it is like the real one, sees all, and forgets what was not synced."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.disk import Failing
from tests.faults.powerloss import is_whole, recorded
from tests.faults.replay import Platter, Way, put
from tests.faults.scenarios import WORKLOADS
from tests.faults.watching import watching

ROOT = Path(__file__).parents[2]
LIKE = ("test_workspace", "test_rebuilding", "test_checking")


@pytest.mark.timeout(300)
def test_the_store_does_the_same_on_a_watched_disk():
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider"]
    command += ["-p", "tests.faults.onapsw", *(f"tests/store/{name}.py" for name in LIKE)]
    places = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": places}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize("work", WORKLOADS, ids=lambda work: work.name)
def test_every_byte_that_is_written_goes_by_the_disk(tmp_path, work):
    assert is_whole(recorded(work, tmp_path).disk)


def test_what_was_not_synced_is_gone_and_what_was_is_there(tmp_path):
    root = tmp_path / "root"
    root.mkdir()
    with watching(root) as disk:
        for name in ("synced", "unnamed", "unsynced"):
            with (root / name).open("wb") as stream:
                stream.write(b"x" * 1000)
                stream.flush()
                if name != "unsynced":
                    os.fsync(stream.fileno())
            if name == "synced":
                folder = os.open(root, os.O_RDONLY)
                os.fsync(folder)
                os.close(folder)
    platter = Platter(disk)
    for op in disk.log:
        platter.feed(op)
    assert platter.crash(Way.DROPPED, random.Random(1)) == {str(root / "synced"): b"x" * 1000}
    seen = [platter.crash(way, random.Random(seed)) for way in (Way.REORDERED, Way.TORN) for seed in range(99)]
    unsynced = [image[str(root / "unsynced")] for image in seen if str(root / "unsynced") in image]
    unnamed = [image[str(root / "unnamed")] for image in seen if str(root / "unnamed") in image]
    assert {len(data) for data in unsynced} == {0, 512, 1000}
    assert set(unnamed) == {b"x" * 1000}
    assert 0 < len(unnamed) < len(seen)


def test_a_disk_after_a_power_loss_can_be_put_anywhere(tmp_path):
    put({f"{tmp_path}/a/": b"", f"{tmp_path}/a/b": b"c", f"{tmp_path}/d/": b""}, tmp_path, tmp_path / "new")
    assert (tmp_path / "new" / "a" / "b").read_bytes() == b"c"
    assert (tmp_path / "new" / "d").is_dir()


@pytest.mark.parametrize("lasts", [False, True])
def test_an_operation_that_is_to_fail_fails(tmp_path, lasts):
    failing = Failing(2, errno.ENOSPC, lasts=lasts)
    with watching(tmp_path, failing):
        stream = (tmp_path / "file").open("wb", buffering=0)
        with pytest.raises(OSError, match="ENOSPC"):
            stream.write(b"x")
        if lasts:
            with pytest.raises(OSError, match="ENOSPC"):
                stream.write(b"x")
        else:
            assert stream.write(b"x") == 1
        stream.close()
    assert failing.hit


def test_a_file_outside_is_nobodys_business(tmp_path):
    (tmp_path / "in").mkdir()
    with watching(tmp_path / "in", Failing(1, lasts=True)) as disk:
        (tmp_path / "out").write_text("x")
        (tmp_path / "out").unlink()
    assert disk.log == []
