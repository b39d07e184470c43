"""The room's guesses: drawn on the model's own chart, and told in words."""

import json
from datetime import date
from typing import Any

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.predictions.case import PREDICTABLE, prediction_case
from after_overdue.predictions.guesses import RoomGuesses
from after_overdue.predictions.room_curves import room_guesses

TODAY = date(2026, 11, 23)
EVERY = [(page, kind) for page, kinds in PREDICTABLE.items() for kind in kinds]
PAID = {"due_on": "2026-01-15", "cured_on": "2026-06-20"}
SHARES = {"apr": 13, "loan_book": 17}


def room(
    page: str, kind: str, responses: list[dict[str, Any]], language: str = "en"
) -> RoomGuesses:
    settings = PAID if page == "credit_record" else {}
    case = prediction_case(page, kind, settings, TODAY)
    return room_guesses(case, responses, Locale(language))


def months(*given: int | None) -> list[dict[str, Any]]:
    return [{"month": each} for each in given]


def trace(figure: dict[str, Any], uid: str) -> dict[str, Any]:
    return next(each for each in figure["data"] if each["uid"] == uid)


def named(figure: dict[str, Any], kind: str, name: str) -> dict[str, Any]:
    return next(each for each in figure["layout"][kind] if each.get("name") == name)


def test_the_room_is_told_its_middle_the_truth_and_who_was_right() -> None:
    assert room("score_recovery", "month", months(24, 40, 60)).summary() == [
        "3 answers.",
        "The middle of the room: month 40.",
        "By the model: month 40 or month 41.",
        "Right: 1 of 3 (33%).",
    ]


def test_the_room_is_told_in_chinese() -> None:
    message = room("score_recovery", "month", months(24, 40), "zh").summary()
    assert message[0] == "共2人回答。"
    assert message[-1] == "2人中1人答对（50%）。"


def test_those_who_say_never_are_counted_and_not_drawn() -> None:
    guesses = room("score_recovery", "month", months(None, None, 40))
    assert "“never, by the timetable” was the answer of 2." in guesses.summary()
    figure = guesses.figure()
    strips = [trace(figure, uid) for uid in ("guesses", "guesses_right")]
    assert sum(sum(each["y"]) for each in strips) == 1


def test_a_room_without_answers_still_sees_the_model() -> None:
    guesses = room("score_recovery", "month", [])
    assert guesses.summary()[0] == "Nobody has answered."
    assert trace(guesses.figure(), "schedule")["y"][40] == 650


def test_guesses_of_a_month_stand_above_the_months_of_the_curve() -> None:
    figure = room("score_recovery", "month", months(24, 24, 41)).figure()
    assert trace(figure, "guesses")["x"] == [24]
    assert trace(figure, "guesses")["y"] == [2]
    assert trace(figure, "guesses_right")["x"] == [41]
    chart, strip = figure["layout"]["yaxis"], figure["layout"]["yaxis9"]
    assert chart["domain"][1] < strip["domain"][0]
    assert named(figure, "shapes", "median")["x0"] == 24


def test_guesses_of_an_annual_rate_lie_above_the_rates_a_year() -> None:
    figure = room("apr", "number", [{"number": 13}, {"number": 7.2}]).figure()
    true_rate = trace(figure, "true")["x"][0]
    assert named(figure, "shapes", "truth")["x0"] == pytest.approx(true_rate)
    assert "xaxis2" not in figure["layout"]
    assert all(each.get("xref") != "x2" for each in figure["layout"]["shapes"])


def test_guesses_of_a_credit_lie_at_the_days_that_would_make_it() -> None:
    figure = room("credit_lag", "number", [{"number": 30_000}]).figure()
    assert named(figure, "shapes", "median")["x0"] == 30


def test_guesses_of_a_share_lie_beside_the_end_of_the_curve() -> None:
    figure = room("loan_book", "number", [{"number": 10}]).figure()
    late = trace(figure, "late")["y"][-1]
    assert named(figure, "shapes", "truth")["y0"] == pytest.approx(late, abs=1e-6)


