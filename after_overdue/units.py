"""Calendar months, in which a record grows old, and numbers as people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from dateutil.relativedelta import relativedelta

ISO_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}([,\s])\d{3}(\1\d{3})*(\.\d*)?")
"""A number with commas or spaces between its thousands; any other may mean a point."""
DECIMAL = re.compile(r"[+-]?(\d{1,15}(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?")
ONE_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("−"): "-"}
"""Characters of a Chinese keyboard, and the minus of print, as ASCII has them."""


def plain_number(text: str) -> str:
    """Return a number without the separators of its thousands, in ASCII digits.

    Text that is no number so written keeps its commas and spaces, and is none.

    Examples
    --------
    >>> plain_number("1,000,000"), plain_number("５０００"), plain_number("1 000.5")
    ('1000000', '5000', '1000.5')
    >>> plain_number("12,5"), plain_number("0,125"), plain_number("1,000 000")
    ('12,5', '0,125', '1,000 000')
    """
    plain = text.translate(ONE_WIDTH).strip()
    return re.sub(r"[,\s]", "", plain) if GROUPED.fullmatch(plain) else plain


def positional(number: float) -> str:
    """Return a number with all its digits and no power of ten.

    Examples
    --------
    >>> positional(5e-05), positional(123456789.12), positional(12.0)
    ('0.00005', '123456789.12', '12')
    """
    text = f"{Decimal(repr(number)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


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
