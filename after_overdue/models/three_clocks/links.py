"""The same case on the pages that tell one of the clocks closer."""

from __future__ import annotations

from after_overdue.models.three_clocks.case import ThreeClocksCase
from after_overdue.units import positional


def same_case(case: ThreeClocksCase, page: str) -> dict[str, str]:
    """Return the settings that open a case on another page; none where it has none.

    The noun of a page and its settings are its address, as in any link.
    """
    paid_on = case.clocks.paid_on
    amount = positional(float(case.amount))
    if page == "credit_record":
        paid = {"cured_on": paid_on.isoformat()} if paid_on else {}
        return {"due_on": case.due_on.isoformat(), "amount": amount, **paid}
    if page == "penalty_interest":
        return {
            "principal": amount,
            "rate": positional(case.rate),
            "uplift": positional(case.uplift),
            "days": f"{case.clocks.days_charged}",
        }
    return {}
