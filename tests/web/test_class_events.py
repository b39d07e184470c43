"""Everybody who listens to a class is told its steps, whoever took them."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Queue

from anyio.from_thread import start_blocking_portal

from after_overdue.teaching import store_notifications
from after_overdue.teaching.class_session import command
from after_overdue.teaching.store import Store
from after_overdue.web.class_events import Events, Shown
from tests.web.class_room import now

PATIENCE_SECONDS = 60
NEVER_SECONDS = 10_000


@contextmanager
def listening(class_id: str) -> Iterator[Queue]:
    """The revs that a learner's page is told."""
    queue: Queue[int] = Queue()
    events = Events()

    async def listen() -> None:
        async for event in events.listen(Shown(class_id, "en"), "192.0.2.1", 7):
            data = event.decode().partition("data: ")[2].partition("\r\n")[0]
            queue.put(json.loads(data)["rev"])

    async def rest() -> None:
        """Let the look that is on its way give its connection back."""
        while events.channels:
            await asyncio.sleep(0)
        events.changed.set()
        await events.task

    with start_blocking_portal() as server:
        task = server.start_task_soon(listen)
        yield queue
        task.cancel()
        server.call(rest)


def test_a_step_that_another_server_took_reaches_a_learner(room, database) -> None:
    other = Store(database)
    with listening(room.opened.class_id) as queue:
        for rev, name in enumerate(("open", "reveal", "next"), 1):
            assert queue.get(timeout=PATIENCE_SECONDS) == rev
            command(other, room.opened.host_secret, rev=rev, command=name, now=now())
        assert queue.get(timeout=PATIENCE_SECONDS) == 4
    other.close()


def test_a_step_reaches_a_learner_without_a_look(room, monkeypatch) -> None:
    for name in ("LOOK_SECONDS", "FILE_LOOK_SECONDS"):
        monkeypatch.setattr(store_notifications, name, NEVER_SECONDS)
    with listening(room.opened.class_id) as queue:
        assert queue.get(timeout=PATIENCE_SECONDS) == 1
        room.press("open")
        assert queue.get(timeout=PATIENCE_SECONDS) == 2


def test_a_step_reaches_a_learner_whose_server_is_not_notified(
    room, monkeypatch
) -> None:
    monkeypatch.setattr(store_notifications, "FILE_LOOK_SECONDS", 0.01)
    monkeypatch.setattr(store_notifications, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr("after_overdue.teaching.class_session.notify", lambda *_: None)
    with listening(room.opened.class_id) as queue:
        assert queue.get(timeout=PATIENCE_SECONDS) == 1
        room.press("open")
        assert queue.get(timeout=PATIENCE_SECONDS) == 2
