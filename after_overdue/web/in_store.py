"""Work with the store, in threads of its own: a slow database holds up no reader.

Pages are made in the server's common threads. Whoever needs the store waits for one
of these instead, and not long: then they are told to come back.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import ParamSpec, TypeVar
from weakref import WeakKeyDictionary

import anyio
from anyio import CapacityLimiter, to_thread
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from after_overdue.teaching.store import OPENED
from after_overdue.teaching.store_engine import WAIT_SECONDS
from after_overdue.teaching.store_trouble import StoreBusy
from after_overdue.web.metrics import STORE_REFUSED, STORE_SECONDS, look_at

THREADS = 12
"""As many as wait for the database at once; a store has more connections than that."""
Given = ParamSpec("Given")
Found = TypeVar("Found")

_TURNS: WeakKeyDictionary[asyncio.AbstractEventLoop, CapacityLimiter] = (
    WeakKeyDictionary()
)


async def in_store(
    work: Callable[Given, Found], *given: Given.args, **named: Given.kwargs
) -> Found:
    """Do work with the store in a thread; raise StoreBusy where none is free soon."""
    with STORE_SECONDS.time(), STORE_REFUSED.count_exceptions(SQLAlchemyError):
        async with _turn():
            alone = CapacityLimiter(1)
            task = partial(work, *given, **named)
            return await to_thread.run_sync(task, limiter=alone)


@asynccontextmanager
async def _turn() -> AsyncIterator[None]:
    turns, me = limiter(), object()
    try:
        with anyio.fail_after(WAIT_SECONDS):
            await turns.acquire_on_behalf_of(me)
    except TimeoutError as error:
        raise StoreBusy("no thread became free in time") from error
    try:
        yield
    finally:
        turns.release_on_behalf_of(me)


def limiter() -> CapacityLimiter:
    """Return what counts the threads of the running server that use the store."""
    loop = asyncio.get_running_loop()
    return _TURNS.setdefault(loop, CapacityLimiter(THREADS))


def _in_use() -> float:
    return float(sum(turns.borrowed_tokens for turns in _TURNS.values()))


def _connections() -> float:
    pools = [each.engine.pool for each in OPENED.values()]
    return float(
        sum(pool.checkedout() for pool in pools if isinstance(pool, QueuePool))
    )


look_at("store_threads_in_use", "Threads that work with the store.", _in_use)
look_at("store_connections_in_use", "Connections that are in use.", _connections)
