"""A case of several debts: the command line, its refusals, its slider."""

import json
from datetime import date

import pytest

from after_overdue.cli import main
from after_overdue.models.pay_first.case import cases_along, pay_first_case, travel
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 23)
THREE = "20000:0.24:600,3000:0:100,8000:0.06:300"


def case(**given: str):
    values, refusals = MODELS["pay_first"].read(
        {name: [text] for name, text in given.items()}, TODAY
    )
    assert refusals == []
    return pay_first_case(values, TODAY)


def asked(capsys, *options: str) -> dict:
    assert main(["pay-first", *options, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_dearest_first_and_smallest_first_on_the_command_line(capsys) -> None:
    found = asked(capsys, "--debts", THREE, "--budget", "2000")["summary"]
    dearest, smallest = found["dearest_first"], found["smallest_first"]
    assert (dearest["months"], dearest["interest"]) == (18, 3731.04)
    assert (smallest["months"], smallest["interest"]) == (19, 5420.65)
    assert smallest["first_debt_gone_in"] == 3
    assert smallest["debts"]["2"] == {"gone_in": 3}
    assert found["least_payments"] == 1000


def test_the_rows_end_at_the_summary(capsys) -> None:
    found = asked(capsys)
    last = found["rows"][-1]
    for order in ("dearest_first", "smallest_first", "arrears_first"):
        assert last[f"{order}_interest"] == found["summary"][order]["interest"]
        assert last[f"{order}_owed"] == 0


@pytest.mark.parametrize(
    "written",
    [
        "20000:24%:600，3000：0：100，8000:6%:300",
        " 20000:0.24:600 , 3000:0:100,8000:.06:300,",
    ],
)
def test_debts_are_read_as_any_keyboard_writes_them(written) -> None:
    assert case(debts=written).debts == THREE.split(",")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ["--budget", "900"],
            "--budget is 900, but the minimum payments sum to 1,000;",
        ),
        (["--debts", "1:0:1"], "--debts lists 1; allowed is 2 to 6 debts,"),
        (["--debts", ",".join(["1:0:1"] * 7)], "--debts lists 7; allowed is 2 to 6"),
        (["--debts", "5:0:1,2000:24:600"], "the rate of debt 2 of --debts is 24;"),
        (["--debts", "5:0:1,0:0:1"], "the balance of debt 2 of --debts is 0; allowed"),
        (
            ["--debts", "5:0:-1,9:0:1"],
            "the minimum payment of debt 1 of --debts is -1;",
        ),
        (["--debts", "5:0:1,a:b:c"], "debt 2 of --debts is “a:b:c”; write balance,"),
        (["--debts", "5:0:1,5:1"], "debt 2 of --debts is “5:1”; write balance,"),
    ],
)
def test_a_debt_that_cannot_be_is_named_in_one_sentence(options, said, capsys) -> None:
    assert main(["pay-first", *options]) == 2
    text = capsys.readouterr().err
    assert text.startswith(said)
    assert text.count("\n") == 1


@pytest.mark.parametrize("debts", [THREE, "100:0:0,200:0.1:0", "5000000:1:9,9:0:9"])
def test_the_slider_begins_where_the_least_payments_are_covered(debts) -> None:
    here = case(debts=debts, budget="5000")
    way = travel(here)
    assert way.low >= here.owing.least_in_all
    assert [each.budget for each in cases_along(here)] == way.positions
    assert travel(case(debts=debts, budget="9000")) == way


def test_every_position_is_as_the_case_alone() -> None:
    for there in cases_along(case())[::40]:
        alone = case(budget=str(there.budget))
        assert [way.gone_in for way in there.ways.values()] == [
            way.gone_in for way in alone.ways.values()
        ]
