"""Locale: the words, dates and numbers of one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType

from babel import Locale as BabelLocale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent

from after_overdue.catalog.interface import words
from after_overdue.catalog.questions import last_reviewed
from after_overdue.figures.evidence import BY_STATUS
from after_overdue.steps import RAISED

READABLE = 1e6
"""Share from which per cent are told as a power of ten; digits say no more there."""
YUAN_DECIMALS, SHARE_DECIMALS, NUMBER_DECIMALS = 2, 6, 3
"""Decimals of a value that are told of money, of a share and of a plain number."""
WRITTEN = MappingProxyType(
    {"yuan": YUAN_DECIMALS, "share": SHARE_DECIMALS, "count": NUMBER_DECIMALS}
)
"""The same by the unit of a step's term."""


@dataclass(frozen=True)
class Locale:
    """One language, such as ``en`` or ``zh``."""

    language: str

    @property
    def babel(self) -> BabelLocale:
        """Babel's locale, whose dates and numbers the language uses."""
        return _babel(self.language)

    def words(self, noun: str) -> Mapping[str, str]:
        """Return the words under one heading."""
        return words(noun, self.language)

    def backed(self, status: str) -> str:
        """Return how well a thing is backed: the line of that degree, and its word."""
        return f"{BY_STATUS[status].letter} {self.words('status')[status]}"

    def month(self, day: date) -> str:
        """Return the month of `day` in full, for a sentence."""
        return _dated(self.language, "yMMMM", day.replace(day=1))

    def short_month(self, day: date) -> str:
        """Return the month of `day` in short, for an axis."""
        return _dated(self.language, "yMMM", day.replace(day=1))

    def day(self, day: date) -> str:
        """Return the day in full."""
        return _day(self.language, day)

    def label(self, day: date) -> str:
        """Return what the site is and is not, by the rules of `day`.

        It says too on which day the rules were last reviewed: nobody checks them
        every day.
        """
        reviewed = self.day(last_reviewed(self.language))
        return self.words("site")["label"].format(date=self.day(day), reviewed=reviewed)

    def origin(self, day: date) -> str:
        """Return the line that a picture carries: where it comes from."""
        return f"{self.words('site')['name']}. {self.label(day)}"

    def number(self, number: float) -> str:
        """Return a number with the language's separators."""
        return _decimal(self.language, number or 0)  # no minus before nought

    def exact(self, number: float | Decimal) -> str:
        """Return a number with the language's separators and all its digits."""
        return _decimal(self.language, number, "#,##0.##########")

    def counted(self, number: float, unit: str) -> str:
        """Return a number with its unit, as the language counts it."""
        texts = self.words("units")
        plural = self.babel.plural_form(number)
        pattern = texts.get(f"{unit}.{plural}") or texts[f"{unit}.other"]
        return pattern.format(number=self.number(number))

    def yuan(self, amount: float) -> str:
        """Return money to the cent, without the cents where there are none."""
        cents = round(amount, YUAN_DECIMALS) + 0.0  # no minus before nought
        pattern = "#,##0" if cents == int(cents) else "#,##0.00"
        number = _decimal(self.language, cents, pattern)
        signed = number.replace("-", "−")
        return self.words("units")["yuan.other"].format(number=signed)

    def share(self, share: float) -> str:
        """Return a share as per cent, with as many digits as it has, four at most."""
        rounded = round(share, SHARE_DECIMALS)
        return str(format_percent(rounded, "0.####%", locale=self.babel))

    def exact_share(self, share: float) -> str:
        """Return a share as per cent with all its digits, for a sum that rests on it.

        Examples
        --------
        >>> Locale("en").exact_share(0.1825), Locale("en").exact_share(1.5e-9)
        ('18.25%', '0.00000015%')
        """
        exact = Decimal(f"{share:.15g}")
        digits = "#" * max(1, -int(exact.as_tuple().exponent))
        return str(format_percent(exact, f"0.{digits}%", locale=self.babel))

    def percent(self, share: float, digits: int = 0) -> str:
        """Return a share as per cent.

        Examples
        --------
        >>> Locale("en").percent(0.1303, 1), Locale("en").percent(6e28, 2)
        ('13.0%', '6.0 × 10³⁰%')
        """
        if abs(share) >= READABLE:
            first, _, power = f"{share * 100:.1e}".partition("e+")
            return f"{first} × 10{power.lstrip('0').translate(RAISED)}%"
        pattern = "0" + ("." + "0" * digits if digits else "") + "%"
        return str(format_percent(share, pattern, locale=self.babel))


@cache
def _babel(language: str) -> BabelLocale:
    return BabelLocale.parse(words("units", language)["locale"])


@lru_cache(maxsize=2**13)
def _decimal(language: str, number: float | Decimal, pattern: str | None = None) -> str:
    return str(format_decimal(number, pattern, locale=_babel(language)))


@lru_cache(maxsize=2**13)
def _day(language: str, day: date) -> str:
    return str(format_date(day, "long", locale=_babel(language)))


@lru_cache(maxsize=2**13)
def _dated(language: str, skeleton: str, month: date) -> str:
    return str(format_skeleton(skeleton, month, locale=_babel(language)))
