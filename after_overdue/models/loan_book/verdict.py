"""Verdict: whether the last checkpoint saves money, and why where it does not.

It is judged by what a loan loses as it is told, in yuan and fen: a share of the book
may be lost, or kept from being lost, without a fen of difference.
"""

from __future__ import annotations

from typing import Literal

from after_overdue.cases.locale import YUAN_DECIMALS
from after_overdue.models.loan_book.case import LoanBookCase

Verdict = Literal["saves", "harm", "no_loss", "no_stake", "little", "idle"]
SHARE_DECIMALS = 12
"""A share that differs by less from nought is none."""


def verdict(case: LoanBookCase) -> Verdict:
    """Return what the last checkpoint does on top of the other two.

    Returns
    -------
    code
        `saves` and `harm` by the money. Without a fen of difference: `no_loss` where
        nothing is lost yet, `no_stake` where a lost loan costs nothing, `little` where
        it turns loans back for less than a fen, `idle` where it turns none back.
    """
    on_top = case.inspection_on_top
    worth = told(case, on_top)
    if worth:
        return "saves" if worth > 0 else "harm"
    unchecked = float(case.book.loss_share[-1]) + on_top
    if not round(unchecked, SHARE_DECIMALS):
        return "no_loss"
    if not told(case, unchecked):
        return "no_stake"
    return "little" if case.stopped_by_inspection else "idle"


def told(case: LoanBookCase, share: float) -> float:
    """Return what a loss share costs on each loan, in yuan and whole fen."""
    return round(case.loss(share), YUAN_DECIMALS)
