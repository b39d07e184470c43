"""Steps: the working of a number as a model gives it; words only dress it.

A step holds the terms of a sum and what the model made of them. The sum that a reader
is shown is written from the terms, so that it cannot say another than the model's. It
is written with ``≈`` where its numbers come out in the model, and no longer as they are
written: a model does not round what the words round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isclose
from typing import Literal

Sign = Literal["", "+", "−", "×", "÷"]
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
NOISE = 1e-9
"""How far floats put a sum off, as a share of it."""
EITHER_WAY = (-NOISE, NOISE)
"""A number half way between two that can be written is written as one or the other."""


@dataclass(frozen=True)
class Term:
    """One number of a sum, or a sum in brackets.

    Attributes
    ----------
    value : in its unit
    unit : how it is written: a key of the model's words, such as ``yuan``
    sign : what joins it to the term before; none for the first
    name : what it is called, where a sum names its parts
    parts : the terms in its brackets; none where it is a number
    power : times that the brackets are multiplied with themselves
    """

    value: float
    unit: str
    sign: Sign = ""
    name: str = ""
    parts: tuple[Term, ...] = ()
    power: int = 1

    def joined(self, sign: Sign) -> Term:
        """Return the same term, joined by another sign."""
        return replace(self, sign=sign)


def bracket(*parts: Term, sign: Sign = "", power: int = 1) -> Term:
    """Return a sum in brackets as one term.

    Examples
    --------
    >>> one = Term(1, "count")
    >>> bracket(one, Term(0.5, "share", "+"), power=2).value
    2.25
    """
    value = worked_out(parts) ** power
    return Term(value, "bracket", sign, parts=tuple(parts), power=power)


def worked_out(terms: Sequence[Term]) -> float:
    """Return what terms come to: products and quotients first, then sums.

    Examples
    --------
    >>> ten, two = Term(10, "count"), Term(2, "count")
    >>> worked_out((ten, two.joined("×"), two.joined("÷"), two.joined("−")))
    8.0
    """
    total, product = 0.0, 0.0
    for term in terms:
        if term.sign == "×":
            product *= term.value
        elif term.sign == "÷":
            product /= term.value
        else:
            total += product
            product = -term.value if term.sign == "−" else float(term.value)
    return total + product


@dataclass(frozen=True)
class Step:
    """One line of a working.

    Attributes
    ----------
    kind : what is worked out: a key of the model's words
    terms : the sum
    result : what the model says that it comes to
    """

    kind: str
    terms: tuple[Term, ...]
    result: Term

    @property
    def worked_out(self) -> float:
        """What the terms come to, in the unit of the result."""
        return worked_out(self.terms)

    def written(
        self,
        dress: Callable[[Term], str],
        decimals: Mapping[str, int] | None = None,
    ) -> str:
        """Return the whole sum.

        Parameters
        ----------
        dress : writes one number with its unit
        decimals : count by unit, optional
            Decimals of a value that `dress` keeps: 4 for per cent with two digits. A
            unit that is not among them is written whole; without any, all are.

        Examples
        --------
        >>> step = Step(
        ...     "area", (Term(5, "m"), Term(2, "m", "×")), Term(10, "square metres")
        ... )
        >>> step.written(lambda term: f"{term.value} {term.unit}")
        '5 m × 2 m = 10 square metres'
        >>> owed, paid = Term(20 / 3, "yuan"), Term(10 / 3, "yuan")
        >>> Step("left", (owed, paid.joined("−")), paid).written(
        ...     lambda term: f"{term.value:.2f}", {"yuan": 2}
        ... )
        '6.67 − 3.33 ≈ 3.33'
        """
        sign = "≈" if decimals and self._is_off_as_written(decimals) else "="
        return f"{self.left(dress)} {sign} {dress(self.result)}"

    def _is_off_as_written(self, decimals: Mapping[str, int]) -> bool:
        """Return whether the sum comes out, but not with the numbers as written."""
        exact, result = self.worked_out, self.result.value
        if not isclose(exact, result, rel_tol=NOISE, abs_tol=NOISE):
            return False
        places = decimals.get(self.result.unit)
        half = 0.0 if places is None else 0.5 * 10.0**-places
        try:
            found = [self._worked_out_as_written(decimals, each) for each in EITHER_WAY]
        except ZeroDivisionError:  # by a number so small that it is written as nought
            return True
        written = [_rounded(self.result, decimals, each).value for each in EITHER_WAY]
        return any(
            abs(one - other) > half + NOISE * abs(one)
            for one in found
            for other in written
        )

    def _worked_out_as_written(self, decimals: Mapping[str, int], off: float) -> float:
        return worked_out([_rounded(term, decimals, off) for term in self.terms])

    def left(self, dress: Callable[[Term], str]) -> str:
        """Return the terms without the result: where that is rounded up, say."""
        return _written(self.terms, dress)


def _rounded(term: Term, decimals: Mapping[str, int], off: float) -> Term:
    """Return a term with the value that is written, were it off by a share."""
    if term.parts:
        parts = [_rounded(part, decimals, off) for part in term.parts]
        return bracket(*parts, sign=term.sign, power=term.power)
    places = decimals.get(term.unit)
    if places is None:
        return term
    return replace(term, value=round(term.value * (1 + off), places))


def _written(terms: Sequence[Term], dress: Callable[[Term], str]) -> str:
    return " ".join(
        f"{term.sign} {_one(term, dress)}" if term.sign else _one(term, dress)
        for term in terms
    )


def _one(term: Term, dress: Callable[[Term], str]) -> str:
    if not term.parts:
        return dress(term)
    power = "" if term.power == 1 else str(term.power).translate(RAISED)
    return f"({_written(term.parts, dress)}){power}"
