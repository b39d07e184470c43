"""Inputs: how people type numbers, and what may mean something else."""

from datetime import date

import pytest

from after_overdue.cases.inputs import read_inputs
from after_overdue.models.loan_book.case import wanted
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "given", ["5,000", "5，000", "５０００", "5 000", "5\u00a0000"]
)
def test_thousands_may_be_separated_in_whole_numbers_and_money(given) -> None:
    assert wanted(TODAY)["loans"].read(given) == (5000, None)
    assert MODELS["apr"].wanted(TODAY)["amount"].read(given) == (5000.0, None)


@pytest.mark.parametrize("given", ["5,00", "12,5", "0,125", "5_000", "1,0000", "5²"])
def test_a_comma_that_may_mean_a_point_is_refused(given) -> None:
    _, refusal = MODELS["apr"].wanted(TODAY)["amount"].read(given)
    assert refusal is not None
    assert (refusal.kind, refusal.given) == ("not_a_number", given)


def test_a_grouped_number_with_decimals_is_no_whole_number() -> None:
    _, refusal = wanted(TODAY)["loans"].read("5,000.5")
    assert refusal is not None
    assert refusal.kind == "not_whole"


@pytest.mark.parametrize(
    ("noun", "name", "given", "end"),
    [
        ("score_recovery", "repaired_in", "1000-01", "low"),
        ("score_recovery", "repaired_in", "9000-01", "high"),
        ("credit_record", "due_on", "1000-01-01", "low"),
        ("credit_record", "due_on", "9000-01-01", "high"),
    ],
)
def test_a_day_out_of_range_becomes_the_nearest_that_is_allowed(
    noun: str, name: str, given: str, end: str
) -> None:
    wanted = MODELS[noun].wanted(TODAY)[name]
    held, refusal = wanted.read(given)
    assert wanted.write(held) == f"{getattr(wanted, end)}"
    assert refusal is not None
    assert refusal.kind.endswith("_out_of_range")


def test_of_a_list_what_is_known_is_kept_and_without_any_the_start() -> None:
    readings = MODELS["score_recovery"].wanted(TODAY)["readings"]
    assert readings.read("restored,magic")[0] == ["restored"]
    held, refusal = readings.read("magic")
    assert held == readings.default
    assert refusal is not None
    assert refusal.given == "magic"


def test_a_value_given_twice_is_refused_only_where_it_differs() -> None:
    wanted = MODELS["score_recovery"].wanted(TODAY)
    held, refusals = read_inputs(wanted, {"points_lost": ["80", "80"]})
    assert (held["points_lost"], refusals) == (80, [])
    held, (refusal,) = read_inputs(wanted, {"points_lost": ["70", "80"]})
    assert (held["points_lost"], refusal.kind) == (80, "repeated")
