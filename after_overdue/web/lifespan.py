"""What happens once, when the server starts."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from after_overdue import clock
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import interface
from after_overdue.catalog.parameters import parameters
from after_overdue.catalog.sources import sources
from after_overdue.errors import ContentError
from after_overdue.settings import DEFAULTS, number
from after_overdue.teaching.store import address
from after_overdue.web.class_upkeep import upkeep
from after_overdue.web.framing import framed_by
from after_overdue.web.limits import limits_of

LOG = logging.getLogger(__name__)


def lifespan(
    *at_start: Callable[[], object],
) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """Return the server's life: start-up work, then service.

    What start-up made is kept out of later garbage collections.
    """

    @asynccontextmanager
    async def life(_app: object) -> AsyncIterator[None]:
        read_settings()
        read_content()
        for work in at_start:
            work()
        gc.collect()
        gc.freeze()
        classes = asyncio.create_task(upkeep())
        yield
        classes.cancel()
        gc.unfreeze()

    return life


def read_settings() -> None:
    """Read every setting; raise SettingError, so that a wrong one stops the start."""
    clock.today()
    framed_by()
    address()
    for name in DEFAULTS:
        if name.startswith("LIMIT_"):
            limits_of(name.removeprefix("LIMIT_"))
        elif DEFAULTS[name].isdecimal():
            number(name)


def read_content() -> None:
    """Read what every page needs; what is broken is told here, and by its page."""
    try:
        for language in LANGUAGES:
            interface(language)
        parameters()
        sources()
    except ContentError as error:
        LOG.error("%s", error)
