"""A case of a loan book: what the command answers and what it refuses."""

import json
from datetime import date

import pytest

from after_overdue.cli import main
from after_overdue.models.loan_book.along import cases_along
from after_overdue.models.loan_book.case import (
    INPUTS,
    LoanBookCase,
    loan_book_case,
)
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 23)
NO_CHECKS = (
    "--weak-share=0",
    "--stopped-by-inspection=0",
    "--good-turned-away=0",
)


def case(**given: str) -> LoanBookCase:
    values, refusals = MODELS["loan_book"].read(
        {name: [text] for name, text in given.items()}, TODAY
    )
    assert not refusals
    return loan_book_case(values, TODAY)


def asked(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, object]:
    assert main(["loan-book", *options, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_without_checks_the_published_matrix_gives_the_published_shares(capsys) -> None:
    rows = asked(capsys, *NO_CHECKS)["rows"]
    assert list(rows[2].values())[1:] == pytest.approx(
        [0.643, 0.319, 0.038, 0, 0], abs=0.0005
    )
    assert list(rows[4].values())[1:] == pytest.approx(
        [0.468, 0.431, 0.070, 0.023, 0.008], abs=0.0005
    )
    assert rows[10]["overdue_3_or_more"] == pytest.approx(0.046, abs=0.001)


def test_the_misprinted_row_is_named_and_the_ladder_has_none(capsys) -> None:
    values, _ = MODELS["loan_book"].read({}, TODAY)
    before = MODELS["loan_book"].answer(values, TODAY).summary
    assert before["renormalised_rows"] == ("overdue_2",)
    assert asked(capsys)["summary"]["renormalised_rows"] == []
    ladder = asked(capsys, "--matrix", "ladder")
    assert ladder["summary"]["renormalised_rows"] == []
    assert ladder["summary"]["loss_bucket"] == "written_off"


def test_the_sources_are_those_of_the_matrix_used(capsys) -> None:
    card = {source["id"] for source in asked(capsys)["sources"]}
    assert {"kallberg-saunders", "roll-rate-siam", "malik-thomas"} <= card
    assert "qfin-2022" not in card
    ladder = {source["id"] for source in asked(capsys, "--matrix=ladder")["sources"]}
    assert {"qfin-2022", "qfin-2025", "malik-thomas"} <= ladder


def test_the_values_of_the_checkpoints_are_money_for_each_loan(capsys) -> None:
    summary = asked(capsys)["summary"]
    loss = summary["loss_share"] * 10_000 * (1 - 0.0415)
    assert summary["expected_loss"] == pytest.approx(loss)
    assert summary["value_of_inspection_on_top"] < summary["value_of_inspection"]
    costs = [summary[f"cost_of_{name}"] for name in ("review", "committee")]
    inspection = summary["cost_of_inspection"]
    assert summary["cost_of_control"] == pytest.approx(sum(costs) + inspection)


def test_without_a_size_there_is_no_spread(capsys) -> None:
    document = asked(capsys)
    assert document["summary"]["spread"] is document["summary"]["book"] is None
    assert list(document["inputs"]) == list(INPUTS)
    assert document["inputs"]["loans"] is None


def test_a_small_book_spreads_more_than_a_large_one(capsys) -> None:
    widths = []
    for loans in ("10", "1000", "1000000000"):
        summary = asked(capsys, "--loans", loans)["summary"]
        spread = summary["spread"]
        widths.append(spread["overdue_share_p90"] - spread["overdue_share_p10"])
        book = summary["book"]
        loss = int(loans) * summary["expected_loss"]
        assert book["expected_loss"] == pytest.approx(loss)
    assert widths[0] > widths[1] > widths[2] > 0
    assert spread["overdue_share_p50"] == pytest.approx(
        summary["overdue_share"], abs=1e-4
    )


def test_the_same_case_draws_the_same_spread(capsys) -> None:
    one = asked(capsys, "--loans", "500", "--matrix", "ladder")
    assert one == asked(capsys, "--loans", "500", "--matrix", "ladder")
    assert "overdue_share_p90" in one["rows"][12]


def test_a_slider_of_a_share_is_answered_at_every_position() -> None:
    along = cases_along(case(), "stopped_by_review")
    assert [each.stopped_by_review for each in along[:3]] == [0, 0.01, 0.02]
    assert len(along) == 101
    losses = [float(each.book.loss_share[-1]) for each in along]
    assert losses == sorted(losses, reverse=True)


def test_the_ladders_steps_can_be_set() -> None:
    steep = case(matrix="ladder", roll_1_to_2="0.9", late_on_day_one="0.1")
    rates, _ = steep.rates
    assert rates.matrix[1, 2] == pytest.approx(0.9)
    assert rates.matrix[0, 1] == pytest.approx(0.1 * 0.14)


def test_the_strictest_settings_still_leave_a_book() -> None:
    strict = case(
        weak_share="0.9",
        stopped_by_review="1",
        stopped_by_committee="1",
        stopped_by_inspection="1",
        good_turned_away="0.9",
    )
    assert strict.book.weak_share == 0
    assert strict.book.loss_share[-1] == 0
    assert strict.book.applicants_per_loan == pytest.approx(1 / (0.1 * 0.1**3))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            ("--weak-share", "20"),
            "--weak-share is 20; allowed is 0 to 0.9 (20 per cent is written 20%).",
        ),
        (("--matrix", "mine"), "allowed is kallberg-saunders, ladder"),
        (("--loans", "0"), "--loans is 0; allowed is 1 to 1,000,000,000."),
        (("--loans", "many"), "not a number"),
        (("--months", "121"), "allowed is 1 to 120"),
        (("--weak-roll-odds", "0"), "allowed is 1 to 10"),
        (("--cost-per-check", "-1"), "allowed is 0 to 1,000"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(
    capsys, options: tuple[str, ...], words: str
) -> None:
    assert main(["loan-book", *options]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
