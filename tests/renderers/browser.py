"""A headless Chromium for tests, spoken to over a pipe: pages opened, keys pressed, points dragged, pictures taken."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
needs_browser = pytest.mark.skipif(PROGRAM is None, reason="no Chromium here: apt-get install chromium")
_OPTIONS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe",
    "--no-first-run", "--disable-extensions", "--disable-background-networking", "--hide-scrollbars", "--mute-audio",
)  # fmt: skip

_BRIDGE = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execv(sys.argv[3], sys.argv[3:])"
)
"""Puts the pipe's ends where the browser looks for them, and becomes the browser."""
_RESTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Comes when what was asked before has been drawn."""


class Browser:
    """One page of a browser; what went wrong in it and what it asked the network for is kept."""

    def __init__(self, folder: Path) -> None:
        self.downloads = folder / "downloads"
        self.downloads.mkdir()
        self.asked: list[str] = []
        self.wrong: list[str] = []
        read_end, self._to = os.pipe()
        self._from, write_end = os.pipe()

        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (read_end, write_end)]
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                _BRIDGE,
                *map(str, ends),
                str(PROGRAM),
                *_OPTIONS,
                f"--user-data-dir={folder / 'profile'}",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=ends,
            start_new_session=True,
            env={**os.environ, "HOME": str(folder)},
        )
        for end in (read_end, write_end, *ends):
            os.close(end)
        self._left = b""
        self._number = 0
        self._session: str | None = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        self.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(self.downloads))

    def close(self) -> None:
        """End the browser."""
        try:
            self._session = None
            self.call("Browser.close")
            self._process.wait(20)
        except (OSError, EOFError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._to)
        os.close(self._from)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The answer to a command."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            heard = self._hear()
            if heard.get("id") == self._number:
                assert "error" not in heard, heard["error"]
                return heard["result"]
            self._keep(heard)

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            part = os.read(self._from, 1 << 16)
            if not part:
                raise EOFError("the browser is gone")
            self._left += part
        message, _, self._left = self._left.partition(b"\0")
        return json.loads(message)

    def _keep(self, heard: dict[str, Any]) -> None:
        method, parameters = heard.get("method"), heard.get("params", {})
        if method == "Network.requestWillBeSent":
            self.asked.append(parameters["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.wrong.append(json.dumps(parameters["exceptionDetails"]))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] == "error":
            self.wrong.append(parameters["entry"]["text"])

    def open(self, page: Path, width: int = 1200, height: int = 900, dark: bool = False, script: bool = True) -> None:
        """Load a file in a window of a size."""
        self.asked, self.wrong = [], []
        self.call("Emulation.setScriptExecutionDisabled", value=False)
        self.resize(width, height)
        self.call("Emulation.setScriptExecutionDisabled", value=not script)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media="", features=[scheme])
        self.call("Page.navigate", url=page.as_uri())
        deadline = time.monotonic() + 20
        while self.ask("location.href + document.readyState") != page.as_uri() + "complete":
            assert time.monotonic() < deadline, "the page does not load"
            time.sleep(0.02)
        if script:
            self.ask(_RESTED)

    def resize(self, width: int, height: int = 900) -> None:
        """A window of another size; a narrow one is a phone's."""
        narrow = width < 600
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=narrow)
        self.call("Emulation.setTouchEmulationEnabled", enabled=narrow)
        self.ask(_RESTED)

    def ask(self, expression: str) -> Any:
        """What an expression comes to in the page."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def press(self, *keys: str) -> None:
        """Press keys by name."""
        for key in keys:
            for kind in ("keyDown", "keyUp"):
                code = {"Tab": 9, "Enter": 13, " ": 32}.get(key, 0)
                text = {"text": "\r"} if key == "Enter" and kind == "keyDown" else {}
                self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **text)

    def drag(self, begin: tuple[float, float], end: tuple[float, float], touch: bool = False) -> None:
        """Press at one place, move to another and let go, with the mouse or a finger."""
        steps = [tuple(a + (b - a) * k / 4 for a, b in zip(begin, end, strict=True)) for k in range(5)]
        if touch:
            for kind, place in (("touchStart", steps[0]), *(("touchMove", step) for step in steps[1:])):
                self.call("Input.dispatchTouchEvent", type=kind, touchPoints=[{"x": place[0], "y": place[1]}])
            self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
            return
        kinds = [
            ("mousePressed", steps[0]),
            *(("mouseMoved", step) for step in steps[1:]),
            ("mouseReleased", steps[-1]),
        ]
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=steps[0][0], y=steps[0][1])
        for kind, (x, y) in kinds:
            held = 0 if kind == "mouseReleased" else 1
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=held, clickCount=1)

    def picture(self, path: Path, whole: bool = True) -> None:
        """A PNG of the page."""
        taken = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(taken["data"]))

    def print(self, path: Path) -> None:
        """The page as it prints, as a PDF."""
        taken = self.call(
            "Page.printToPDF", preferCSSPageSize=True, printBackground=True, paperWidth=8.27, paperHeight=11.69
        )
        path.write_bytes(base64.b64decode(taken["data"]))


@contextmanager
def browsing(folder: Path) -> Iterator[Browser]:
    """A browser that ends with the block."""
    browser = Browser(folder)
    try:
        yield browser
    finally:
        browser.close()
