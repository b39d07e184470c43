"""The upkeep of LTI: grades that are due are sent, again and again until taken."""

from __future__ import annotations

import asyncio
import logging

from sqlalchemy.exc import SQLAlchemyError

from after_overdue.teaching.lti.grades import send_due
from after_overdue.teaching.lti.key import is_on
from after_overdue.teaching.store import now, store
from after_overdue.teaching.store_trouble import trouble_of
from after_overdue.web.lti_on import outside

LOG = logging.getLogger(__name__)
EVERY_SECONDS = 5


def sent() -> int:
    """Send what is due; return how many grades were taken."""
    return send_due(store(), now=now())


async def lti_upkeep() -> None:
    """Send what is due, for as long as the server lives and takes launches."""
    while is_on():
        try:
            await outside(sent)
        except SQLAlchemyError as error:
            LOG.error("The store of grades does not answer: %s", trouble_of(error))
        except Exception:
            LOG.exception("A grade could not be sent; it is tried again.")
        await asyncio.sleep(EVERY_SECONDS)
