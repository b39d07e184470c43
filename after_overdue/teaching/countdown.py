"""A countdown of a step: how long the room still has, for the desk and the wall.

It closes nothing: what happens when it has run down is the trainer's to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from after_overdue.teaching.moments import ms

SECONDS = (30, 60, 120)
"""How long a countdown may be."""
PER_SECOND, PER_MINUTE = 1000, 60


@dataclass(frozen=True)
class Countdown:
    """When a countdown ends, in milliseconds, and how many seconds are left."""

    end: int
    left: int

    @property
    def said(self) -> str:
        """Return what is left as a clock shows it.

        Examples
        --------
        >>> Countdown(0, 65).said
        '1:05'
        """
        return clock_text(self.left)


def clock_text(seconds: int) -> str:
    """Return seconds as minutes and seconds."""
    return f"{seconds // PER_MINUTE}:{seconds % PER_MINUTE:02d}"


def countdown_of(row: Row[Any], now: datetime) -> Countdown | None:
    """Return the countdown of a class; None where none was begun."""
    if row.ends_ms is None:
        return None
    left = -((ms(now) - row.ends_ms) // PER_SECOND)
    return Countdown(row.ends_ms, max(0, left))
