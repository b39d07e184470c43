"""Whether this process can serve: the store answers, its tables fit, content reads.

`/healthz` says that a process lives and asks nothing; `/readyz` is for a balancer.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import interface
from after_overdue.catalog.parameters import parameters
from after_overdue.catalog.sources import sources
from after_overdue.errors import ContentError
from after_overdue.teaching.store import store
from after_overdue.teaching.store_trouble import StoreVersion
from after_overdue.web.in_store import in_store

KEPT_SECONDS = 1
"""However often it is asked, the store is asked once in this time."""
FINE = "ok"


def read_content() -> None:
    """Read what every page needs; raise ContentError where it is broken."""
    for language in LANGUAGES:
        interface(language)
    parameters()
    sources()


@dataclass
class Readiness:
    """What was found last, and when."""

    found: Mapping[str, str] = field(default_factory=dict)
    at: float = -float("inf")
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def state(self) -> Mapping[str, str]:
        """Return what each part says, asked lately."""
        async with self.asking:
            if time.monotonic() - self.at >= KEPT_SECONDS:
                self.found = {**await _store(), "content": await _content()}
                self.at = time.monotonic()
            return self.found


async def _store() -> dict[str, str]:
    try:
        await in_store(_asked)
    except StoreVersion:
        return {"store": FINE, "schema": "is of another version"}
    except SQLAlchemyError:
        return {"store": "does not answer", "schema": "is not known"}
    return {"store": FINE, "schema": FINE}


def _asked() -> None:
    with store().read() as connection:
        connection.execute(text("select 1"))


async def _content() -> str:
    try:
        await run_in_threadpool(read_content)
    except ContentError:
        return "is broken"
    return FINE


_KNOWN: WeakKeyDictionary[asyncio.AbstractEventLoop, Readiness] = WeakKeyDictionary()


async def ready(_request: Request) -> JSONResponse:
    """Answer 200 where everything is fine, else 503; with what each part says."""
    loop = asyncio.get_running_loop()
    found = await _KNOWN.setdefault(loop, Readiness()).state()
    status = 200 if set(found.values()) == {FINE} else 503
    return JSONResponse(dict(found), status, {"cache-control": "no-store"})


routes = [Route("/readyz", ready)]
