"""Risk class by days past due: the five tiers a bank puts a loan into."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from after_overdue.errors import ModelError

CLASSES = ("normal", "special_mention", "substandard", "doubtful", "loss")
"""From best to worst. Days past due give the class at least; other facts may worsen it.
"""


@dataclass(frozen=True)
class ClassRule:
    """One rule that turns days past due into a class.

    Parameters
    ----------
    last_days : days
        Last day of every class but the worst, in the order of `CLASSES`.

    Raises
    ------
    ModelError
        Where the classes are not in order of days.

    Notes
    -----
    Sources: CBIRC and PBOC Order [2023] No. 1 (F57); the card rules of 2011, art. 92
    (F58).

    Examples
    --------
    >>> loans_2023 = ClassRule((0, 90, 270, 360))
    >>> [str(tier) for tier in loans_2023.classes([0, 1, 91, 271, 361])]
    ['normal', 'special_mention', 'substandard', 'doubtful', 'loss']
    """

    last_days: tuple[int, ...]

    def __post_init__(self) -> None:
        in_order = all(np.diff(self.last_days) > 0)
        if len(self.last_days) != len(CLASSES) - 1 or not in_order:
            raise ModelError(
                f"last_days is {self.last_days}; it takes {len(CLASSES) - 1} days, "
                "each later than the one before."
            )

    def classes(self, days_past_due: ArrayLike) -> NDArray[np.str_]:
        """Return the class of a loan so many days past due.

        Parameters
        ----------
        days_past_due : days, any shape

        Returns
        -------
        code from `CLASSES`, the shape of `days_past_due`
        """
        tier = np.searchsorted(self.last_days, np.asarray(days_past_due), side="left")
        return np.asarray(CLASSES)[tier]

    def bands(self) -> tuple[tuple[str, int, int | None], ...]:
        """Return each class with its first and last day; the worst has no last day.

        Examples
        --------
        >>> ClassRule((0, 90, 270, 360)).bands()[1:3]
        (('special_mention', 1, 90), ('substandard', 91, 270))
        """
        first = (0, *(day + 1 for day in self.last_days))
        last = (*self.last_days, None)
        return tuple(zip(CLASSES, first, last, strict=True))