def test_guesses_of_a_deletion_lie_in_the_cells_of_the_calendar() -> None:
    figure = room("credit_record", "month", months(65, 60)).figure()
    dots = trace(figure, "guesses")
    years = figure["layout"]["yaxis"]["ticktext"]
    assert dots["x"] == [5, 0]
    assert [years[int(row)] for row in dots["y"]] == ["2031", "2031"]
    assert dots["marker"]["color"] == ["@guess", "@guess-soft"]


def test_a_guess_beyond_the_calendar_lies_in_its_last_year() -> None:
    case = room("credit_record", "month", []).case
    figure = room("credit_record", "month", months(int(case.months.high))).figure()
    (row,) = trace(figure, "guesses")["y"]
    assert int(row) == len(figure["layout"]["yaxis"]["ticktext"]) - 1


def test_points_at_one_place_make_one_larger_dot() -> None:
    points = [{"month": 30, "number": 620}] * 9 + [{"month": 50, "number": 600}]
    dots = trace(room("score_recovery", "point", points).figure(), "guesses")
    assert dots["text"] == [9, 1]
    assert dots["marker"]["size"][0] > dots["marker"]["size"][1]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("page", "kind"), EVERY)
def test_a_thousand_answers_draw_few_marks(page: str, kind: str, language: str) -> None:
    responses: list[dict[str, Any]] = []
    for each in range(1000):
        given = {"month": 13 + each % 59, "number": SHARES.get(page, 600) + each % 17}
        kinds = {"month": ["month"], "number": ["number"], "point": list(given)}
        given["curve"] = [given["number"]] * 5
        keys = kinds.get(kind, [kind])
        responses.append({key: given[key] for key in keys})
    guesses = room(page, kind, responses, language)
    figure = guesses.figure()
    drawn = [each for each in figure["data"] if each["uid"].startswith("guesses")]
    assert sum(len(each["x"]) for each in drawn) <= 1000
    assert len(json.dumps(painted(figure, PALETTES["dark"]))) < 120_000
    assert figure["layout"]["meta"]["alt"] == guesses.alt
    said = "1,000"
    assert said in guesses.alt


@pytest.mark.parametrize(("page", "kind"), EVERY)
def test_a_reveal_shows_the_chart_alone(page: str, kind: str) -> None:
    figure = room(page, kind, []).figure()
    axes = {name for name in figure["layout"] if "axis" in name}
    assert axes <= {"xaxis", "yaxis", "xaxis9", "yaxis9"}
    for each in figure["data"]:
        for axis in ("xaxis", "yaxis"):
            assert f"{axis}{each.get(axis, 'x')[1:]}" in axes


def test_a_guess_far_beyond_the_chart_is_counted_at_its_end() -> None:
    numbers = [{"number": 500}] * 19 + [{"number": 90_000_000}]
    figure = room("penalty_interest", "number", numbers).figure()
    strip = trace(figure, "guesses")
    assert sum(strip["x"]) + sum(trace(figure, "guesses_right")["x"]) == 20
    assert max(strip["y"]) <= figure["layout"]["yaxis"]["range"][1] * 1.03


def test_the_axis_grows_to_show_what_most_of_the_room_guessed() -> None:
    numbers = [{"number": 20_000}] * 20
    low, high = room("penalty_interest", "number", numbers).figure()["layout"]["yaxis"][
        "range"
    ]
    assert low == 0 and high > 20_000


def test_the_picture_of_the_page_itself_stays_as_it_was() -> None:
    guesses = room("score_recovery", "month", months(24))
    before = json.dumps(guesses.picture.figure)
    guesses.figure()
    assert json.dumps(guesses.picture.figure) == before


@pytest.mark.parametrize("language", ["en", "zh"])
def test_of_a_curve_the_room_is_told_the_model_in_its_middle_month(
    language: str,
) -> None:
    points = [{"month": month, "number": 600} for month in (20, 24, 60)]
    guesses = room("score_recovery", "point", points, language)
    there = guesses.words.right(24)
    assert "602" in there and "24" in there
    assert guesses.headlines()[-1][1] == there
    assert guesses.summary()[1] == guesses.words.say("model", right=there)


def test_a_curve_that_nobody_guessed_is_told_in_the_middle_of_its_months() -> None:
    guesses = room("score_recovery", "point", [])
    ends = guesses.case.months
    assert ends is not None
    middle = int(ends.low + ends.high) // 2
    assert guesses.words.right(middle) in guesses.summary()[1]
