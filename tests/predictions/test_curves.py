"""Drawn curves: the fan of a room, and how far it lies from the model."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.fan import LEAST_SPREAD, MOST_LINES
from after_overdue.predictions.case import PREDICTABLE, prediction_case
from after_overdue.predictions.room_curves import RoomCurves, room_guesses

TODAY = date(2026, 11, 23)
DRAWN = [page for page, kinds in PREDICTABLE.items() if "curve" in kinds]


def room(page: str, *curves: list[float]) -> RoomCurves:
    """A room that drew these curves."""
    case = prediction_case(page, "curve", {}, TODAY)
    found = room_guesses(case, [{"curve": each} for each in curves], Locale("en"))
    assert isinstance(found, RoomCurves)
    return found


def levels(page: str, count: int) -> list[list[float]]:
    """Level curves, from the least to the greatest that can be drawn."""
    pad = prediction_case(page, "curve", {}, TODAY).pad
    steps = [at / (count - 1) for at in range(count)]
    return [[pad.low + each * (pad.high - pad.low)] * 5 for each in steps]


def uids(figure: dict) -> list[str]:
    return [each["uid"] for each in figure["data"]]


@pytest.mark.parametrize("page", DRAWN)
def test_a_fan_begins_where_the_model_does_and_stays_on_the_axis(page: str) -> None:
    figure = room(page, *levels(page, 9)).figure()
    low, high = figure["layout"]["yaxis"]["range"]
    drawn = {each["uid"]: each for each in figure["data"]}
    truth, middle = drawn["truth_0"], drawn["guesses"]
    assert middle["y"][0] == pytest.approx(truth["y"][0])
    assert (truth["x"][0], truth["x"][-1]) == (middle["x"][0], middle["x"][-1])
    for each in figure["data"]:
        known = [value for value in each["y"] if value is not None]
        assert low <= min(known) and max(known) <= high


@pytest.mark.parametrize("page", DRAWN)
def test_the_model_is_kept_back_until_it_is_shown(page: str) -> None:
    guesses = room(page, *levels(page, 5))
    hidden = guesses.figure(shows_model=False)
    assert "truth_0" in uids(guesses.figure()) and "truth_0" not in uids(hidden)
    said = str([hidden["layout"]["annotations"], hidden["layout"]["meta"]])
    assert guesses.words.right() not in said
    assert guesses.words.say(f"{page}.curve.model") not in said


def test_few_curves_are_lines_and_many_are_bands() -> None:
    few, many = (
        uids(room("loan_book", *levels("loan_book", count)).figure())
        for count in (LEAST_SPREAD - 1, MOST_LINES + 1)
    )
    assert "each" in few and "band_0" not in few
    assert "each" not in many and many[:2] == ["band_0", "band_1"]


def test_the_distance_of_a_room_is_the_middle_of_its_distances() -> None:
    case = prediction_case("loan_book", "curve", {}, TODAY)
    there = [case.modelled[0][month] for month in case.pad.months]
    rooms = room("loan_book", *([each + off for each in there] for off in (1, 2, 4)))
    assert rooms.distance == pytest.approx(2)
    assert "within 2 percentage points of the model" in " ".join(rooms.summary())


@pytest.mark.parametrize(
    "curve",
    [[600] * 4, [600] * 6, [600] * 4 + ["600"], [600] * 4 + [True], [9_000] * 5, None],
    ids=str,
)
def test_what_is_no_curve_is_refused(curve: object) -> None:
    case = prediction_case("score_recovery", "curve", {}, TODAY)
    assert not case.accepts({"curve": curve})
    assert case.accepts({"curve": [600] * 5}) and not case.accepts({"number": 600})
