"""Figures in words: a parameter's value with its unit, as one language writes it.

The patterns stand under ``units`` in the interface words, one for each unit. A unit
that counts has one for each plural of its language, ``one`` and ``other`` in English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import get_args

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from after_overdue.catalog.interface import fields
from after_overdue.catalog.parameters import Unit, Value, parameter_file
from after_overdue.errors import ContentError, Problem

UNITS = tuple(unit for unit in get_args(Unit) if unit != "choice")
"""Units that have words; a choice has its own."""
PLURALS = ("zero", "one", "two", "few", "many", "other")
TOO_LONG = 1e15
SHARE_PATTERN = "0.####%"
PLAIN_PATTERN = "0"
PLAIN = ("year", "phone")
"""Units whose digits stand without a separator."""


def unit_problems(texts: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield key, what is wrong and the mend of each word that cannot say a unit."""
    for key in ("locale", "number", *(f"{unit}.other" for unit in UNITS)):
        if key not in texts:
            yield key, "is missing.", "Write how a value with this unit is said."
    try:
        Locale.parse(texts.get("locale", "en"))
    except (ValueError, UnknownLocaleError):
        yield "locale", "is no locale.", "Write one such as en_GB."
    if "0" not in texts.get("number", "0"):
        yield "number", "is no pattern.", "Write one such as #,##0.####."
    for key in sorted(texts.keys() - {"locale", "number"}):
        unit, _, plural = key.partition(".")
        if unit not in UNITS or plural not in PLURALS:
            yield key, "is no unit and plural.", f"Plurals are {', '.join(PLURALS)}."
        elif not fields(texts[key]) <= {"number"}:
            yield key, "fills in more than {number}.", "Write {number} only."
        elif plural == "other" and not fields(texts[key]):
            yield key, "does not fill in {number}.", "Write {number} where it stands."


def figure_in_words(
    value: Value, texts: Mapping[str, str], *, bare: bool = False
) -> str:
    """Return `value` as text.

    Parameters
    ----------
    value : a parameter on a day
    texts : the words under ``units`` of the language
    bare : whether to leave out the unit

    Raises
    ------
    ContentError
        Where the value is nothing that can be said: a code, a list or none.
    """
    given, unit = value.dated.value, value.parameter.unit
    locale = Locale.parse(texts["locale"])
    if isinstance(given, date):
        return str(format_date(given, "long", locale=locale))
    if isinstance(given, bool | str | list | None) or abs(given) >= TOO_LONG:
        where = parameter_file(value.name)
        what = f"'value' is {given!r}, which has no words."
        remedy = "Name a parameter that holds a number or a day."
        raise ContentError([Problem(where, what, remedy, "AO-108")])
    return amount_in_words(given, unit, texts, bare=bare)


def amount_in_words(
    amount: float, unit: Unit, texts: Mapping[str, str], *, bare: bool = False
) -> str:
    """Return an amount with its unit, or without where `bare`; a share is a decimal.

    Examples
    --------
    >>> said = {"locale": "en_GB", "number": "#,##0.##", "yuan.other": "{number} yuan"}
    >>> amount_in_words(1072, "yuan", said)
    '1,072 yuan'
    """
    locale = Locale.parse(texts["locale"])
    number = _exact(amount)
    written = _number(number, unit, locale, texts["number"])
    if bare:
        return written
    return _pattern(number, unit, locale, texts).format(number=written)


def _exact(value: float) -> Decimal:
    number = Decimal(str(value))
    return number.to_integral() if number == number.to_integral() else number


def _number(number: Decimal, unit: Unit, locale: Locale, pattern: str) -> str:
    if unit.startswith("share"):
        return str(format_percent(number, SHARE_PATTERN, locale=locale))
    chosen = PLAIN_PATTERN if unit in PLAIN else pattern
    return str(format_decimal(number, chosen, locale=locale))


def _pattern(
    number: Decimal, unit: Unit, locale: Locale, texts: Mapping[str, str]
) -> str:
    plural = locale.plural_form(number)
    return texts.get(f"{unit}.{plural}") or texts[f"{unit}.other"]
