"""What happens once, when the server starts."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from after_overdue import clock
from after_overdue.errors import ContentError
from after_overdue.web.checked_settings import check_settings
from after_overdue.web.class_upkeep import upkeep
from after_overdue.web.lti_upkeep import lti_upkeep
from after_overdue.web.open_files import check_limit
from after_overdue.web.readiness import read_content

LOG = logging.getLogger(__name__)


def lifespan(
    *at_start: Callable[[], object],
) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """Return the server's life: start-up work, then service.

    What start-up made is kept out of later garbage collections.
    """

    @asynccontextmanager
    async def life(_app: object) -> AsyncIterator[None]:
        check_settings()
        tell_content()
        for work in at_start:
            work()
        gc.collect()
        gc.freeze()
        tasks = {asyncio.create_task(each()) for each in (upkeep, lti_upkeep)}
        yield
        for each in tasks:
            each.cancel()
        await asyncio.wait(tasks)  # a thread of theirs gives its connection back
        gc.unfreeze()

    return life


def tell_content() -> None:
    """Read what every page needs; what is broken is told here, and by its page."""
    try:
        read_content()
        check_limit(clock.today())
    except ContentError as error:
        LOG.error("%s", error)
