"""The faults that are planted, each with the tests that ought to find it."""

from __future__ import annotations

from typing import NamedTuple

_STORE = "tests/store"
_FAULTS = "tests/faults"


class Plant(NamedTuple):
    """``old``, a text in ``file`` of the package, gives way to ``new``; ``tests`` ought to find that."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


POWER = (f"{_FAULTS}/test_power_loss.py",)
STOPPING = (f"{_FAULTS}/test_stopping.py",)
DAMAGE = (f"{_FAULTS}/test_damage.py",)
OPENING = (f"{_STORE}/test_opening.py",)
REBUILDING = (f"{_STORE}/test_rebuilding.py",)
WORKSPACE = (f"{_STORE}/test_workspace.py",)

PLANTS = (
    Plant("synchronous is OFF", "store/database.py", "synchronous = EXTRA", "synchronous = OFF", POWER),
    Plant("synchronous is NORMAL", "store/database.py", "synchronous = EXTRA", "synchronous = NORMAL", POWER),
    Plant("the journal is deleted, not synced", "store/database.py",
          '"journal_mode = TRUNCATE",\n    "synchronous = EXTRA"', '"journal_mode = DELETE",\n    "synchronous = FULL"', POWER),
    Plant("the journal is in memory", "store/database.py", "journal_mode = TRUNCATE", "journal_mode = MEMORY", STOPPING),
    Plant("a new file's name is not synced", "store/building.py",
          "    discard(file)\n    settle(file.parent)", "    discard(file)", POWER),
    Plant("a new folder's name is not synced", "store/folder.py", "        settle(place.parent)", "        pass", POWER),
    Plant("a kept file is not synced", "store/folder.py", "            os.fsync(stream.fileno())\n", "", POWER),
    Plant("a kept file's name is not synced", "store/folder.py",
          "    settle(target.parent)", "    return", POWER),
    Plant("a kept file is written in place", "store/folder.py",
          'part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")', "part = target", STOPPING + POWER),
    Plant("a new plan is built in place", "store/building.py",
          'return file.with_name(f"{file.name}.new")', "return file", STOPPING),
    Plant("digests are not looked at", "store/rows.py", "        if made == kept:", "        if made:", DAMAGE + OPENING),
    Plant("sums are not looked at", "store/rows.py",
          "    if expected != (total.count, total.stored):", "    if not expected:", DAMAGE),
    Plant("a sum is not kept when a row is removed", "store/ledger.py",
          "        self._totals[table] = self._total(table).minus(self._digest(table, key))\n        self._db.execute(f'DELETE",
          "        self._db.execute(f'DELETE", WORKSPACE),
    Plant("SQLite's own check is left out", "store/loading.py",
          'db.execute("PRAGMA integrity_check(20)")', "[]", DAMAGE + OPENING),
    Plant("what was there before is not looked at", "store/workspace.py",
          "            if self.plan.find(change.id) != change.before:", "            if not change.id:",
          (*WORKSPACE, f"{_FAULTS}/test_processes.py")),
    Plant("other programs' steps are not taken in", "store/workspace.py",
          "            self._demand_same_file()\n            self._take_in()\n            yield ledger",
          "            self._demand_same_file()\n            yield ledger",
          (*WORKSPACE, f"{_FAULTS}/test_processes.py")),
    Plant("the history is written after the plan is stored", "store/workspace.py",
          "                self._write(ledger, edit)\n            self._joining = made",
          "                self._write(ledger, edit)\n                ledger.close()\n                self._db.execute('COMMIT')\n"
          "                self._db.execute('BEGIN')\n            self._joining = made", STOPPING + WORKSPACE),
    Plant("the search index keeps what was removed", "store/search.py",
          "        self.remove(change.id for change in changed if change.before)\n",
          "        self.remove(change.id for change in changed if change.before and change.after)\n",
          (*WORKSPACE, f"{_STORE}/test_search.py")),
    Plant("the plan in memory is swapped before it is stored", "store/workspace.py",
          "                self._write(ledger, edit)\n            self._joining = made",
          "                self._write(ledger, edit)\n                self.plan = self.plan.after(edit)\n"
          "            self._joining = made", STOPPING + (f"{_STORE}/test_failures.py",)),
    Plant("a journal beside the file is thrown away at open", "store/opening.py",
          "            _take_back(file)", '            file.with_name(file.name + "-journal").unlink()', STOPPING + OPENING),
    Plant("a failed transaction is not rolled back", "store/database.py",
          "    except BaseException:\n        db.rollback()\n        raise\n\n\n@contextmanager\ndef reading",
          "    except BaseException:\n        raise\n\n\n@contextmanager\ndef reading", STOPPING),
    Plant("the rebuilt file is not proved", "store/rebuilding.py",
          "            _prove(building.unfinished(file), records, progress)\n", "", REBUILDING),
    Plant("the older file is not kept", "store/rebuilding.py",
          "        os.link(file, folder / name)\n", "        pass\n", REBUILDING + STOPPING),
    Plant("the older file's second name is not synced", "store/rebuilding.py",
          "        settle(folder)\n", "        pass\n", POWER),
    Plant("rebuilding does not ask who was quicker", "store/rebuilding.py",
          "        if identity(file) != which:", "        if not which:", REBUILDING),
    Plant("an error of the disk is no sentence", "store/failures.py",
          "    except (sqlite3.Error, OSError) as error:", "    except sqlite3.Error as error:", STOPPING),
    Plant("a full disk is no sentence", "store/failures.py",
          "        case sqlite3.SQLITE_FULL:", "        case 9999:", STOPPING),
    Plant("a schema that is no text is no sentence", "store/failures.py",
          "    except UnicodeDecodeError as error:", "    except UnicodeTranslateError as error:", OPENING),
    Plant("the length of the file is not looked at", "store/header.py",
          "    if size < int.from_bytes(header[28:32])", "    if size < 0 * int.from_bytes(header[28:32])", OPENING),
    Plant("a kept file is not compared with its digest", "store/attachments.py",
          "        return found.hexdigest() == attachment.sha256", "        return True", (f"{_STORE}/test_attachments.py",)),
)  # fmt: skip
"""To add one: what it is, where, what is there and what comes in its place, and the tests."""
