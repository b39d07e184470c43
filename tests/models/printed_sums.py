"""Printed sums: what a line of a working says, worked out as a reader would.

After ``=`` the numbers on the left are what they are printed as, and the result is what
they come to, rounded as it is printed. After ``≈`` every printed number stands for all
that round to it, and the sum is true where the two sides can meet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
NUMBER = r"[−+-]?\d[\d,]*(?:\.\d+)?"
POWER = rf"{NUMBER} × 10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)%"
TOKEN = re.compile(rf"{POWER}|({NUMBER})(%?)|([×÷+−()])|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
SUM = re.compile(r"[^=≈:：→]+[=≈][^=≈→]+")


@dataclass(frozen=True)
class Span:
    """All numbers that are printed alike."""

    low: float
    high: float

    def __add__(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    def __neg__(self) -> Span:
        return Span(-self.high, -self.low)

    def __mul__(self, other: Span) -> Span:
        ends = [a * b for a, b in product(self.ends, other.ends)]
        return Span(min(ends), max(ends))

    def __pow__(self, power: int) -> Span:
        return Span(self.low**power, self.high**power)

    @property
    def inverse(self) -> Span:
        """One divided by each of them; any number where nought is among them."""
        if self.low <= 0 <= self.high:
            return Span(float("-inf"), float("inf"))
        return Span(1 / self.high, 1 / self.low)

    @property
    def ends(self) -> tuple[float, float]:
        return self.low, self.high

    def meets(self, other: Span) -> bool:
        slack = 1e-9 * max(map(abs, (*self.ends, *other.ends)))
        return self.low - slack <= other.high and other.low - slack <= self.high


def printed_sums(line: str) -> list[str]:
    """Return every sum with its result that a line prints."""
    plain = line.replace("**", "")
    return [found[0] for found in SUM.finditer(plain) if re.search(r"\d", found[0])]


def is_true(printed: str) -> bool:
    """Return whether a reader who works a printed sum out finds its result.

    The numbers behind ``=`` are taken as they stand, those behind ``≈`` as rounded.
    """
    left, right = re.split("[=≈]", printed)
    return worked_out(left, literal="=" in printed).meets(worked_out(right))


def worked_out(side: str, *, literal: bool = False) -> Span:
    """Return what one side of a sum comes to; words and units are passed over."""
    tokens = [_token(found, literal=literal) for found in TOKEN.finditer(side)]
    while tokens and tokens[-1] in ("×", "+", "−", "÷"):
        tokens.pop()
    return _sum(tokens)


def _token(found: re.Match[str], *, literal: bool) -> Span | str | int:
    whole, read = found[0], _literal if literal else _span
    if found[1]:
        first = whole.split(" ")[0]
        return read(first) * _exact(10.0 ** (int(found[1].translate(RAISED)) - 2))
    if found[2]:
        return read(found[2]) * _exact(0.01 if found[3] else 1)
    return found[4] or int(whole.translate(RAISED))


def _exact(number: float) -> Span:
    return Span(number, number)


def _plain(text: str) -> str:
    return text.replace(",", "").replace("−", "-").lstrip("+")


def _literal(text: str) -> Span:
    return _exact(float(_plain(text)))


def _span(text: str) -> Span:
    plain = _plain(text)
    half = 0.5 * 10.0 ** -len(plain.partition(".")[2])
    return Span(float(plain) - half, float(plain) + half)


def _sum(tokens: list[Span | str | int]) -> Span:
    total = _product(tokens)
    while tokens and tokens[0] in ("+", "−"):
        sign = tokens.pop(0)
        term = _product(tokens)
        total = total + (term if sign == "+" else -term)
    return total


def _product(tokens: list[Span | str | int]) -> Span:
    found = _factor(tokens)
    while tokens and tokens[0] in ("×", "÷"):
        sign = tokens.pop(0)
        factor = _factor(tokens)
        found = found * (factor if sign == "×" else factor.inverse)
    return found


def _factor(tokens: list[Span | str | int]) -> Span:
    token = tokens.pop(0)
    if token == "(":
        token = _sum(tokens)
        assert tokens.pop(0) == ")"
    assert isinstance(token, Span), token
    if tokens and isinstance(tokens[0], int):
        power = tokens.pop(0)
        assert isinstance(power, int)
        return token**power
    return token
