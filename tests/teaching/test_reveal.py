"""The reveal of a step: what the room answered, drawn, told and explained."""

from datetime import date
from typing import Any

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.teaching.asked import asked_step
from after_overdue.teaching.lesson import Prediction, QuizStep
from after_overdue.teaching.reveal import Reveal, reveal

TODAY = date(2026, 11, 23)


def revealed(step: Any, *responses: object, language: str = "en") -> Reveal:
    return reveal(step, responses, today=TODAY, locale=Locale(language))


def heights(seen: Reveal) -> list[float]:
    return list(seen.figure["data"][0]["x"])


def test_a_prediction_is_explained_by_the_answers_of_its_page() -> None:
    step = Prediction("score_recovery", {"points_lost": 60}, "month")
    seen = revealed(step, {"month": 40}, {"month": 12})
    assert seen.summary[-1] == "Right: 1 of 2 (50%)."
    assert any("back at 650 in month 40 or 41" in each for each in seen.explanation)


def test_settings_of_any_kind_open_the_page_as_an_address_does() -> None:
    settings: dict[str, Any] = {"readings": ["schedule"], "on_time_share": 0.9}
    step = Prediction("score_recovery", settings, "month")
    assert "Right: 0 of 1 (0%)." in revealed(step, {"month": 1}).summary


@pytest.mark.parametrize(
    "response",
    [{"month": 9_000}, {"month": -1}, {"number": 3}, {}, "month", None, {"month": 1.5}],
    ids=str,
)
def test_what_is_no_answer_to_a_prediction_is_left_out(response: object) -> None:
    step = Prediction("score_recovery", {}, "month")
    assert revealed(step, response).summary[0] == "Nobody has answered."


def test_a_question_has_a_bar_for_each_option() -> None:
    wrong, right = {"options": ["whole-loan"]}, {"options": ["missed-part"]}
    seen = revealed(QuizStep("what-is-late"), wrong, right, right, {"options": ["x"]})
    assert seen.summary == ["3 answers.", "Right: 2 of 3 (67%)."]
    assert heights(seen) == [pytest.approx(1 / 3), 0, pytest.approx(2 / 3), 0]
    assert seen.explanation[0].startswith("**✓ The instalment that fell due")


def test_an_order_counts_who_put_a_line_in_its_place() -> None:
    first = {"order": ["costs", "interest", "principal"]}
    other = {"order": ["interest", "costs", "principal"]}
    seen = revealed(QuizStep("order-of-payment"), first, other)
    assert heights(seen) == [0.5, 0.5, 1]
    assert (
        "1. The costs of enforcing the debt: 1 · 50%."
        in seen.figure["layout"]["meta"]["alt"]
    )


def test_a_number_is_drawn_above_a_line_with_its_middle_and_the_truth() -> None:
    numbers = [{"number": each} for each in (24, 40, 60)]
    seen = revealed(QuizStep("months-by-timetable"), *numbers)
    named = {each.get("name") for each in seen.figure["layout"]["shapes"]}
    assert named == {"median", "truth"}
    assert "The middle of the room: 40 months." in seen.summary


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "question", ["what-is-late", "order-of-payment", "months-by-timetable"]
)
def test_a_room_without_answers_still_gets_the_explanation(
    question: str, language: str
) -> None:
    seen = revealed(QuizStep(question), language=language)
    assert seen.name and seen.summary and seen.explanation and seen.figure


def test_the_reply_to_a_point_is_the_model_in_the_month_that_was_chosen() -> None:
    step = Prediction("score_recovery", {}, "point")
    asked = asked_step(step, "en", TODAY)
    lines = [
        asked.replies({"month": month, "number": 640})[0].because for month in (24, 41)
    ]
    assert lines[0] == "By the model: 602 points in month 24."
    assert "in month 41." in lines[1]
