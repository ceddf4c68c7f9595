#!/usr/bin/env python3
"""LeaderPlan for those who develop it. Needs Python 3.11 with pip; what else is missing, it sets up first.

python3 dev.py run [ARGUMENTS]     the program; without a display the sample plan, its portfolio and pictures into out/
python3 dev.py test [ARGUMENTS]    the tests, without a network; arguments go to pytest
python3 dev.py setup               only the set-up: .venv, the locked packages, what Qt needs of the system
python3 dev.py check               format, lint and types
python3 dev.py bench [ARGUMENTS]   measures speed and size
python3 dev.py faults [--release]  loses power, fills the disk, flips bits, kills; --planted breaks the program instead
python3 dev.py pictures            every page of the window, on the sample plan, into out/pictures
python3 dev.py release             all that a release needs: tests, packages, trials of them; into dist/
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "leaderplan-setup"
LOCK = ROOT / "requirements.lock"
OUT = ROOT / "out"
OLDEST = (3, 11)
# Tells the tests that they run without a network.
CUT_OFF = "LEADERPLAN_TESTS_CUT_OFF"

# What the Qt libraries load on a Debian that has only Python: first for any use, then for an X display as well.
DEBIAN_QT = ("libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libfontconfig1", "libdbus-1-3")
DEBIAN_X = ("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0")
FEDORA = ("mesa-libGL", "mesa-libEGL", "fontconfig", "dbus-libs", "libxkbcommon-x11", "xcb-util-cursor", "xcb-util-wm")

# Imports what the program uses and makes an application, as a missing library of a Qt plugin shows only then.
PROBE = "import PySide6.QtSvgWidgets; from PySide6.QtWidgets import QApplication; QApplication([])"
# Loads the plugin for X displays without a display.
PROBE_X = (
    "import ctypes, pathlib, PySide6.QtGui;"
    "ctypes.CDLL(str(next(pathlib.Path(PySide6.__file__).parent.glob('Qt/plugins/platforms/libqxcb.so'))))"
)


class Trouble(Exception):
    """What stops the work, with what to do about it, as text for the terminal."""


def say(text: str) -> None:
    """A line for the person, in its place between the lines of the programs that are started."""
    print(text, flush=True)


def call(*command: str | Path, env: Mapping[str, str] | None = None, quiet: bool = False) -> int:
    """Runs a command at the root with `env` added, and, if quiet, only its complaints shown; gives its exit status."""
    output = subprocess.DEVNULL if quiet else None
    environment = {**os.environ, **(env or {})}
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, stdout=output).returncode


def must(*command: str | Path, env: Mapping[str, str] | None = None, quiet: bool = False) -> None:
    """As `call`, but a failure of the command ends everything."""
    if call(*command, env=env, quiet=quiet):
        raise Trouble(f"This command failed: {shlex.join(str(part) for part in command)}")


def succeeds(*command: str | Path) -> bool:
    """Whether a command can be started and ends well; its output is dropped."""
    try:
        return subprocess.run([str(part) for part in command], capture_output=True, cwd=ROOT).returncode == 0
    except OSError:
        return False


def set_up() -> None:
    """Brings .venv and the system to what the lock file and Qt ask for; does nothing where they are already."""
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if not (STAMP.is_file() and STAMP.read_text() == wanted and succeeds(PYTHON, "-c", "")):
        STAMP.unlink(missing_ok=True)
        make_environment()
        install_packages()
        STAMP.write_text(wanted)
    if sys.platform.startswith("linux"):
        find_system_libraries()


def make_environment() -> None:
    """Makes .venv, unless there is one that works."""
    if succeeds(PYTHON, "-c", f"import sys; sys.exit(sys.version_info < {OLDEST})"):
        return
    say("Making .venv")
    # Without pip: Debian's Python has none to put into it.
    must(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV)


def install_packages() -> None:
    """Installs the locked packages by their hashes, then the project itself in place."""
    install = installer()
    say(f"Installing what {LOCK.name} lists into .venv; the first time this fetches some 160 MB")
    must(*install, "--quiet", "--only-binary", ":all:", "--no-deps", "--require-hashes", "-r", LOCK)
    # The lock holds the build backend, so nothing is fetched for this.
    must(*install, "--quiet", "--no-deps", "--no-build-isolation", "-e", ROOT)


def installer() -> Sequence[str | Path]:
    """The command that installs packages into .venv."""
    if uv := shutil.which("uv"):
        return uv, "pip", "install", "--python", PYTHON
    if succeeds(PYTHON, "-m", "pip", "--version"):
        return PYTHON, "-m", "pip", "install"
    if importlib.util.find_spec("pip"):
        return sys.executable, "-m", "pip", "--python", PYTHON, "install"
    if succeeds(PYTHON, "-m", "ensurepip"):
        return PYTHON, "-m", "pip", "install"
    raise Trouble("Python has no pip. On Debian or Ubuntu, install it with:\n  sudo apt-get install -y python3-pip")


def find_system_libraries() -> None:
    """Makes sure that Qt finds the libraries it needs of the system."""
    missing = missing_library()
    if not missing:
        return
    if not (is_root() and shutil.which("apt-get")):
        raise Trouble(f"Qt does not find {missing}. Install what it needs with:\n  {how_to_install()}")
    say(f"Qt does not find {missing}; installing what it needs with apt-get")
    nobody_asks = {"DEBIAN_FRONTEND": "noninteractive"}
    must("apt-get", "update", "-qq", env=nobody_asks, quiet=True)
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", *DEBIAN_QT, *DEBIAN_X)
    must(*install, env=nobody_asks, quiet=True)
    if missing := missing_library():
        raise Trouble(f"Qt still does not find {missing}.")


def missing_library() -> str:
    """The shared library that stops Qt from starting, or an empty text; raises Trouble if it is something else."""
    uses_x = os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for probe in (PROBE, PROBE_X) if uses_x else (PROBE,):
        done = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, text=True, env=offscreen)
        if done.returncode:
            return library_named_in(done.stderr)
    return ""


def library_named_in(message: str) -> str:
    """The shared library that Python's message calls missing; raises Trouble if it says something else."""
    for line in message.splitlines():
        before, found, _after = line.partition(": cannot open shared object file")
        if found:
            return before.split()[-1]
    raise Trouble(f"Qt does not start. Delete .venv and try again. It says:\n{message.strip()}")


