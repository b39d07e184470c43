"""Events of classes: everybody who listens is told when a class moves on.

One task a process reads for all of them which step is shown, once the database notifies
it of a change; so a step reaches every process that serves the same database, and a
thousand listeners cost one query.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from sqlalchemy.exc import SQLAlchemyError
from sse_starlette import ServerSentEvent

from after_overdue.errors import ClassError
from after_overdue.settings import number
from after_overdue.teaching.class_session import revs, stage
from after_overdue.teaching.store import now, store
from after_overdue.teaching.store_address import address, with_driver
from after_overdue.teaching.store_notifications import listen
from after_overdue.teaching.store_trouble import trouble_of
from after_overdue.web.class_pages import step_html
from after_overdue.web.in_store import in_store
from after_overdue.web.metrics import STREAMS

LOG = logging.getLogger(__name__)
BROKEN_SECONDS = 2.0
"""How soon the database is asked again while it does not answer."""
GONE = -1
RETRY_MS = 1000
"""How soon a browser comes back after a connection is lost."""


@dataclass
class Channel:
    """What the listeners of one class were told last."""

    rev: int = 0
    event: bytes = b""
    listeners: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, rev: int, event: bytes) -> None:
        """Wake every listener."""
        self.rev, self.event = rev, event
        self.changed.set()
        self.changed = asyncio.Event()


class Events:
    """The listeners of one process, by class."""

    def __init__(self) -> None:
        self.channels: dict[str, Channel] = {}
        self.task: asyncio.Task[None] | None = None
        self.open: Counter[str] = Counter()
        self.due: set[str] = set()
        self.changed = asyncio.Event()

    def is_full(self, address: str, learner: str) -> bool:
        """Return whether an address or a learner listens often enough already."""
        by_address = self.open[address] >= number("MOST_STREAMS")
        return by_address or self.open[learner] >= number("MOST_STREAMS_LEARNER")

    async def listen(self, class_id: str, *who: str) -> AsyncIterator[bytes]:
        """Yield the state of a class now, and at every change of it.

        Parameters
        ----------
        who : who listens, counted until they go
        """
        self.open.update(who)
        channel = self.channels.setdefault(class_id, Channel())
        channel.listeners += 1
        STREAMS.inc()
        if not channel.rev:
            self._note(class_id)
        if self.task is None or self.task.done():
            self.task = asyncio.create_task(self._watch())
        seen = 0
        try:
            while seen != GONE:
                if channel.rev == seen:
                    await channel.changed.wait()
                seen = channel.rev
                yield channel.event
        finally:
            channel.listeners -= 1
            self.open.subtract(who)
            self.open += Counter()  # forgets who is gone
            STREAMS.dec()
            if not channel.listeners and self.channels.get(class_id) is channel:
                del self.channels[class_id]

    def _note(self, class_id: str) -> None:
        """Have a class looked at; all of them where none is named."""
        self.due.update([class_id] if class_id else self.channels)
        self.changed.set()

    async def _watch(self) -> None:
        url = with_driver(address())
        notified = asyncio.create_task(listen(url, self._note))
        try:
            while self.channels:
                await self.changed.wait()
                await self._look_at_due()
        finally:
            notified.cancel()

    async def _look_at_due(self) -> None:
        self.changed.clear()
        due, self.due = self.due, set()
        try:
            await self._look([each for each in due if each in self.channels])
        except SQLAlchemyError as error:
            LOG.error("The classes cannot be read: %s", trouble_of(error))
            await asyncio.sleep(BROKEN_SECONDS)
            self.due |= due
            self.changed.set()

    async def _look(self, class_ids: Sequence[str]) -> None:
        if not class_ids:
            return
        found = await in_store(revs_of, class_ids)
        for class_id in class_ids:
            channel, rev = self.channels.get(class_id), found.get(class_id, GONE)
            if channel is not None and channel.rev != rev:
                await self._tell(channel, class_id, rev)

    async def _tell(self, channel: Channel, class_id: str, rev: int) -> None:
        """Tell a class; one that cannot be drawn keeps no other from being told."""
        try:
            channel.tell(*await in_store(event_of, class_id))
        except SQLAlchemyError:
            raise
        except Exception:
            LOG.exception("A step of a class cannot be drawn; its learners wait.")
            channel.rev = rev


def event_of(class_id: str) -> tuple[int, bytes]:
    """Return the rev of a class now, and the event that tells it."""
    try:
        rev, html = shared_step(class_id)
    except ClassError:
        return GONE, ServerSentEvent(event="gone", data="").encode()
    data = json.dumps({"rev": rev, "step": html}, ensure_ascii=False)
    return rev, ServerSentEvent(event="step", data=data, retry=RETRY_MS).encode()


def revs_of(class_ids: Sequence[str]) -> dict[str, int]:
    """Return the rev of each of these classes that is there now."""
    opened = store()
    return revs(opened, class_ids, now=now())


_STEPS: dict[str, tuple[int, str]] = {}
MOST_STEPS_KEPT = 256


def shared_step(class_id: str) -> tuple[int, str]:
    """Return the rev of a class and what everybody sees of it, drawn once a rev."""
    rev = revs_of([class_id]).get(class_id)
    kept = _STEPS.get(class_id)
    if kept is not None and kept[0] == rev:
        return kept
    scene, room = stage(store(), class_id, now=now())
    drawn = scene.rev, step_html(scene, room)
    if len(_STEPS) >= MOST_STEPS_KEPT:
        _STEPS.clear()
    _STEPS[class_id] = drawn
    return drawn


_EVENTS: WeakKeyDictionary[asyncio.AbstractEventLoop, Events] = WeakKeyDictionary()


def events() -> Events:
    """Return the listeners of the running process."""
    return _EVENTS.setdefault(asyncio.get_running_loop(), Events())
