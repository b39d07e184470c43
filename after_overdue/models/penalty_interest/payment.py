"""The order in which a part payment is applied: costs, then interest, then principal.

Source: Civil Code art. 561, unless the parties agreed otherwise (F55). The terms of
many cards agree otherwise once they are long overdue: principal first (F139).
"""

from __future__ import annotations

from dataclasses import dataclass

from after_overdue.errors import ModelError


@dataclass(frozen=True)
class AppliedPayment:
    """Where one payment went.

    Attributes
    ----------
    to_costs, to_interest, to_principal : yuan
    left_over : yuan
        What the payment had beyond the debt.
    """

    to_costs: float
    to_interest: float
    to_principal: float
    left_over: float

    @property
    def applied(self) -> float:
        """What the debt fell by, in yuan."""
        return self.to_costs + self.to_interest + self.to_principal


def applied_payment(
    paid: float,
    *,
    costs: float,
    interest: float,
    principal: float,
    principal_first: bool = False,
) -> AppliedPayment:
    """Return how a payment is applied to a debt.

    Parameters
    ----------
    paid : yuan
    costs : yuan
        Costs of enforcement.
    interest : yuan
        Contract interest, compound interest and penalty together: the Code does not
        rank one before another.
    principal : yuan
    principal_first : bool
        Whether the principal comes before costs and interest.

    Returns
    -------
    AppliedPayment

    Raises
    ------
    ModelError
        Where a sum is negative.

    Examples
    --------
    500 paid on costs of 100, interest of 300 and principal of 10,000:

    >>> applied_payment(500, costs=100, interest=300, principal=10_000)
    AppliedPayment(to_costs=100, to_interest=300, to_principal=100, left_over=0)

    2,000 paid on a card with 10,000 of principal and 1,500 of charges, from day 91 on:

    >>> applied_payment(
    ...     2_000, costs=0, interest=1_500, principal=10_000, principal_first=True
    ... )
    AppliedPayment(to_costs=0, to_interest=0, to_principal=2000, left_over=0)
    """
    if min(paid, costs, interest, principal) < 0:
        raise ModelError(
            f"paid is {paid} on {costs}, {interest} and {principal}; no payment and "
            "no part of a debt lies below 0."
        )
    before = min(paid, principal) if principal_first else 0
    to_costs = min(paid - before, costs)
    to_interest = min(paid - before - to_costs, interest)
    to_principal = before or min(paid - to_costs - to_interest, principal)
    left_over = paid - to_costs - to_interest - to_principal
    return AppliedPayment(to_costs, to_interest, to_principal, left_over)
