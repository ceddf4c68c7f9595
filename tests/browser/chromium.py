"""A headless Chromium, driven by the DevTools protocol over a pair of pipes, which need no network at all."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Event = dict[str, Any]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--disable-extensions",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    "--no-default-browser-check", "--disable-features=Translate,MediaRouter,OptimizationHints",
    "--remote-debugging-pipe",
)  # fmt: skip
# The browser reads its orders from descriptor 3 and answers on 4; what it is given may have other numbers.
AS_3_AND_4 = """
import fcntl, os, sys
orders, answers = (fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(orders, 3)
os.dup2(answers, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
PATIENCE = 20.0
SETTLE = """async (element) => {
    for (let turn = 0, same = 0, last = NaN; turn < 60 && same < 3; turn++) {
        element.scrollIntoView({ block: "center", behavior: "instant" });
        await new Promise(requestAnimationFrame);
        const { top } = element.getBoundingClientRect();
        same = top === last ? same + 1 : 0;
        last = top;
    }
}"""
"""Scrolls an element into view until it stays: what was never shown takes its true size only when it is."""


def found() -> str | None:
    """The browser that is installed."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Chromium:
    """A running browser. Every event that it tells of is kept in ``events``."""

    def __init__(self, program: str, folder: Path) -> None:
        orders, self._orders = os.pipe()
        self._answers, answers = os.pipe()
        self._log = (folder / "chromium.log").open("wb")
        self._process = subprocess.Popen(
            [sys.executable, "-S", "-c", AS_3_AND_4, str(orders), str(answers), program, *FLAGS,
             f"--user-data-dir={folder / 'profile'}", "about:blank"],
            pass_fds=(orders, answers), stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
            env={**os.environ, "HOME": str(folder)},
        )  # fmt: skip
        os.close(orders)
        os.close(answers)
        self._buffer = b""
        self._number = 0
        self._results: dict[int, Event] = {}
        self.events: list[Event] = []

    def call(self, method: str, session: str | None = None, **params: Any) -> Any:
        """Give an order and wait for its result."""
        self._number += 1
        number = self._number
        order = {"id": number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        data = json.dumps(order).encode() + b"\0"
        while data:
            data = data[os.write(self._orders, data) :]
        self.wait(lambda: number in self._results, method)
        result = self._results.pop(number)
        assert "error" not in result, (method, params, result.get("error"))
        return result["result"]

    def wait(self, is_so: Callable[[], Any], what: str) -> Any:
        """Take in what the browser tells until something is so; gives what was found."""
        end = time.monotonic() + PATIENCE
        while not (so := is_so()):
            left = end - time.monotonic()
            assert left > 0, f"Chromium kept silent about {what}"
            if select.select([self._answers], [], [], min(left, 0.5))[0]:
                self._take_in(os.read(self._answers, 1 << 20), what)
        return so

    def _take_in(self, data: bytes, what: str) -> None:
        assert data, f"Chromium ended at {what}"
        *whole, self._buffer = (self._buffer + data).split(b"\0")
        for message in map(json.loads, whole):
            if "id" in message:
                self._results[message["id"]] = message
            else:
                self.events.append(message)

    def close(self) -> None:
        """End it."""
        try:
            self.call("Browser.close")
            self._process.wait(10)
        except (AssertionError, OSError, subprocess.TimeoutExpired):
            self._process.kill()
        self._process.wait()
        self._log.close()
        os.close(self._orders)
        os.close(self._answers)


class Tab:
    """One page in a context of its own, whose downloads land in a folder."""

    def __init__(self, browser: Chromium, folder: Path, width: int = 1280, height: int = 800) -> None:
        self._browser = browser
        self.downloads = folder
        self._context = browser.call("Target.createBrowserContext")["browserContextId"]
        browser.call("Browser.setDownloadBehavior", behavior="allow", browserContextId=self._context,
                     downloadPath=str(folder), eventsEnabled=True)  # fmt: skip
        target = browser.call("Target.createTarget", url="about:blank", browserContextId=self._context)["targetId"]
        self._session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log", "Audits"):
            self.call(f"{domain}.enable")
        self.size(width, height)

    def call(self, method: str, **params: Any) -> Any:
        """An order to this page."""
        return self._browser.call(method, self._session, **params)

    def size(self, width: int, height: int, scale: float = 1) -> None:
        """Give the page a window of this size."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale,
                  mobile=False)  # fmt: skip

    def media(self, **features: str) -> None:
        """Pretend to a medium: ``prefers_color_scheme="dark"``."""
        named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", features=named)

    def events(self, method: str) -> list[Event]:
        """What the browser told of this page."""
        return [event["params"] for event in self._browser.events
                if event["method"] == method and event.get("sessionId") in (None, self._session)]  # fmt: skip

    def open(self, file: Path) -> None:
        """Open a file and wait until it stands."""
        before = len(self.events("Page.loadEventFired"))
        self.call("Page.navigate", url=file.as_uri())
        self._browser.wait(lambda: len(self.events("Page.loadEventFired")) > before, "loading")

    def reload(self) -> None:
        """Load the page again, through a question whether to leave it."""
        before = len(self.events("Page.loadEventFired"))
        asked = len(self.events("Page.javascriptDialogOpening"))
        self.call("Page.reload")

        def loaded() -> bool:
            nonlocal asked
            if len(self.events("Page.javascriptDialogOpening")) > asked:
                asked += 1
                self.call("Page.handleJavaScriptDialog", accept=True)
            return len(self.events("Page.loadEventFired")) > before

        self._browser.wait(loaded, "loading again")

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        result = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, userGesture=True
        )
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def wait_for(self, script: str) -> None:
        """Wait until an expression is true in the page."""
        self._browser.wait(lambda: self.run(f"Boolean({script})"), script)

    def click(self, selector: str, text: str = "") -> None:
        """Press the middle of the first shown element that fits, with exactly this text where one is given."""
        place = self.run(f"""(async () => {{
            const text = {json.dumps(text)};
            const fits = (each) => each.getClientRects().length
                && (!text || each.textContent.trim() === text || each.getAttribute("aria-label") === text);
            const found = Array.from(document.querySelectorAll({json.dumps(selector)})).find(fits);
            if (!found) return null;
            await ({SETTLE})(found);
            const box = found.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }})()""")
        assert place, f"no {selector} {text!r}"
        self.mouse("mouseMoved", *place)
        self.mouse("mousePressed", *place)
        self.mouse("mouseReleased", *place)

    def mouse(self, kind: str, x: float, y: float) -> None:
        """One event of the mouse, its left button held between pressing and releasing."""
        pressed = {"button": "left", "clickCount": 1} if kind != "mouseMoved" else {}
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **pressed)

    def type(self, text: str) -> None:
        """Put a text in where the focus is."""
        self.call("Input.insertText", text=text)

    def key(self, name: str, *, shift: bool = False, ctrl: bool = False, times: int = 1) -> None:
        """Press a key such as Tab, Enter, ArrowRight, or a letter."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, "Space": 32, "End": 35, "Home": 36, "ArrowLeft": 37,
                 "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Delete": 46}  # fmt: skip
        code = codes.get(name) or ord(name.upper())
        text = {"Enter": "\r", "Space": " "}.get(name, name if len(name) == 1 and not ctrl else "")
        event = {"key": " " if name == "Space" else name, "code": name, "windowsVirtualKeyCode": code,
                 "modifiers": 8 * shift + 2 * ctrl}  # fmt: skip
        commands = {"commands": ["selectAll"]} if ctrl and name == "a" else {}
        for _time in range(times):
            down = "keyDown" if text else "rawKeyDown"
            self.call("Input.dispatchKeyEvent", type=down, **event, **({"text": text} if text else {}), **commands)
            self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    def saved(self, press: Callable[[], None]) -> Path:
        """The file that pressing something saves."""
        before = len(self._ended())
        press()
        self._browser.wait(lambda: len(self._ended()) > before, "a download")
        guid = self._ended()[before]["guid"]
        begun = next(each for each in self.events("Browser.downloadWillBegin") if each["guid"] == guid)
        return self.downloads / begun["suggestedFilename"]

    def _ended(self) -> list[Event]:
        return [each for each in self.events("Browser.downloadProgress") if each["state"] == "completed"]

    def picture(self, file: Path, *, whole: bool = False) -> None:
        """Save what is shown as PNG."""
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        file.write_bytes(base64.b64decode(data))

    def forgive(self) -> None:
        """Forget what this tab did, where a test did it on purpose."""
        events = self._browser.events
        events[:] = [event for event in events if event.get("sessionId") != self._session]

    def complaints(self) -> list[Any]:
        """Whatever the browser found wrong: exceptions, errors and warnings in the console, blocked loads, issues."""
        logged = [event["entry"]["text"] for event in self.events("Log.entryAdded")]
        console = [event["args"] for event in self.events("Runtime.consoleAPICalled")]
        thrown = [event["exceptionDetails"] for event in self.events("Runtime.exceptionThrown")]
        issues = [event["issue"] for event in self.events("Audits.issueAdded")]
        return [*logged, *console, *thrown, *issues]

    def addresses(self) -> set[str]:
        """Every address that the page asked for."""
        asked = (event["request"]["url"] for event in self.events("Network.requestWillBeSent"))
        return {address for address in asked if address != "about:blank"}

    def close(self) -> None:
        """End it, with all that it kept."""
        self._browser.call("Target.disposeBrowserContext", browserContextId=self._context)
