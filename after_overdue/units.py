"""Calendar months and their arithmetic: the unit in which a record grows old."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

ISO_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


def month_of(text: str) -> date:
    """Return the first day of the ISO month `text`; raise ValueError if it is none.

    Examples
    --------
    >>> month_of("2026-11")
    datetime.date(2026, 11, 1)
    """
    found = ISO_MONTH.fullmatch(text)
    if not found:
        raise ValueError(f"'{text}' is not a month such as 2026-11.")
    return date(int(found[1]), int(found[2]), 1)


def iso_month(day: date) -> str:
    """Return the ISO month that `day` lies in.

    Examples
    --------
    >>> iso_month(date(2026, 11, 23))
    '2026-11'
    """
    return f"{day:%Y-%m}"


@lru_cache(maxsize=2**14)  # a grid asks for the same months again and again
def months_after(day: date, months: int) -> date:
    """Return the day `months` later; a day that month lacks becomes its last.

    Examples
    --------
    >>> months_after(date(2024, 2, 29), 12)
    datetime.date(2025, 2, 28)
    """
    return day + relativedelta(months=months)
