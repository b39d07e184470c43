"""Moments as the tables keep them: whole milliseconds since 1970, UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def ms(moment: datetime) -> int:
    """Return a moment in milliseconds.

    Examples
    --------
    >>> ms(datetime(1970, 1, 1, 0, 0, 1, 500_000, tzinfo=UTC))
    1500
    """
    return (moment - EPOCH) // timedelta(milliseconds=1)


def moment(milliseconds: int) -> datetime:
    """Return the moment that a table keeps."""
    return EPOCH + timedelta(milliseconds=milliseconds)


def local(moment: datetime, zone: str) -> datetime:
    """Return a moment as the clocks of a zone show it, to the second.

    Examples
    --------
    >>> local(EPOCH, "Asia/Shanghai").isoformat()
    '1970-01-01T08:00:00'
    """
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, microsecond=0)
