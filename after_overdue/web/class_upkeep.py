"""The upkeep of classes: tables made when a server starts, the expired removed."""

from __future__ import annotations

import asyncio
import logging

from sqlalchemy.exc import SQLAlchemyError

from after_overdue.teaching.expiry import expire
from after_overdue.teaching.store import now, store
from after_overdue.teaching.store_trouble import trouble_of
from after_overdue.web.in_store import in_store

LOG = logging.getLogger(__name__)
HOUR_SECONDS = 3600
RETRY_SECONDS = 30


def tidy() -> None:
    """Make the tables if need be, and remove every class whose time is over."""
    opened = store()
    expire(opened, now=now())


async def upkeep() -> None:
    """Tidy now and every hour; where the store does not answer, try again soon.

    A reader's page needs no store, so that the server starts without it.
    """
    while True:
        wait = HOUR_SECONDS
        try:
            await in_store(tidy)
        except SQLAlchemyError as error:
            LOG.error("The store of classes does not answer: %s", trouble_of(error))
            wait = RETRY_SECONDS
        except Exception as error:  # whatever it is, the next round is due
            LOG.error("Classes could not be tidied: %s", type(error).__name__)
            wait = RETRY_SECONDS
        await asyncio.sleep(wait)
