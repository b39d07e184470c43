"""Events of classes: everybody who listens is told when a class moves on.

One task a process reads for all of them which step is shown, once the database notifies
it of a change; so a step reaches every process that serves the same database, and a
thousand listeners cost one query.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
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
RETRY_MS, LATER_MS = 1000, 3_600_000
"""How soon a browser comes back after a connection is lost, and after it was closed."""


CLOSED = ServerSentEvent(event="closed", data="", retry=LATER_MS).encode()
"""To a page that gives its stream to a newer one: it asks now and then instead."""


class Shown(NamedTuple):
    """A class as it is seen in one language."""

    class_id: str
    language: str


@dataclass
class Channel:
    """What the listeners of one class in one language were told last."""

    rev: int = 0
    event: bytes = b""
    listeners: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, rev: int, event: bytes) -> None:
        """Tell every listener."""
        self.rev, self.event = rev, event
        self.wake()

    def wake(self) -> None:
        """Have every listener look at what there is."""
        self.changed.set()
        self.changed = asyncio.Event()


@dataclass(eq=False)
class Listener:
    """One stream of a learner."""

    channel: Channel
    is_closed: bool = False


class Events:
    """The listeners of one process, by class and language."""

    def __init__(self) -> None:
        self.channels: dict[Shown, Channel] = {}
        self.task: asyncio.Task[None] | None = None
        self.open: Counter[str] = Counter()
        self.mine: defaultdict[int, list[Listener]] = defaultdict(list)
        self.due: set[Shown] = set()
        self.changed = asyncio.Event()

    def is_full(self, address: str) -> bool:
        """Return whether an address listens often enough already."""
        return self.open[address] >= number("MOST_STREAMS")

    def _come(self, learner: int, channel: Channel) -> Listener:
        """Give a learner one more stream, and close the oldest of too many."""
        mine = self.mine[learner]
        mine.append(Listener(channel))
        for oldest in mine[: -number("MOST_STREAMS_LEARNER")]:
            oldest.is_closed = True
            oldest.channel.wake()
        return mine[-1]

    def _go(self, learner: int, listener: Listener) -> None:
        self.mine[learner].remove(listener)
        if not self.mine[learner]:
            del self.mine[learner]

    async def listen(
        self, shown: Shown, address: str, learner: int
    ) -> AsyncIterator[bytes]:
        """Yield the state of a class now, and at every change of it.

        Parameters
        ----------
        address : from where, counted until the listener goes
        learner : id of who listens; the oldest of too many streams is closed
        """
        self.open[address] += 1
        channel = self.channels.setdefault(shown, Channel())
        channel.listeners += 1
        listener = self._come(learner, channel)
        STREAMS.inc()
        if not channel.rev:
            self._note(shown.class_id)
        if self.task is None or self.task.done():
            self.task = asyncio.create_task(self._watch())
        seen = 0
        try:
            while seen != GONE and not listener.is_closed:
                if channel.rev == seen:
                    await channel.changed.wait()
                else:
                    seen = channel.rev
                    yield channel.event
            if listener.is_closed:
                yield CLOSED
        finally:
            channel.listeners -= 1
            self._go(learner, listener)
            self.open[address] -= 1
            self.open += Counter()  # forgets who is gone
            STREAMS.dec()
            if not channel.listeners and self.channels.get(shown) is channel:
                del self.channels[shown]

    def _note(self, class_id: str) -> None:
        """Have a class looked at; all of them where none is named."""
        self.due.update(
            each for each in self.channels if class_id in ("", each.class_id)
        )
        self.changed.set()

    async def _watch(self) -> None:
        url = with_driver(address())
        notified = asyncio.create_task(listen(url, self._note))
        try:
            while self.channels:
                await self.changed.wait()
                await self._look_at_due()
        finally:
            if not notified.cancelling():  # twice, and it would not close
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

    async def _look(self, due: Sequence[Shown]) -> None:
        if not due:
            return
        found = await in_store(revs_of, {each.class_id for each in due})
        for shown in due:
            channel, rev = self.channels.get(shown), found.get(shown.class_id, GONE)
            if channel is not None and channel.rev != rev:
                await self._tell(channel, shown, rev)

    async def _tell(self, channel: Channel, shown: Shown, rev: int) -> None:
        """Tell a class; one that cannot be drawn keeps no other from being told."""
        try:
            channel.tell(*await in_store(event_of, shown))
        except SQLAlchemyError:
            raise
        except Exception:
            LOG.exception("A step of a class cannot be drawn; its learners wait.")
            channel.rev = rev


def event_of(shown: Shown) -> tuple[int, bytes]:
    """Return the rev of a class now, and the event that tells it."""
    try:
        rev, html = shared_step(shown)
    except ClassError:
        return GONE, ServerSentEvent(event="gone", data="").encode()
    data = json.dumps({"rev": rev, "step": html}, ensure_ascii=False)
    return rev, ServerSentEvent(event="step", data=data, retry=RETRY_MS).encode()


def revs_of(class_ids: Collection[str]) -> dict[str, int]:
    """Return the rev of each of these classes that is there now."""
    opened = store()
    return revs(opened, list(class_ids), now=now())


_STEPS: dict[Shown, tuple[int, str]] = {}
MOST_STEPS_KEPT = 256


def shared_step(shown: Shown) -> tuple[int, str]:
    """Return the rev of a class and what everybody sees of it, drawn once a rev."""
    rev = revs_of([shown.class_id]).get(shown.class_id)
    kept = _STEPS.get(shown)
    if kept is not None and kept[0] == rev:
        return kept
    scene, room = stage(store(), shown.class_id, now=now())
    drawn = scene.rev, step_html(scene.in_language(shown.language), room)
    if len(_STEPS) >= MOST_STEPS_KEPT:
        _STEPS.clear()
    _STEPS[shown] = drawn
    return drawn


_EVENTS: WeakKeyDictionary[asyncio.AbstractEventLoop, Events] = WeakKeyDictionary()


def events() -> Events:
    """Return the listeners of the running process."""
    return _EVENTS.setdefault(asyncio.get_running_loop(), Events())
