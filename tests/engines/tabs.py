"""A tab of Firefox and a tab of WebKit, driven alike.

Firefox is spoken to by WebDriver BiDi, as Debian has no geckodriver; WebKit by its
WebDriver. Both take keys and presses in the same form.
"""

import json
import os
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import WebKitGTK, WebKitGTKOptions, WebKitGTKService
from selenium.webdriver.common.bidi.common import command_builder
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.websocket_connection import WebSocketConnection

from scripts.engines import program

WAIT_SECONDS, POLL_SECONDS = 60, 0.1
ANSWER_SECONDS, ANSWER_POLL_SECONDS = 60, 0.005
SCREEN = ["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1400x1000x24"]
LISTENS = "BiDi listening on "
GIVEN_UP = "NS_BINDING_ABORTED"
"""What Firefox says of a load that it gave up for one that the page before began."""
HEARD = "return window.complaints ?? []"
FOUND = """
const [selector, words = ""] = arguments;
const shadows = (root) => [root, ...[...root.querySelectorAll("*")]
    .flatMap((each) => each.shadowRoot ? shadows(each.shadowRoot) : [])];
const seen = shadows(document).flatMap((root) => [...root.querySelectorAll(selector)])
    .findLast((each) => each.checkVisibility() && each.textContent.includes(words));
"""
"""What a selector and some words find, in shadows too: a figure stands in one."""
MIDDLE = """
if (!seen) return null;
seen.scrollIntoView({ block: "center", behavior: "instant" });
const { x, y, width, height } = seen.getBoundingClientRect();
const middle = [Math.round(x + width / 2), Math.round(y + height / 2)];
return seen.contains(seen.getRootNode().elementFromPoint(...middle)) ? middle : null;
"""
"""Where to press, once nothing lies over it."""
CALLED = """(script, given) =>
    JSON.stringify(Function(script).apply(null, JSON.parse(given)) ?? null)"""


