"""Numbers, months and days as people write them, where one thing alone is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}([,\s])\d{3}(\1\d{3})*(\.\d*)?")
"""A number with commas or spaces between its thousands; any other may mean a point."""
DECIMAL = re.compile(r"[+-]?(\d{1,15}(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?")
ONE_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
ONE_WIDTH |= str.maketrans("−￥　", "-¥ ")
"""Characters of a Chinese keyboard, and the minus of print, as ASCII has them."""
TIMES: Mapping[str, int] = {"k": 3, "千": 3, "w": 4, "万": 4, "亿": 8}
"""Powers of ten that have a word; m may be a million or a month and is none."""
NUMBER = re.compile(
    r"(?P<before>¥|rmb|cny|人民币)?\s*(?P<digits>[0-9.,\s+-]+(?:e[+-]?[0-9]+)?)\s*"
    r"(?P<times>[k千w万亿])?\s*(?P<after>元|块|yuan|rmb|cny)?(?P<percent>%)?",
    re.IGNORECASE,
)
PERCENT = 100
LONGEST_NUMBER = 40
"""Characters; a longer text is none that somebody wrote."""
DAYS = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?",
        r"(?P<year>\d{4}) ?年 ?(?P<month>\d{1,2}) ?月(?: ?(?P<day>\d{1,2}) ?[日号])?",
        r"(?:(?P<day>\d{1,2}) )?(?P<name>[a-z]{3,9})\.?,? (?P<year>\d{4})",
        r"(?P<name>[a-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})",
    )
)
"""A year stands in four digits; 3/1/2026 may mean two days and is none."""
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)


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


def read_number(text: str, unit: str = "") -> Decimal | None:
    """Return the number that a text means; None where it means none, or several.

    Parameters
    ----------
    unit : of what is asked: a share may be in per cent, an amount of yuan may say so,
        and what is asked for in per cent may have the sign

    Examples
    --------
    >>> read_number("1.5万"), read_number("10k"), read_number("¥5,000", "yuan")
    (Decimal('15000'), Decimal('10000'), Decimal('5000'))
    >>> read_number("0.6%", "share-per-month"), read_number("12%", "yuan")
    (Decimal('0.006'), None)
    >>> read_number("12%", "percent"), read_number("12", "percent")
    (Decimal('12'), Decimal('12'))
    >>> read_number("12,5"), read_number("1万5"), read_number("about 5")
    (None, None, None)
    """
    found = NUMBER.fullmatch(text.translate(ONE_WIDTH).strip())
    plain = plain_number(found["digits"]) if found else ""
    if found is None or not DECIMAL.fullmatch(plain):
        return None
    is_share, is_money = unit.startswith("share"), unit == "yuan"
    if (found["before"] or found["after"]) and not is_money:
        return None
    is_counted = not is_share and unit != "percent"
    if found["percent" if is_counted else "times"]:
        return None
    power = TIMES.get((found["times"] or "").lower(), 0)
    power -= 2 * bool(is_share and found["percent"])
    return Decimal(plain).scaleb(power).normalize() + 0


def number_of(text: str, unit: str = "") -> int | float | str:
    """Return the number that a text means, else the text, for somebody to refuse.

    Parameters
    ----------
    unit : ``percent`` where a sign of per cent may stand; else yuan may

    Examples
    --------
    >>> number_of(" １,２00 "), number_of("12.5"), number_of("-3"), number_of("x")
    (1200, 12.5, -3, 'x')
    >>> number_of("5万"), number_of("12%", "percent"), number_of("12%")
    (50000, 12, '12%')
    >>> number_of("12,5"), number_of("1_000")
    ('12,5', '1_000')
    """
    is_percent = unit == "percent"
    short = len(text) <= LONGEST_NUMBER
    found = read_number(text, unit if is_percent else "yuan") if short else None
    if found is None:
        return text
    return int(found) if found == int(found) else float(found)


def month_of(text: str) -> date:
    """Return the first day of the month `text`; raise ValueError if it is none.

    Examples
    --------
    >>> month_of("2026-11") == month_of("2026年11月") == month_of("Nov 2026")
    True
    """
    year, month, day = _parts(text)
    if day is not None:
        raise ValueError(f"'{text}' is a day, not a month such as 2026-11.")
    return date(year, month, 1)


def day_of(text: str) -> date:
    """Return the day that a text is; raise ValueError if it is none.

    Examples
    --------
    >>> day_of("2026/3/1") == day_of("2026年3月1日") == day_of("1 March 2026")
    True
    """
    year, month, day = _parts(text)
    if day is None:
        raise ValueError(f"'{text}' is not a day such as 2026-11-23.")
    return date(year, month, day)


def _parts(text: str) -> tuple[int, int, int | None]:
    """Return year, month and day; no day where only a month is written."""
    plain = " ".join(text.translate(ONE_WIDTH).split())
    for pattern in DAYS:
        if found := pattern.fullmatch(plain):
            parts = found.groupdict()
            name = parts.get("name")
            month = _month_named(name) if name else int(parts["month"])
            return (
                int(parts["year"]),
                month,
                int(parts["day"]) if parts["day"] else None,
            )
    raise ValueError(f"'{text}' is no day and no month, such as 2026-11-23 or 2026-11.")


def _month_named(name: str) -> int:
    for number, month in enumerate(MONTHS, 1):
        if month.startswith(name.lower()):
            return number
    raise ValueError(f"'{name}' is no month.")
