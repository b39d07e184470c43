"""A case of penalty interest: what a reader gives, and what is said back."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.models.penalty_interest.case import (
    INPUTS,
    PenaltyCase,
    penalty_case,
)
from after_overdue.models.penalty_interest.compound import fen
from after_overdue.models.penalty_interest.result import answer
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 23)
MODEL = MODELS["penalty_interest"]


def case(**given_texts: str) -> PenaltyCase:
    texts = {name: [text] for name, text in given_texts.items()}
    values, refusals = MODEL.read(texts, TODAY)
    assert refusals == []
    return penalty_case(values, TODAY)


def summary(**given_texts: str) -> dict[str, Any]:
    return answer(case(**given_texts)).document()["summary"]


def test_the_starting_values_are_the_worked_example() -> None:
    found = summary()
    assert found["penalty"] == 450.00
    assert found["owed"] == 10_450.00
    assert found["penalty_rate_per_year"] == 0.18
    assert found["class"] == "special_mention"


def test_one_instalment_of_a_running_loan_is_the_worked_example() -> None:
    found = summary(basis="instalment", compound="quarterly", days="90")
    assert found["overdue_principal"] == 984.60
    assert found["overdue_interest"] == 81.58
    assert found["penalty"] == 44.31
    assert found["compound_interest"] == 3.67


def test_the_card_illustration_is_to_the_fen() -> None:
    found = summary(kind="card", days="180")
    assert found["card_owed"] == 12_175.38
    assert found["card_interest"] == 1_125.38
    assert found["card_late_fees"] == 1_050.00
    assert found["class"] == "doubtful"
    assert found["class_rule_of"] == 2011


def test_a_card_rate_a_day_is_two_rates_a_year() -> None:
    assert summary(kind="card")["card_rate_per_year"] == 0.18
    assert summary(kind="card", day_count="365")["card_rate_per_year"] == 0.1825


@pytest.mark.parametrize(
    ("lender", "on", "kind", "rate"),
    [
        ("bank", "2026-11-23", "court_trim", 0.24),
        ("consumer-finance", "2026-11-23", "court_trim", 0.24),
        ("micro-loan", "2025-12-23", "court_trim", 0.24),
        ("micro-loan", "2025-12-24", "regulator_cap", 0.24),
        ("micro-loan", "2027-12-31", "lpr_multiple", 0.12),
        ("private", "2020-08-20", "lpr_multiple", 0.154),
        ("private", "2023-08-20", "lpr_multiple", 0.142),
        ("private", "2023-08-21", "lpr_multiple", 0.138),
        ("private", "2026-11-23", "lpr_multiple", 0.12),
    ],
)
def test_the_ceiling_is_the_one_of_the_lender_and_the_day(
    lender: str, on: str, kind: str, rate: float
) -> None:
    found = summary(lender=lender, on=on)
    assert found["ceiling_kind"] == kind
    assert found["ceiling_per_year"] == rate


def test_a_prime_rate_of_ones_own_replaces_the_published_one() -> None:
    found = summary(lender="private", lpr="0.05")
    assert (found["ceiling_per_year"], found["lpr_of"]) == (0.2, None)
    assert summary(lender="private")["lpr_of"] == "2026-08-20"


def test_the_same_penalty_is_within_a_banks_line_and_above_a_private_ceiling() -> None:
    assert not summary(lender="bank")["above_ceiling"]
    private = summary(lender="private")
    assert private["above_ceiling"]
    assert private["charges_above_ceiling"] == 150.00


def test_a_rate_above_the_ceiling_is_above_it_from_the_first_day() -> None:
    assert summary(lender="private", days="0")["above_ceiling"]


def test_guidance_is_told_for_the_lender_it_was_reported_for() -> None:
    assert summary(lender="consumer-finance")["guidance_per_year"] == 0.2
    before = summary(lender="consumer-finance", on="2025-10-28")
    assert before["guidance_per_year"] is None
    assert summary(lender="bank")["guidance_per_year"] is None


def test_five_hundred_paid_barely_move_the_debt() -> None:
    found = summary(paid="500")
    assert found["paid_to_interest"] == 450.00
    assert found["paid_to_principal"] == 50.00
    assert found["owed_after_payment"] == 9_950.00


def test_costs_come_first_and_what_is_too_much_is_left_over() -> None:
    found = summary(paid="20000", enforcement_costs="300", unpaid_interest="100")
    assert found["paid_to_costs"] == 300.00
    assert found["paid_to_interest"] == 550.00
    assert found["paid_left_over"] == 9_150.00
    assert found["owed_after_payment"] == 0.00


def test_from_day_91_a_card_payment_reaches_the_principal() -> None:
    before = summary(kind="card", paid="500", days="90")
    after = summary(kind="card", paid="500", days="91")
    assert (before["paid_to_interest"], before["paid_to_principal"]) == (500, 0)
    assert (after["paid_to_interest"], after["paid_to_principal"]) == (0, 500)
    assert after["owed_after_payment"] == round(after["card_owed"] - 500, 2)


def test_a_loan_keeps_the_order_of_the_code_however_late() -> None:
    found = summary(paid="500", days="400")
    assert (found["paid_to_interest"], found["paid_to_principal"]) == (500, 0)


def test_the_rows_are_every_day_from_nought_to_the_last() -> None:
    rows = answer(case(days="3")).document()["rows"]
    assert [row["days_past_due"] for row in rows] == [0, 1, 2, 3]
    assert [row["penalty"] for row in rows] == [0, 5, 10, 15]
    assert [row["class"] for row in rows] == ["normal"] + 3 * ["special_mention"]


def test_a_longer_path_begins_like_a_shorter_one() -> None:
    short, long = case(days="30").path, case().paths(720)
    assert long.arrears.owed[:31].tolist() == short.arrears.owed.tolist()
    assert long.classes[:31].tolist() == short.classes.tolist()
    assert long.card.owed[:31].tolist() == short.card.owed.tolist()


def test_every_source_named_is_known_and_json_holds_numbers() -> None:
    for lender in ("bank", "consumer-finance", "micro-loan", "private"):
        for kind in ("loan", "card"):
            found = json.loads(answer(case(lender=lender, kind=kind)).json())
            assert found["sources"]
            assert isinstance(found["summary"]["owed"], float)
            assert tuple(found["inputs"]) == INPUTS


def test_an_instalment_after_the_last_one_is_refused_and_settled() -> None:
    texts = {"basis": ["instalment"], "missed_instalment": ["13"]}
    values, refusals = MODEL.read(texts, TODAY)
    assert [refusal.kind for refusal in refusals] == ["settle_after_end"]
    assert values["missed_instalment"] == 12


def test_the_instalment_does_not_matter_where_an_amount_is_overdue() -> None:
    assert case(missed_instalment="13").overdue_principal == 10_000


def test_a_penalty_on_penalty_without_a_period_is_refused_and_settled() -> None:
    values, refusals = MODEL.read({"penalty_on_penalty": ["yes"]}, TODAY)
    assert [refusal.kind for refusal in refusals] == ["nothing_compounded"]
    assert values["penalty_on_penalty"] is False


def test_a_penalty_on_penalty_is_dearer() -> None:
    found = summary(compound="monthly", penalty_on_penalty="yes", days="360")
    assert found["penalty"] == 1_956.18


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("uplift", "50"),
        ("uplift", "0.2"),
        ("rate", "12"),
        ("rate", "nan"),
        ("days", "-1"),
        ("days", "1.5"),
        ("principal", "-1"),
        ("principal", "1e9"),
        ("day_count", "364"),
        ("kind", "mortgage"),
        ("compound", "yearly"),
        ("lender", "friend"),
        ("on", "2020-08-19"),
        ("on", "2026-02-30"),
        ("lpr", "3"),
        ("penalty_on_penalty", "maybe"),
    ],
)
def test_a_value_out_of_its_range_is_refused(name: str, text: str) -> None:
    _, refusals = MODEL.read({name: [text]}, TODAY)
    assert [refusal.name for refusal in refusals] == [name]


@given(
    st.integers(0, 720),
    st.sampled_from(["bank", "consumer-finance", "micro-loan", "private"]),
    st.dates(date(2020, 8, 20), date(2099, 12, 31)),
    st.integers(0, 20_000),
)
def test_every_lender_and_day_has_an_answer_that_adds_up(
    days, lender, on, paid
) -> None:
    found = summary(days=str(days), lender=lender, on=on.isoformat(), paid=str(paid))
    assert found["owed"] == pytest.approx(
        found["overdue_principal"]
        + found["overdue_interest"]
        + found["penalty"]
        + found["compound_interest"],
        abs=1e-6,
    )
    assert found["owed"] - found["owed_after_payment"] == pytest.approx(
        paid - found["paid_left_over"], abs=0.011
    )


@pytest.mark.parametrize(
    ("yuan", "rounded"),
    [
        (1.005, 1.01),  # 1.00499999999999989 in binary
        (2.675, 2.68),
        (1.0049999, 1.00),
        (0.285, 0.29),
        (8.115, 8.12),
    ],
)
def test_half_a_fen_is_rounded_up_whatever_its_binary_noise(yuan, rounded) -> None:
    assert float(fen(yuan)) == rounded
