"""A case of true cost: what the command answers, what it refuses, and its presets."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.cli import main
from after_overdue.models.apr.case import (
    INPUTS,
    AprCase,
    answer,
    apr_case,
    cases_along,
    inputs_on,
    presets,
    resolve_conflicts,
)
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 23)


def case(**given: str) -> AprCase:
    values, refusals = MODELS["apr"].read(
        {name: [text] for name, text in given.items()}, TODAY
    )
    assert not refusals
    return apr_case(values, TODAY)


def asked(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, object]:
    assert main(["apr", *options, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_default_case_is_the_worked_example(capsys) -> None:
    document = asked(capsys)
    summary = document["summary"]
    assert summary["apr"] == pytest.approx(0.130342, abs=5e-7)
    assert summary["ear"] == pytest.approx(0.138418, abs=5e-7)
    assert summary["nominal_rate_per_year"] == pytest.approx(0.072)
    assert summary["instalment"] == pytest.approx(1_072)
    assert summary["fees_total"] == pytest.approx(864)
    assert summary["interest_at_nominal_rate"] == pytest.approx(473.13, abs=0.005)
    early = asked(capsys, "--settle-after=6")["summary"]
    assert early["interest_at_nominal_rate"] == pytest.approx(344.23, abs=0.005)
    assert list(document["inputs"]) == list(INPUTS)
    cited = [source["id"] for source in document["sources"]]
    assert "annual-rate-announcement-2021" in cited


def test_the_rows_run_from_the_payout_to_the_last_payment(capsys) -> None:
    rows = asked(capsys, "--settle-after", "6", "--fees-waived", "no")["rows"]
    assert [row["month"] for row in rows] == list(range(7))
    assert rows[0]["effective_rate"] is None
    assert rows[0]["cash_flow"] == 12_000
    assert rows[6]["fee"] == pytest.approx(7 * 72)
    assert rows[6]["principal"] == pytest.approx(7_000)
    assert rows[6]["balance"] == 0
    paid = sum(row["payment"] for row in rows)
    assert paid == pytest.approx(12_864)


def test_a_settlement_after_the_end_becomes_the_end_and_says_so() -> None:
    values, refusals = MODELS["apr"].read(
        {"settle_after": ["20"], "months": ["12"]}, TODAY
    )
    assert values["settle_after"] == 12
    assert [refusal.kind for refusal in refusals] == ["settle_after_end"]


@pytest.mark.parametrize("months", [50, 53, 59, 60])
def test_fees_that_take_everything_are_set_to_a_fee_that_does_not(months: int) -> None:
    values = {each.name: each.default for each in inputs_on(TODAY).values()}
    values |= {"months": months, "monthly_fee": 0.02, "fees": "upfront"}
    settled, refusals = resolve_conflicts(values)
    assert [refusal.kind for refusal in refusals] == ["fees_take_all"]
    again, none = resolve_conflicts(settled)
    assert (again, none) == (settled, [])
    assert apr_case(settled, TODAY).flows.cash_flow[0] > 0
    assert months * (settled["monthly_fee"] + 0.0001) >= 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--months", "0"), "--months is 0; allowed is 1 to 60."),
        (("--months", "1.5"), "whole number"),
        (("--monthly-fee", "6%"), "--monthly-fee is 6%; allowed is 0 to 0.02."),
        (("--monthly-fee", "nan"), "not a share; write it as 0.12 or 12%"),
        (("--fees", "later"), "allowed is spread, first, upfront"),
        (("--fees-waived", "perhaps"), "allowed is yes or no"),
        (("--settle-after", "13"), "after the last instalment; allowed is 1 to 12"),
        (
            ("--fees", "upfront", "--months", "60", "--monthly-fee", "0.02"),
            "leaves nothing to pay out; allowed is up to 0.0166",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(
    capsys, options: tuple[str, ...], words: str
) -> None:
    assert main(["apr", *options]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_the_fee_slider_is_answered_at_every_position() -> None:
    along = cases_along(case(settle_after="6"))
    assert [each.monthly_fee for each in along[:2]] == [0, 0.0001]
    assert len(along) == 201
    alone = case(settle_after="6").rate.apr
    assert along[60].monthly_fee == 0.006
    assert along[60].rate.apr == pytest.approx(float(alone))


def test_a_slider_may_run_past_fees_that_take_everything() -> None:
    along = cases_along(case(fees="upfront", months="60"))
    assert along[166].has_payout
    assert not along[167].has_payout
    assert not along[-1].has_payout


@pytest.mark.parametrize(
    ("name", "percent_a_year"),
    [
        ("huabei_3", 14.94),
        ("huabei_6", 15.27),
        ("huabei_9", 15.34),
        ("huabei_12", 15.86),
        ("ccb_12", 13.03),
        ("ccb_3", 13.45),
        ("icbc_24", 14.33),
    ],
)
def test_a_preset_costs_what_the_facts_say(name: str, percent_a_year: float) -> None:
    found = {each.name: each for each in presets(TODAY)}[name]
    rate = case(months=str(found.months), monthly_fee=f"{found.monthly_fee:.12f}").rate
    assert 100 * float(rate.apr) == pytest.approx(percent_a_year, abs=0.005)


def test_presets_stand_by_lender_and_term_with_date_and_source() -> None:
    found = presets(TODAY)
    assert [each.name for each in found if each.name.startswith("huabei")] == [
        "huabei_3",
        "huabei_6",
        "huabei_9",
        "huabei_12",
    ]
    for each in found:
        assert each.value.sources
        assert each.value.parameter.note
        assert 0 < each.monthly_fee <= 0.02


def test_before_huabei_there_is_no_huabei_preset_to_ask_for() -> None:
    names = [each.name for each in presets(date(2015, 2, 1))]
    assert "abc" in names
    assert not [name for name in names if name.startswith("huabei")]


@given(
    st.integers(1, 60),
    st.integers(1, 60),
    st.floats(0.0001, 0.015),
    st.sampled_from(["spread", "first"]),
    st.booleans(),
)
def test_dearer_than_said_means_fees_above_the_interest_of_the_same_months(
    months, settle_after, fee, fees, waived
) -> None:
    values = {name: each.default for name, each in inputs_on(TODAY).items()} | {
        "months": months,
        "settle_after": min(settle_after, months),
        "monthly_fee": fee,
        "fees": fees,
        "fees_waived": waived,
    }
    found = answer(apr_case(values, TODAY)).summary
    dearer = found["apr"] > found["nominal_rate_per_year"] + 1e-9
    above = found["fees_total"] > found["interest_at_nominal_rate"] + 1e-9
    assert dearer == above
