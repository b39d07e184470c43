"""Steps: the working of a number as a model gives it; words only dress it.

A step holds the terms of a sum and what the model made of them. The sum that a reader
is shown is written from the terms, so that it cannot say another than the model's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Sign = Literal["", "+", "−", "×", "÷"]
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


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

    def written(self, dress: Callable[[Term], str]) -> str:
        """Return the whole sum.

        Parameters
        ----------
        dress : writes one number with its unit

        Examples
        --------
        >>> step = Step(
        ...     "area", (Term(5, "m"), Term(2, "m", "×")), Term(10, "square metres")
        ... )
        >>> step.written(lambda term: f"{term.value} {term.unit}")
        '5 m × 2 m = 10 square metres'
        """
        return f"{self.left(dress)} = {dress(self.result)}"

    def left(self, dress: Callable[[Term], str]) -> str:
        """Return the terms without the result: where that is rounded up, say."""
        return _written(self.terms, dress)


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
