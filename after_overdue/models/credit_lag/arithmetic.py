"""Credit lag: the days between delivery and payment that make a transaction credit.

What one side has given and the other has not yet returned is credit; performed at
the same time there is none (S52, S57, S58; F86). Without an agreed order both sides
perform at once (Civil Code art. 525); whoever performs first gives credit (art. 526).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from after_overdue.errors import ModelError

Days = NDArray[np.int64]
Money = NDArray[np.float64]
MARGIN_DAYS = 1
"""Days shown before the first and after the last performance."""


@dataclass(frozen=True)
class CreditLag:
    """Value given and value returned, day by day; delivery is on day 0.

    Attributes
    ----------
    amount : money
    lag_days : days, shape () or (n,)
        From delivery to payment; negative where payment comes first.
    days : day, shape (d,)
    given : money, shape (d,)
        What the seller has delivered by the end of the day.
    returned : money, shape (d,) or (n, d)
        What the buyer has paid by the end of the day.
    """

    amount: float
    lag_days: Days
    days: Days
    given: Money
    returned: Money

    @property
    def outstanding(self) -> Money:
        """What the buyer owes the seller; negative where the seller owes the buyer."""
        owed: Money = self.given - self.returned
        return owed

    @property
    def credit_value_days(self) -> Money:
        """Money times days: the area between the two curves."""
        return np.asarray(self.amount * np.abs(self.lag_days), dtype=np.float64)

    @property
    def giver(self) -> Literal["seller", "buyer", "nobody"]:
        """Who gives credit, for one lag: `seller`, `buyer` or `nobody`."""
        if self.lag_days == 0:
            return "nobody"
        return "seller" if self.lag_days > 0 else "buyer"


def credit_lag(amount: float, *, lag_days: int | Days) -> CreditLag:
    r"""Return the two step curves of one lag, or of many lags over the same days.

    Parameters
    ----------
    amount : money
        Worth of what is delivered, and what is paid for it.
    lag_days : days, shape () or (n,)
        From delivery to payment; negative where the buyer pays first.

    Raises
    ------
    ModelError
        Where nothing of worth changes hands.

    Notes
    -----
    With delivery on day 0 and payment on day *L*, the area between the curves is
    :math:`A |L|`: the value that is out, times the days it is out. Interest is left
    aside; delivery and payment each happen at once and in full (assumption).

    Examples
    --------
    1,000 delivered today and paid in 30 days:

    >>> found = credit_lag(1_000, lag_days=30)
    >>> found.giver, float(found.credit_value_days)
    ('seller', 30000.0)
    >>> float(found.outstanding.sum())
    30000.0
    """
    if amount <= 0:
        raise ModelError(f"amount is {amount}; a transaction moves more than 0.")
    lags = np.asarray(lag_days, dtype=np.int64)
    first, last = min(lags.min(), 0), max(lags.max(), 0)
    days = np.arange(first - MARGIN_DAYS, last + MARGIN_DAYS + 1)
    return CreditLag(
        amount=amount,
        lag_days=lags,
        days=days,
        given=np.where(days >= 0, float(amount), 0.0),
        returned=np.where(days >= lags[..., None], float(amount), 0.0),
    )
