"""Calendar months, in which a record grows old, and numbers as they are written."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from dateutil.relativedelta import relativedelta


def positional(number: float) -> str:
    """Return a number with all its digits and no power of ten.

    Examples
    --------
    >>> positional(5e-05), positional(123456789.12), positional(12.0)
    ('0.00005', '123456789.12', '12')
    """
    text = f"{Decimal(repr(number)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def iso_month(day: date) -> str:
    """Return the ISO month that `day` lies in.

    Examples
    --------
    >>> iso_month(date(2026, 11, 23))
    '2026-11'
    """
    return f"{day:%Y-%m}"


def day_after(day: date | None) -> date | None:
    """Return the next day; none where there is no day.

    Examples
    --------
    >>> day_after(date(2029, 2, 28)), day_after(None)
    (datetime.date(2029, 3, 1), None)
    """
    return None if day is None else day + timedelta(days=1)


@lru_cache(maxsize=2**14)  # a grid asks for the same months again and again
def months_after(day: date, months: int) -> date:
    """Return the day `months` later; a day that month lacks becomes its last.

    Examples
    --------
    >>> months_after(date(2024, 2, 29), 12)
    datetime.date(2025, 2, 28)
    """
    return day + relativedelta(months=months)
