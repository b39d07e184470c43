"""A case of credit: what the command answers and what it refuses."""

import json
from datetime import date

import pytest

from after_overdue.cli import main
from after_overdue.models.credit_lag.case import cases_along, credit_lag_case
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 23)


def asked(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, object]:
    assert main(["credit-lag", *options, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("lag", "giver", "area"),
    [("30", "seller", 30_000), ("0", "nobody", 0), ("-7", "buyer", 7_000)],
)
def test_the_side_that_performs_first_gives_the_credit(
    capsys, lag: str, giver: str, area: float
) -> None:
    document = asked(capsys, "--lag-days", lag, "--amount", "1000")
    assert document["summary"] == {
        "who_gives_credit": giver,
        "lag_days": int(lag),
        "credit_value_days": area,
    }
    assert sum(abs(row["outstanding"]) for row in document["rows"]) == area


def test_the_article_and_the_civil_code_are_cited(capsys) -> None:
    cited = {
        (source["id"], source["pin"])
        for source in asked(capsys)["sources"]  # type: ignore[attr-defined]
    }
    assert {("article", "L43"), ("civil-code", "art-525")} <= cited


def test_the_lag_slider_is_answered_at_every_position() -> None:
    values, _ = MODELS["credit_lag"].read({}, TODAY)
    cases = cases_along(credit_lag_case(values, TODAY))
    assert [case.lag_days for case in cases] == list(range(-365, 366, 5))
    assert {case.amount for case in cases} == {1_000}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--lag-days", "366"), "--lag-days is 366; allowed is -365 to 365."),
        (("--lag-days", "a week"), "not a number"),
        (("--lag-days", "1.5"), "whole number"),
        (("--amount", "0"), "--amount is 0; allowed is 1 to"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(
    capsys, options: tuple[str, ...], words: str
) -> None:
    assert main(["credit-lag", *options]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
