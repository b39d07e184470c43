"""Work: how long the processor was busy for a request, in the threads it was given."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from starlette.concurrency import run_in_threadpool

P = ParamSpec("P")
T = TypeVar("T")


@dataclass
class Work:
    """What one request has cost so far.

    Attributes
    ----------
    seconds : of one processor
    """

    seconds: float = 0

    @property
    def milliseconds(self) -> int:
        """Whole milliseconds; what was kept ready costs none."""
        return int(self.seconds * 1000)


WORK: ContextVar[Work | None] = ContextVar("work", default=None)


async def in_thread(task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what a task returns in a thread; its request is told what it cost."""
    return await run_in_threadpool(_measured, WORK.get(), lambda: task(*args, **kwargs))


def _measured(work: Work | None, task: Callable[[], T]) -> T:
    begun = time.thread_time()
    try:
        return task()
    finally:
        if work is not None:
            work.seconds += time.thread_time() - begun