def is_root() -> bool:
    """Whether this may install packages of the system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def how_to_install() -> str:
    """The line to type for the libraries of the system."""
    if shutil.which("dnf"):
        return f"sudo dnf install -y {' '.join(FEDORA)}"
    return f"sudo apt-get install -y {' '.join(DEBIAN_QT + DEBIAN_X)}"


def setup(_arguments: Sequence[str]) -> int:
    """Only the set-up."""
    set_up()
    say("Everything is set up.")
    return 0


def run(arguments: Sequence[str]) -> int:
    """The program itself, or, where no window can open, the same job without one."""
    set_up()
    if arguments or has_display():
        return call(PYTHON, "-m", "leaderplan", *arguments)
    say("There is no display, so no window can open. Instead, the sample plan, its portfolio and pictures are made:")
    portfolio = OUT / "portfolio.pdf"
    plan = make_sample()
    must(PYTHON, "-m", "leaderplan", "document", "portfolio", "-o", portfolio, env=without_display(plan))
    take_pictures(plan)
    say(f"The plan is in {shown(plan)}, its portfolio in {shown(portfolio)}, and every page of the window")
    say(f"in {shown(OUT / 'pictures')}. With a display, the same command opens the window.")
    return 0


def test(arguments: Sequence[str]) -> int:
    """The tests: all of them on every processor, or what the arguments ask of pytest."""
    set_up()
    prefix = without_network()
    env = {"QT_QPA_PLATFORM": "offscreen", CUT_OFF: "yes" if prefix else ""}
    return call(*prefix, PYTHON, "-m", "pytest", *(arguments or ("-n", "auto", "--dist", "worksteal")), env=env)


def check(_arguments: Sequence[str]) -> int:
    """Format, lint and types; all three speak before any fails."""
    set_up()
    checks = (("ruff", "format", "--check", "."), ("ruff", "check", "."), ("mypy",))
    return max(call(PYTHON, "-m", *one) for one in checks)


def program(words: Sequence[str], arguments: Sequence[str]) -> int:
    """Another program of this repository, which these words start."""
    set_up()
    return call(PYTHON, *words, *arguments, env={"QT_QPA_PLATFORM": "offscreen"})


def pictures(_arguments: Sequence[str]) -> int:
    """Every page of the window as a picture."""
    set_up()
    take_pictures(make_sample())
    say(f"The pictures are in {shown(OUT / 'pictures')}.")
    return 0


def make_sample() -> Path:
    """Makes the sample plan anew under out/; gives its folder."""
    plan = OUT / "plan"
    shutil.rmtree(plan, ignore_errors=True)
    OUT.mkdir(exist_ok=True)
    must(PYTHON, "-m", "leaderplan", "new", "--sample", env=without_display(plan))
    return plan


def take_pictures(plan: Path) -> None:
    """Writes every page of the window, on that plan, into out/pictures."""
    must(PYTHON, "-m", "leaderplan", "pictures", "-o", OUT / "pictures", env=without_display(plan))


def without_display(plan: Path) -> dict[str, str]:
    """The environment for work on that plan with no window on the screen."""
    return {"LEADERPLAN_PLAN": str(plan), "QT_QPA_PLATFORM": "offscreen"}


def has_display() -> bool:
    """Whether a window can open here."""
    if not sys.platform.startswith("linux"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM")
    if platform:
        return platform not in {"offscreen", "minimal"}
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def without_network() -> Sequence[str]:
    """What to put before a command to cut it off the network; nothing, with a word about it, where nothing can."""
    for options in (("--net",), ("--map-current-user", "--net"), ("--map-root-user", "--net")):
        if succeeds("unshare", *options, "--", "true"):
            return "unshare", *options, "--"
    say("The tests run with the network in reach, as this system does not let them be cut off (unshare --net).")
    return ()


def shown(path: Path) -> str:
    """A path as a person types it from the root of the checkout."""
    return str(path.relative_to(ROOT))


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "setup": setup,
    "run": run,
    "test": test,
    "check": check,
    "bench": partial(program, ("-m", "tests.benchmarks")),
    "faults": partial(program, ("-m", "tests.faults")),
    "pictures": pictures,
    "release": partial(program, ("packaging/release.py",)),
}


def main(arguments: Sequence[str]) -> int:
    """Does what the first argument says; gives the exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stdout if set(arguments) & {"-h", "--help"} else sys.stderr)
        return 0 if set(arguments) & {"-h", "--help"} else 2
    if sys.version_info < OLDEST:
        say(f"LeaderPlan needs Python {'.'.join(map(str, OLDEST))} or newer; this is {sys.version.split()[0]}.")
        return 1
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
