"""What happens once, when the server starts."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import interface
from after_overdue.catalog.parameters import parameters
from after_overdue.catalog.sources import sources


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Read the content, then keep what start-up made out of later collections.

    Broken content does not stop the server: the page that needs it says so.
    """
    for language in LANGUAGES:
        interface(language)
    parameters()
    sources()
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
