"""The working of one month of a loan book: the moves between its buckets."""

from __future__ import annotations

from after_overdue.models.loan_book.arithmetic import LoanBook
from after_overdue.steps import Step, Term


def move_steps(book: LoanBook, month: int) -> tuple[Step, ...]:
    """Return every move of a month that concerns a late bucket.

    Each is the share of the book that stood in a bucket times the share of it that
    moved; the terms bear the names of the buckets.

    Parameters
    ----------
    book : decimal shares
    month : month, 1 to the last

    Examples
    --------
    >>> import numpy as np
    >>> from after_overdue.models.loan_book.arithmetic import loan_book
    >>> from after_overdue.models.loan_book.desk import Desk
    >>> from after_overdue.models.loan_book.rates import RollRates
    >>> rates = RollRates(
    ...     ("up_to_date", "written_off"), np.asarray([[0.9, 0.1], [0.0, 1.0]])
    ... )
    >>> [move] = move_steps(loan_book(Desk(0.0, rates, rates), months=2), 2)
    >>> [round(each.value, 3) for each in (*move.terms, move.result)]
    [0.9, 0.1, 0.09]
    """
    start = dict(zip(book.buckets, book.shares[month - 1].tolist(), strict=True))
    behind = dict(zip(book.buckets, book.desk.good.payments_overdue > 0, strict=True))
    ended = dict(zip(book.buckets, book.desk.good.absorbs, strict=True))
    return tuple(
        Step(
            "move",
            (
                Term(start[flow.source], "share", name=flow.source),
                Term(flow.share / start[flow.source], "share", "×"),
            ),
            Term(flow.share, "share", name=flow.target),
        )
        for flow in book.flows(month)
        if (behind[flow.source] or behind[flow.target]) and not ended[flow.source]
    )
