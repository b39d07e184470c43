"""A case of an unlicensed loan: what the command answers and what it refuses."""

import json
from datetime import date

import pytest

from after_overdue.cli import main
from after_overdue.models.registry import MODELS
from after_overdue.models.unlicensed_loan.case import (
    cases_along,
    unlicensed_loan_case,
)

TODAY = date(2026, 11, 29)


def asked(capsys: pytest.CaptureFixture[str], *options: str) -> dict:
    assert main(["unlicensed-loan", *options, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_sample_case_has_its_rate_its_principal_and_its_year(capsys) -> None:
    summary = asked(
        capsys,
        *("--received", "1400", "--asked", "2000", "--days", "7"),
        *("--lend-again-fee", "0.03"),
    )["summary"]
    assert round(summary["rate_per_year"], 3) == 22.347
    assert summary["principal_in_law"] == 1_400
    assert summary["ceiling_per_year"] == 0.12
    assert round(summary["interest_at_ceiling"], 2) == 3.22
    assert round(summary["after_12_months"], 2) == round(2_000 * 1.0506**12, 2)


def test_the_note_is_rolled_on_and_not_what_arrived(capsys) -> None:
    document = asked(capsys, "--received", "7000", "--asked", "10000")
    assert round(document["summary"]["after_12_months"], 2) == 18_082.10
    owed = [round(row["debt"], 2) for row in document["rows"]]
    assert (owed[0], owed[3], owed[6]) == (10_000, 11_596.11, 13_446.97)


def test_the_principal_in_law_does_not_follow_the_note(capsys) -> None:
    found = {
        asked(capsys, "--received", "900", "--asked", note)["summary"][
            "principal_in_law"
        ]
        for note in ("900", "1500", "90000")
    }
    assert found == {900}


def test_the_civil_code_and_the_lending_provisions_are_cited(capsys) -> None:
    cited = {(source["id"], source["pin"]) for source in asked(capsys)["sources"]}
    assert {
        ("civil-code", "art-670"),
        ("private-lending-provisions", "art-13"),
        ("private-lending-provisions", "art-25"),
    } <= cited


def test_the_slider_of_days_is_answered_at_every_position() -> None:
    values, _ = MODELS["unlicensed_loan"].read({}, TODAY)
    cases = cases_along(unlicensed_loan_case(values, TODAY))
    assert [case.days for case in cases] == list(range(1, 181))
    assert {case.received for case in cases} == {1_400}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--asked", "1000"), "--asked is 1,000, less than the 1,400 received"),
        (("--days", "0"), "--days is 0; allowed is 1 to 180."),
        (("--received", "nothing"), "not a number"),
        (("--lend-again-fee", "0.5"), "allowed is 0 to 0.3"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(
    capsys, options: tuple[str, ...], words: str
) -> None:
    assert main(["unlicensed-loan", *options]) == 2
    text = capsys.readouterr().err
    assert words in text
    assert text.count("\n") == 1
