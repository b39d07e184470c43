"""How many files and connections this process may hold: as many as it is allowed."""

from __future__ import annotations

import logging
from datetime import date

from after_overdue.catalog.parameters import value

LOG = logging.getLogger(__name__)
EACH, BESIDES = 2, 200
"""Connections of a learner: a stream, and a form on its way; files of all else."""


def needed(today: date) -> int:
    """Return how many files the largest class takes."""
    return int(value("class_session.most_learners", today).number) * EACH + BESIDES


def raise_limit() -> int | None:
    """Raise this process's limit as far as it may; return it, None where there is none.

    A server that runs into it refuses connections, and readers see an empty page.
    """
    try:
        import resource
    except ImportError:  # not on Windows, which has no such limit
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    enough = hard if hard != resource.RLIM_INFINITY else max(soft, 65536)
    if soft < enough:
        resource.setrlimit(resource.RLIMIT_NOFILE, (enough, hard))
    return max(soft, enough)


def check_limit(today: date) -> None:
    """Raise the limit; warn where the largest class would not fit."""
    most, enough = raise_limit(), needed(today)
    if most is not None and most < enough:
        message = (
            "This process may hold %d files; the largest class takes %d. Raise it."
        )
        LOG.warning(message, most, enough)
