"""Where requests are counted: in this process, or in Valkey for all of them together.

While Valkey does not answer, each process counts for itself: nobody waits for it.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from limits import RateLimitItem
from limits.aio.storage import Storage
from limits.aio.strategies import FixedWindowRateLimiter as SharedWork
from limits.aio.strategies import SlidingWindowCounterRateLimiter as Shared
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import (
    FixedWindowRateLimiter,
    RateLimiter,
    SlidingWindowCounterRateLimiter,
)
from valkey.exceptions import ValkeyError

from after_overdue.settings import setting

LOG = logging.getLogger(__name__)
LIMITER = SlidingWindowCounterRateLimiter(MemoryStorage())
"""Counts of this process alone."""
WORK = "work"
"""The kind that counts work done: it is known afterwards, so that the last of a time
may take more than was left, and all of it counts."""
WORK_LIMITER = FixedWindowRateLimiter(LIMITER.storage)
PORT = 6379
"""Where Valkey listens unless its address says otherwise."""
ANSWER_SECONDS, AWAY_SECONDS = 0.25, 5
"""How long Valkey is waited for; how long it is left alone once it did not answer."""
AWAY = (ValkeyError, OSError, TimeoutError)


@dataclass
class Counts:
    """The counts that all processes share, and until when they are left alone."""

    url: str
    requests: Shared
    work: SharedWork
    away_until: float = -float("inf")

    def of(self, kind: str) -> Shared | SharedWork:
        """Return what counts a kind."""
        return self.work if kind == WORK else self.requests


_SHARED: WeakKeyDictionary[asyncio.AbstractEventLoop, Counts] = WeakKeyDictionary()


async def has_room(limit: RateLimitItem, *who: str, count: bool, cost: int = 1) -> bool:
    """Return whether one more is allowed.

    Parameters
    ----------
    who : the kind of request, and who is counted
    count : whether to count this one
    cost : how much of the limit it takes
    """
    counts = _shared()
    if counts is not None:
        shared = counts.of(who[0])
        asked = shared.hit if count else shared.test
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                return await asked(limit, *who, cost=cost)
        except AWAY as error:
            _leave_alone(counts, error)
    own = _own(who[0])
    asked_here = own.hit if count else own.test
    if asked_here(limit, *who, cost=cost):
        return True
    if own.get_window_stats(limit, *who).reset_time <= time.time() + limit.get_expiry():
        return False
    own.clear(limit, *who)  # counted by a clock that has been put back since
    return asked_here(limit, *who, cost=cost)


async def free_again(limit: RateLimitItem, *who: str) -> float:
    """Return when there is room again, as seconds since 1970."""
    counts = _shared()
    if counts is not None:
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                shared = counts.of(who[0])
                return (await shared.get_window_stats(limit, *who)).reset_time
        except AWAY as error:
            _leave_alone(counts, error)
    return _own(who[0]).get_window_stats(limit, *who).reset_time


def _own(kind: str) -> RateLimiter:
    return WORK_LIMITER if kind == WORK else LIMITER


def _shared() -> Counts | None:
    url = setting("VALKEY_URL")
    if not url:
        return None
    loop = asyncio.get_running_loop()
    counts = _SHARED.get(loop)
    if counts is None or counts.url != url:
        storage = _storage(url)
        counts = Counts(url, Shared(storage), SharedWork(storage))
        _SHARED[loop] = counts
    return counts if time.monotonic() >= counts.away_until else None


def _storage(url: str) -> Storage:
    scheme, place, path, *_ = urlsplit(url)
    if urlsplit(url).port is None:
        place = f"{place.rstrip(':')}:{PORT}"
    storage = storage_from_string(
        f"async+{scheme}://{place}{path}",
        socket_timeout=ANSWER_SECONDS,
        socket_connect_timeout=ANSWER_SECONDS,
        key_prefix="after-overdue",
    )
    if not isinstance(storage, Storage):
        raise TypeError(f"{scheme} is no storage for an event loop.")
    return storage


def _leave_alone(counts: Counts, error: BaseException) -> None:
    counts.away_until = time.monotonic() + AWAY_SECONDS
    kind = type(error).__name__
    LOG.warning("Valkey does not answer (%s); this process counts for itself.", kind)
