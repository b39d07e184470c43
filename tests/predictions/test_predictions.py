"""Predictions: what is right comes from the model, at the trainer's settings."""

from datetime import date
from typing import Any

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.errors import InputError
from after_overdue.models.registry import HOME, MODELS, PAGE_MODELS
from after_overdue.predictions.case import PREDICTABLE, PredictionCase, prediction_case
from after_overdue.predictions.words import PredictionWords

TODAY = date(2026, 11, 23)
EVERY = [(page, kind) for page, kinds in PREDICTABLE.items() for kind in kinds]


def asked(page: str, kind: str, /, **settings: str) -> PredictionCase:
    return prediction_case(page, kind, settings, TODAY)


def words(case: PredictionCase, language: str = "en") -> PredictionWords:
    return PredictionWords(case, Locale(language))


def test_the_score_is_back_in_month_40_or_41_of_the_timetable() -> None:
    case = asked("score_recovery", "month")
    assert case.truth.months == (40, 41)
    assert words(case).right() == "month 40 or month 41"


def test_the_truth_does_not_need_the_reading_to_be_on_the_chart() -> None:
    case = asked("score_recovery", "month", readings="restored")
    assert case.truth.months == (40, 41)


def test_a_target_above_the_score_before_is_never_reached() -> None:
    case = asked("score_recovery", "month", target="700")
    assert case.truth.months == (None, None)
    assert case.is_right({"month": None}) and not case.is_right({"month": 72})
    assert words(case).right() == "never, by the timetable"


def test_the_score_at_the_chosen_month_is_asked() -> None:
    case = asked("score_recovery", "number", chosen_month="24")
    assert case.truth.numbers == (602, 602)
    assert "at the end of month 24" in words(case).question


def test_a_point_is_right_where_it_lies_on_the_curve() -> None:
    case = asked("score_recovery", "point")
    assert case.is_right({"month": 24, "number": 603})
    assert not case.is_right({"month": 24, "number": 640})


def test_a_mark_is_deleted_sixty_months_after_the_month_of_payment() -> None:
    days = {"due_on": "2026-01-15", "cured_on": "2026-06-20"}
    case = asked("credit_record", "month", **days)
    assert case.truth.months == (5 + 60,)


def test_an_unpaid_mark_has_no_month_of_deletion() -> None:
    case = asked("credit_record", "month")
    assert case.truth.months == (None,)
    assert words(case).right() == "no date while it is unpaid"


def test_ninety_days_late_cost_450_yuan() -> None:
    case = asked("penalty_interest", "number")
    assert case.truth.numbers == (450,)
    assert case.is_right({"number": 495}) and not case.is_right({"number": 496})


def test_a_card_costs_interest_and_late_fees() -> None:
    case = asked("penalty_interest", "number", kind="card", days="30")
    summary = case.answer.summary
    cost = summary["card_interest"] + summary["card_late_fees"]
    assert case.truth.numbers == (pytest.approx(cost),)


def test_an_annual_rate_is_predicted_in_per_cent() -> None:
    case = asked("apr", "number")
    assert case.truth.numbers == (pytest.approx(13.034, abs=0.001),)
    assert case.is_right({"number": 13}) and not case.is_right({"number": 7.2})
    assert words(case).right() == "13.03%"


def test_credit_paid_for_in_advance_counts_as_much_as_credit_paid_later() -> None:
    later = asked("credit_lag", "number", lag_days="30").truth
    assert later.numbers == (30_000,)
    assert asked("credit_lag", "number", lag_days="-30").truth == later


def test_a_loan_book_is_predicted_in_per_cent_of_the_book() -> None:
    case = asked("loan_book", "number")
    assert case.truth.numbers == (100 * case.answer.summary["overdue_share"],)


def test_every_model_but_that_of_home_has_something_to_predict() -> None:
    assert PREDICTABLE.keys() == MODELS.keys() - {HOME}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("page", "kind"), EVERY)
def test_every_prediction_is_asked_and_answered_in_words(
    page: str, kind: str, language: str
) -> None:
    said = words(asked(page, kind), language)
    assert said.name and said.question and said.range() and said.right()
    assert len(said.given()) == len(PREDICTABLE[page][kind].shows)


@pytest.mark.parametrize(("page", "kind"), EVERY)
def test_the_truth_itself_is_right_and_can_be_answered(page: str, kind: str) -> None:
    case = asked(page, kind)
    response: dict[str, Any] = {}
    if kind == "month":
        response["month"] = case.truth.months[0]
    if kind == "point":
        response["month"] = 30
        response["number"] = case.truth.curves[0][30]
    if kind == "number":
        response["number"] = case.truth.numbers[0]
    if case.pad:
        response["curve"] = [case.modelled[0][month] for month in case.pad.months]
    assert case.is_right(response)
    assert case.distance(response) == (None if response.get("month", 0) is None else 0)
    assert words(case).refusal(response) == ""
    assert words(case).response(response)


def test_settings_that_differ_from_the_page_are_told_to_a_learner() -> None:
    said = dict(words(asked("score_recovery", "month", relapse_month="30")).given())
    assert "month 30" in said.values()


@pytest.mark.parametrize(
    "response",
    [{}, {"month": 3}, {"number": 3, "month": 3}, "13", None, {"number": None}],
    ids=str,
)
def test_an_answer_of_another_kind_is_refused(response: object) -> None:
    assert words(asked("apr", "number")).refusal(response)


@pytest.mark.parametrize(
    "number", [-0.1, 1000.1, True, "13", float("nan"), float("inf")], ids=str
)
def test_a_number_out_of_range_is_refused_with_the_range(number: object) -> None:
    texts = words(asked("apr", "number")).refusal({"number": number})
    assert texts == (
        "That lies outside what can be answered; allowed is 0% to 1000%, "
        "so choose again."
    )


def test_no_month_is_an_answer_only_where_there_may_be_none() -> None:
    assert words(asked("score_recovery", "month")).refusal({"month": None}) == ""
    point = {"month": None, "number": 600}
    assert words(asked("score_recovery", "point")).refusal(point)


def test_settings_that_do_not_open_the_page_are_refused() -> None:
    with pytest.raises(InputError, match="points_lost is 900; allowed is 0 to 200"):
        asked("score_recovery", "month", points_lost="900")


def test_what_cannot_be_predicted_is_refused_with_what_can() -> None:
    message = "'apr.month' is nothing that can be predicted; there is .*apr.number"
    with pytest.raises(InputError, match=message):
        asked("apr", "month")


def test_predictions_are_asked_at_the_settings_that_a_page_has() -> None:
    for page, names in PREDICTABLE.items():
        settings = PAGE_MODELS[page].inputs_on(TODAY).keys()
        for thing in names.values():
            assert set(thing.shows) <= settings
