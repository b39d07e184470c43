"""The settings of a case of penalty interest, without those that change nothing."""

from __future__ import annotations

from collections.abc import Mapping

from after_overdue.cases.inputs import InputValue

Rows = list[list[str]]
"""Names of inputs that stand side by side; a large amount needs a phone's width."""


def settings_shown(values: Mapping[str, InputValue]) -> tuple[Rows, Rows]:
    """Return the settings that matter here, and those that are rarely needed.

    Parameters
    ----------
    values : what every input holds
    """
    if values["kind"] == "card":
        rare = [["card_minimum_share", "card_late_fee_share"]]
        usual = [["kind", "day_count"], ["principal"], ["card_rate_per_day"]]
        return [*usual, ["days_in_view"], ["paid"]], rare
    amounts: Rows = [["principal"], ["unpaid_interest"]]
    if values["basis"] == "instalment":
        amounts = [["loan_amount"], ["loan_months", "missed_instalment"]]
    penalty = [["penalty_on_penalty"]] if values["compound"] != "none" else []
    usual = [
        ["kind", "day_count"],
        ["basis"],
        *amounts,
        ["rate"],
        ["uplift"],
        ["lender"],
        ["days_in_view"],
        ["paid"],
    ]
    return usual, [["compound"], *penalty, ["on", "lpr"], ["enforcement_costs"]]
