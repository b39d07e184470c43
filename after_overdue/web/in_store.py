"""Work with the store, in threads of its own: a slow database holds up no reader.

Pages are made in the server's common threads. Whoever needs the store waits for one
of these instead, and not long: then they are told to come back.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

import anyio
from anyio import CapacityLimiter, to_thread

from after_overdue.teaching.store import WAIT_SECONDS, StoreBusy

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
    turns, me = limiter(), object()
    try:
        with anyio.fail_after(WAIT_SECONDS):
            await turns.acquire_on_behalf_of(me)
    except TimeoutError as error:
        raise StoreBusy("no thread became free in time") from error
    try:
        alone: Any = CapacityLimiter(1)
        return await to_thread.run_sync(partial(work, *given, **named), limiter=alone)
    finally:
        turns.release_on_behalf_of(me)


def limiter() -> CapacityLimiter:
    """Return what counts the threads of the running server that use the store."""
    loop = asyncio.get_running_loop()
    return _TURNS.setdefault(loop, CapacityLimiter(THREADS))
