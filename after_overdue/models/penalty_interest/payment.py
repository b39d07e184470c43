"""The order in which a part payment is applied: costs, then interest, then principal.

Source: Civil Code art. 561, unless the parties agreed otherwise (F55).
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
    paid: float, *, costs: float, interest: float, principal: float
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
    """
    if min(paid, costs, interest, principal) < 0:
        raise ModelError(
            f"paid is {paid} on {costs}, {interest} and {principal}; no payment and "
            "no part of a debt lies below 0."
        )
    to_costs = min(paid, costs)
    to_interest = min(paid - to_costs, interest)
    to_principal = min(paid - to_costs - to_interest, principal)
    left_over = paid - to_costs - to_interest - to_principal
    return AppliedPayment(to_costs, to_interest, to_principal, left_over)
