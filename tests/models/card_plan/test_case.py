"""A case of a card debt: the command line, its slider, its rows."""

import json
from datetime import date

import pytest

from after_overdue.cli import main
from after_overdue.models.card_plan.case import card_plan_case, cases_along, travel
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 23)


def case(**given: str):
    values, refusals = MODELS["card_plan"].read(
        {name: [text] for name, text in given.items()}, TODAY
    )
    assert refusals == []
    return card_plan_case(values, TODAY)


def asked(capsys, *options: str) -> dict:
    assert main(["card-plan", *options, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_same_sum_costs_nothing_with_a_plan_and_much_without(capsys) -> None:
    found = asked(capsys, "--debt", "50000", "--pay-per-month", "833.33")["summary"]
    assert found["plan"] == {"first_payment": 833.33, "months": 60, "interest": 0}
    fixed = {"first_payment": 833.33, "months": 155, "interest": 78881.32}
    assert found["fixed"] == found["without_plan"] == fixed


def test_a_debt_that_is_never_paid_off_has_no_months(capsys) -> None:
    found = asked(capsys, "--debt", "50000", "--pay-per-month", "700")
    assert found["summary"]["fixed"] == {
        "first_payment": 700,
        "months": None,
        "interest": None,
    }
    assert found["rows"][-1]["fixed_owed"] > 50_000


def test_the_rows_sum_to_the_summary(capsys) -> None:
    found = asked(capsys, "--plan-rate", "0.0365")
    for way in ("minimum", "fixed", "plan"):
        paid = sum(row[f"{way}_interest"] for row in found["rows"])
        assert paid == pytest.approx(found["summary"][way]["interest"])
        assert found["rows"][-1][f"{way}_owed"] == 0


def test_the_slider_goes_from_where_the_debt_hardly_shrinks_to_a_quarter() -> None:
    way = travel(case(debt="50000"))
    assert (way.low, way.high, way.step) == (700, 12_500, 100)


@pytest.mark.parametrize("debt", ["100", "1234.5", "50000", "1000000"])
@pytest.mark.parametrize("share", ["0.01", "0.1", "0.5"])
def test_the_slider_has_the_first_minimum_and_few_enough_positions(debt, share) -> None:
    here = case(debt=debt, minimum_share=share)
    positions = travel(here).positions
    assert positions[0] <= here.terms.interest(here.debt) or len(positions) > 1
    assert positions[-1] >= here.minimum.first_payment
    assert 50 < len(positions) < 700
    assert [each.pay_per_month for each in cases_along(here)] == positions


def test_the_way_of_the_slider_does_not_depend_on_where_it_stands() -> None:
    ways = {travel(case(pay_per_month=pay)) for pay in ("0", "800", "99999")}
    assert len(ways) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--debt", "5"], "--debt is 5; allowed is 100 to 1,000,000."),
        (["--plan-months", "61"], "--plan-months is 61; allowed is 1 to 60."),
        (["--pay-per-month", "lots"], "--pay-per-month is “lots”, which is not a"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(options, said, capsys) -> None:
    assert main(["card-plan", *options]) == 2
    assert capsys.readouterr().err.startswith(said)
