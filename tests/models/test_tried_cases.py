"""Cases that others published or computed, each with where it comes from."""

from datetime import date
from typing import Any

import pytest

from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 29)
NO_CHECKS = {
    "weak_share": "0",
    "stopped_by_inspection": "0",
    "good_turned_away": "0",
}


def asked(noun: str, **given: str) -> Any:
    values, refusals = MODELS[noun].read(
        {name: [each] for name, each in given.items()}, TODAY
    )
    assert refusals == []
    return MODELS[noun].answer(values, TODAY)


def shares(months: int) -> list[float]:
    rows = asked("loan_book", months=str(months), **NO_CHECKS).rows
    return [float(each[-1]) for name, each in rows.items() if name != "month"]


def test_regulation_zs_level_payments_give_its_rate() -> None:
    """Reg Z, appendix J (c)(1)(i), as coded in FSharp.Finance.Personal."""
    found = asked("apr", amount="5000", months="24", monthly_fee="0.004333333333")
    assert found.summary["apr"] == pytest.approx(0.0969, abs=0.00005)


def test_a_rate_does_not_depend_on_the_amount() -> None:
    """Anexen/pyxirr 25 and 61: an absolute tolerance loses digits of small sums."""
    found = [
        asked("apr", amount=amount, months="12", monthly_fee="0.006").summary["apr"]
        for amount in ("100", "1000000")
    ]
    assert found == pytest.approx([0.13034224281] * 2, abs=1e-11)


@pytest.mark.parametrize(("days", "penalty"), [("31", 1528.77), ("29", 1430.14)])
def test_six_per_cent_over_365_days_is_charged_by_the_day(days, penalty) -> None:
    """we-promise/sure 3638: 300,000 at 6 %, actual days over 365."""
    found = asked(
        "penalty_interest",
        principal="300000",
        rate="0.04",
        uplift="0.5",
        days=days,
        day_count="365",
    )
    assert found.summary["penalty"] == penalty


@pytest.mark.parametrize(
    ("months", "published"),
    [
        (2, [0.643, 0.319, 0.038, 0, 0]),
        (4, [0.468, 0.431, 0.070, 0.023, 0.008]),
        (10, [0.315, 0.512, 0.091, 0.036, 0.046]),
    ],
)
def test_the_card_matrix_gives_the_shares_published_with_it(months, published) -> None:
    """Kallberg and Saunders, as quoted on r-help, 2004-04-30, and in SIAM News."""
    assert shares(months) == pytest.approx(published, abs=0.0005)


def test_a_chain_of_three_months_is_as_computed_from_the_unmended_row() -> None:
    """As quoted on r-help, where the row of 1.02 is taken as it is printed."""
    computed = [0.540, 0.387, 0.058, 0.015, 0]
    assert shares(3) == pytest.approx(computed, abs=0.001)


def test_seven_american_years_run_from_the_first_missed_payment() -> None:
    """FCRA 605(c), as people work it out who ask when a mark of theirs goes."""
    found = asked(
        "credit_record", due_on="2023-01-01", cured_on="2023-04-01", as_of="2023-05-01"
    )
    assert found.summary["countries"]["united_states"]["ends_on"] == date(2030, 1, 1)


def test_due_dates_at_a_months_end_do_not_drift() -> None:
    """dateutil 53 and 1149: 31 January and one month three times is no 28 April."""
    found = asked(
        "credit_record",
        due_on="2025-01-31",
        as_of="2025-03-31",
        kind="card",
        missed_instalments="6",
    )
    codes = dict(zip(found.rows["month"], found.rows["code"], strict=True))
    assert [codes["2025-02"], codes["2025-03"]] == ["1", "2"]


@pytest.mark.parametrize(
    ("day", "ceiling"),
    [("2022-08-21", 0.148), ("2024-10-20", 0.134), ("2025-05-20", 0.12)],
)
def test_four_times_the_prime_rate_of_the_day_is_the_ceiling(day, ceiling) -> None:
    """The published one-year prime rates, and art. 25 on private lending."""
    found = asked("penalty_interest", lender="private", on=day)
    assert found.summary["ceiling_per_year"] == ceiling
