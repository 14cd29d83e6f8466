"""A real browser, driven over its debugging pipe."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


class Chromium:
    """A tab of a headless Chromium, spoken to over its debugging pipe."""

    def __init__(self, program: str, profile: Path) -> None:
        child_in, self._to = os.pipe()
        self._from, child_out = os.pipe()
        self._log = (profile.parent / "chromium.log").open("wb")
        script = 'exec 3<&"$1" 4>&"$2"; shift 2; exec "$@"'
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                 "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-dev-shm-usage",
                 "--window-size=1400,1000", f"--user-data-dir={profile}", "--remote-debugging-pipe")  # fmt: skip
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", script, "bash", str(child_in), str(child_out), program, *flags],
            pass_fds=(child_in, child_out), stdout=self._log, stderr=self._log,
        )  # fmt: skip
        os.close(child_in)
        os.close(child_out)
        self._left = b""
        self._number = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for name in ("Page.enable", "Runtime.enable", "Log.enable", "Network.enable"):
            self.ask(name)
        self.ask("Emulation.setDeviceMetricsOverride", width=1400, height=1000, deviceScaleFactor=1, mobile=False)

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return dict(answer["result"])
            self.events.append(answer)

    def open(self, file: Path, *, scripts: bool = True) -> None:
        self.events.clear()
        self.ask("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.ask("Page.navigate", url=file.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._read())

    def run(self, script: str) -> Any:
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def shot(self, file: Path) -> None:
        file.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def complaints(self) -> list[dict[str, Any]]:
        """Exceptions, console messages and blocked content."""
        bad = {"Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded", "Page.javascriptDialogOpening"}
        return [event for event in self.events if event.get("method") in bad]

    def requests(self) -> list[str]:
        sent = (event for event in self.events if event.get("method") == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in sent]

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(20)
        os.close(self._to)
        os.close(self._from)
        self._log.close()

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            more = os.read(self._from, 1 << 16)
            assert more, "the browser went away"
            self._left += more
        one, _, self._left = self._left.partition(b"\0")
        return dict(json.loads(one))


@contextmanager
def started(folder: Path) -> Iterator[Chromium]:
    """A tab of the Chromium of this machine; without one the test is skipped, or fails where one is required."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    program = next((found for found in map(shutil.which, names) if found), None)
    if program is None:
        if os.environ.get("ARCHSCAN_TEST_BROWSER") == "required":
            pytest.fail("no Chromium here, and the tests were told that there is one")
        pytest.skip("needs Chromium or Chrome")
    tab = Chromium(program, folder / "profile")
    try:
        yield tab
    finally:
        tab.close()
