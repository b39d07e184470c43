"""A room for tests of HTTP: a trainer, learners, and what they send."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.testclient import TestClient

from after_overdue.clock import now
from after_overdue.teaching.class_session import (
    HostView,
    Opened,
    command,
    host_view,
    responses,
)
from after_overdue.teaching.store import Store

JSON = {"accept": "application/json"}
PREVIEW = {"user-agent": "LinkPreview/1.0"}


def hidden(html: str, name: str) -> str:
    """The value of a hidden field of a form."""
    return re.search(rf'name="{name}" value="([^"]*)"', html)[1]


def alert(html: str) -> str:
    """The sentence with which a page refuses something."""
    return re.search(r'role="alert">([^<]*)<', html)[1]


@dataclass
class Phone:
    """A learner's browser."""

    client: TestClient
    opened: Opened
    link: str = ""
    joined: dict[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """The address of the class."""
        return f"/class/{self.opened.class_id}/"

    def join(self, nickname: str = "", *, presses: int = 1) -> "Phone":
        """Join by the link, as a reader of the page does."""
        page = self.client.get(f"/join/{self.opened.join_secret}").text
        names = ("secret", "token")
        self.joined = {name: hidden(page, name) for name in names}
        form = {**self.joined, "nickname": nickname}
        for _ in range(presses):
            found = self.client.post(f"{self.place}join", data=form)
        assert found.status_code == 200, found.text
        self.link = f"{self.place}me/{self.joined['token']}/"
        return self

    def answer(self, step: int, *, to: str = "", **fields: object):
        """Send an answer as our script does."""
        form = {"step": step, **fields}
        return self.client.post(f"{to or self.place}answer", data=form, headers=JSON)


@dataclass
class Room:
    """A class, its trainer, and a way to bring learners in."""

    store: Store
    opened: Opened
    phone: Callable[[], Phone]

    def view(self) -> HostView:
        """What the trainer sees."""
        return host_view(self.store, self.opened.host_secret, now=now())

    def press(self, *names: str) -> HostView:
        """Press buttons as the trainer."""
        for name in names:
            secret, rev = self.opened.host_secret, self.view().scene.rev
            command(self.store, secret, rev=rev, command=name, now=now())
        return self.view()

    def responses(self, step: int = 0) -> list[object]:
        """What the room answered to a step."""
        return responses(self.store, self.opened.host_secret, step, now=now())

    def goes_on(self, phone: Phone) -> bool:
        """Whether the class goes on: a learner answers and the trainer sees it."""
        before = len(self.responses())
        taken = phone.answer(0, month=25, seq=9).status_code == 200
        return taken and len(self.responses()) - before in (0, 1)
