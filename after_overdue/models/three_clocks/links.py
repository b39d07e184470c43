"""The same case on the pages that tell one of the clocks closer."""

from __future__ import annotations

from after_overdue.models.three_clocks.case import ThreeClocksCase
from after_overdue.units import positional


def same_case(case: ThreeClocksCase, page: str) -> dict[str, str]:
    """Return the settings that open a case on another page; none where it has none.

    The noun of a page and its settings are its address, as in any link.
    """
    amount = positional(float(case.amount))
    if page == "credit_record":
        after = "never" if case.paid_after is None else f"{case.paid_after}"
        due_on = case.due_on.isoformat()
        return {"due_on": due_on, "amount": amount, "paid_after": after}
    if page == "penalty_interest":
        return {
            "principal": amount,
            "rate": positional(case.rate),
            "uplift": positional(case.uplift),
            "days": f"{case.clocks.days_charged}",
        }
    return {}