class Tab(ABC):
    """A tab: what its engine does in its own way, and what follows from that."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    @abstractmethod
    def go(self, address: str) -> None:
        """Open an address, and return once it has loaded."""

    @abstractmethod
    def run(self, script: str, *given: object) -> Any:
        """Return what a script in the page returns."""

    @abstractmethod
    def act(self, *actions: dict[str, Any]) -> None:
        """Do with keys or a pointer what WebDriver calls actions."""

    @abstractmethod
    def sized(self, width: int, height: int) -> None:
        """Make the window so large, or as small as its engine can."""

    @abstractmethod
    def enter(self) -> None:
        """Go on inside the only frame of the page."""

    @abstractmethod
    def leave(self) -> None:
        """Go on in the page that holds the frame."""

    def until(self, script: str, *given: object) -> Any:
        """Return what a script returns as soon as that is something."""
        end = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < end:
            if found := self.run(script, *given):
                return found
            time.sleep(POLL_SECONDS)
        where = self.run("return location.href")
        raise AssertionError(f"It is not so at {where}: {given} {script}")

    def at_rest(self, script: str, *given: object) -> Any:
        """Return what a script returns once it returns the same again."""
        before, found = None, self.until(script, *given)
        while found != before:
            time.sleep(POLL_SECONDS)
            before, found = found, self.until(script, *given)
        return found

    def shown(self, selector: str, words: str = "") -> str:
        """Return the words of what a selector and some words find, once it shows."""
        found = self.until(f"{FOUND} return seen && [seen.innerText]", selector, words)
        return str(found[0])

    def seen(self, selector: str) -> str:
        """Return what a selector finds, once it shows, as text of the page."""
        return str(self.until(f"{FOUND} return seen?.outerHTML", selector))

    def press(self, selector: str, keys: str) -> None:
        """Press keys on what a selector finds."""
        self.until(f"{FOUND} seen?.focus(); return Boolean(seen)", selector)
        steps = [
            {"type": kind, "value": key}
            for key in keys
            for kind in ("keyDown", "keyUp")
        ]
        self.act({"type": "key", "id": "keys", "actions": steps})

    def click(self, selector: str, words: str = "") -> None:
        """Press the pointer on what a selector and some words find."""
        x, y = self.at_rest(FOUND + MIDDLE, selector, words)
        steps: list[dict[str, object]] = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self.act({"type": "pointer", "id": "pointer", "actions": steps})

    def open(self, address: str) -> None:
        """Open an address, and keep what the page before it complained of."""
        self.kept += self.run(HEARD)
        self.go(address)

    def complaints(self) -> list[str]:
        """Return what scripts have complained of since this was asked before."""
        found, self.kept = self.kept + self.run(HEARD), []
        self.run("window.complaints = []")
        return found


class Firefox(Tab):
    """A tab of a Firefox that listens at an address."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.line = WebSocketConnection(address, ANSWER_SECONDS, ANSWER_POLL_SECONDS)
        self.ask("session.new", capabilities={})
        # The tab that it starts with still loads a page of its own.
        own = self.ask("browsingContext.create", type="tab")
        self.top = self.context = own["context"]

    def ask(self, method: str, **params: object) -> Any:
        """Return what the browser answers to a command."""
        return self.line.execute(command_builder(method, params))

    def go(self, address: str) -> None:
        given = {"context": self.top, "url": address, "wait": "complete"}
        try:
            self.ask("browsingContext.navigate", **given)
        except WebDriverException as error:
            if GIVEN_UP not in str(error):
                raise
            self.ask("browsingContext.navigate", **given)

    def run(self, script: str, *given: object) -> Any:
        texts = [
            {"type": "string", "value": each} for each in (script, json.dumps(given))
        ]
        told = self.ask(
            "script.callFunction",
            functionDeclaration=CALLED,
            arguments=texts,
            awaitPromise=True,
            target={"context": self.context},
        )
        if told["type"] == "exception":
            raise AssertionError(told["exceptionDetails"]["text"])
        return json.loads(told["result"]["value"])

    def act(self, *actions: dict[str, Any]) -> None:
        self.ask("input.performActions", context=self.context, actions=actions)

    def sized(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self.ask("browsingContext.setViewport", context=self.top, viewport=size)

    def enter(self) -> None:
        (top,) = self.ask("browsingContext.getTree", root=self.top)["contexts"]
        self.context = top["children"][0]["context"]

    def leave(self) -> None:
        self.context = self.top


class WebKit(Tab):
    """A tab of a WebKitGTK on a display."""

    def __init__(self, display: str) -> None:
        super().__init__()
        plain = {"DISPLAY": display, "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}
        service = WebKitGTKService(program("webkit"), env={**os.environ, **plain})
        self.driver = WebKitGTK(WebKitGTKOptions(), service)

    def go(self, address: str) -> None:
        self.driver.get(address)

    def run(self, script: str, *given: object) -> Any:
        return self.driver.execute_script(script, *given)

    def act(self, *actions: dict[str, Any]) -> None:
        self.driver.execute(Command.W3C_ACTIONS, {"actions": actions})

    def sized(self, width: int, height: int) -> None:
        self.driver.set_window_size(width, height)

    def enter(self) -> None:
        self.driver.switch_to.frame(0)

    def leave(self) -> None:
        self.driver.switch_to.default_content()


@contextmanager
def firefox() -> Iterator[Tab]:
    """Run Firefox for as long as a test needs it."""
    with tempfile.TemporaryDirectory(prefix="after-overdue-firefox-") as profile:
        own = ["--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        with running(program("firefox"), "--headless", *own) as process:
            told = next(line for line in process.stderr if LISTENS in line)
            tab = Firefox(f"{told.split()[-1]}/session")
            yield tab
            tab.line.close()


@contextmanager
def webkit() -> Iterator[Tab]:
    """Run WebKit for as long as a test needs it, on a display that nobody sees."""
    with running(program("display"), *SCREEN) as display:
        tab = WebKit(f":{display.stdout.readline().strip()}")
        yield tab
        tab.driver.quit()


@contextmanager
def running(*command: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program, and end it whatever happens."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()
