"""The random spread of a loan book: counts of loans by bucket, path by path."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from after_overdue.errors import ModelError
from after_overdue.models.loan_book.arithmetic import LoanBook

Counts = NDArray[np.int64]


def simulated_books(
    book: LoanBook, *, loans: int, paths: int, generator: np.random.Generator
) -> Counts:
    """Return how many loans stand in each bucket, month by month, on random paths.

    Parameters
    ----------
    book : shares
        The cohort's intake and roll rates.
    loans : loans
        Size of the book. The work does not grow with it: each month draws one
        multinomial count for each bucket.
    paths : paths
        Independent books.
    generator : seeded by the caller

    Returns
    -------
    loans, shape (months + 1, paths, n)

    Examples
    --------
    Every path keeps all its loans:

    >>> from after_overdue.models.loan_book.arithmetic import loan_book
    >>> from after_overdue.models.loan_book.desk import Desk
    >>> from after_overdue.models.loan_book.rates import ladder
    >>> rates = ladder(0.055, collected_share=0.86, rolls=(0.4, 0.54, 0.62, 0.8))
    >>> counts = simulated_books(
    ...     loan_book(Desk(0.0, rates, rates), months=6),
    ...     loans=1_000_000,
    ...     paths=3,
    ...     generator=np.random.default_rng(1),
    ... )
    >>> counts.shape, set(counts.sum(axis=-1).ravel().tolist())
    ((7, 3, 6), {1000000})
    """
    if loans < 1 or paths < 1:
        raise ModelError(
            f"loans is {loans} and paths is {paths}; a book has 1 loan or more, and "
            "a spread needs 1 path or more."
        )
    counts = np.zeros((paths, *book.matrices.shape[:2]), dtype=np.int64)
    weak = generator.binomial(loans, book.weak_share, size=paths)
    counts[:, :, 0] = np.stack([loans - weak, weak], axis=1)
    months = [counts.sum(axis=1)]
    for _ in range(book.months):
        counts = generator.multinomial(counts, book.matrices).sum(axis=-2)
        months.append(counts.sum(axis=1))
    return np.stack(months)


def path_quantile(
    counts: NDArray[np.int64] | NDArray[np.float64], share: float
) -> NDArray[np.float64]:
    """Return what a share of the paths does not exceed, month by month.

    Parameters
    ----------
    counts : loans or decimal shares, shape (months + 1, paths)
    share : decimal
        0.1 is the tenth percentile.
    """
    return np.quantile(counts, share, axis=-1, method="inverted_cdf")
