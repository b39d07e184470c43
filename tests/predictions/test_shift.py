"""What a room learned: made by hand, with a seed, and in words."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.static_svg import svg
from after_overdue.predictions.case import prediction_case
from after_overdue.predictions.room_shift import RoomShift
from after_overdue.predictions.shift import LEAST_SURE, Middle, shift_of

TODAY = date(2026, 11, 23)
NUMBER = prediction_case("loan_book", "number", {}, TODAY)


def off(*distances: float) -> list[dict[str, float]]:
    """Answers that lie so far above the model."""
    return [{"number": NUMBER.truth.numbers[0] + each} for each in distances]


def test_a_room_that_moved_is_compared_with_itself() -> None:
    found = shift_of([(10, 5), (20, 30), (30, 10), (40, 40)])
    assert (found.before.median, found.after.median) == (25, 20)
    assert (found.closer, found.count) == (2, 4)


def test_the_interval_of_a_room_of_one_mind_is_its_middle() -> None:
    assert shift_of([(3, 1)] * 7).after == Middle(1, 1, 1)


def test_the_same_answers_give_the_same_interval_around_the_middle() -> None:
    pairs = [(float(each), each / 2) for each in range(20)]
    first, again = shift_of(pairs), shift_of(pairs)
    assert first == again
    for middle in (first.before, first.after):
        assert middle.low < middle.median < middle.high
    assert first.before.low == pytest.approx(2 * first.after.low)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_room_is_told_how_far_it_was_and_how_many_came_closer(language: str) -> None:
    pairs = [*zip(off(4, 6, 8, 9, 9), off(1, 2, 3, 9, 10), strict=True)]
    moved = RoomShift.of(NUMBER, pairs, Locale(language))
    assert moved is not None
    said = " ".join(moved.summary())
    assert moved.words.gap(8) in said and "3" in said and "60%" in said
    assert moved.figure()["layout"]["meta"]["alt"] == said
    assert "<svg" in svg(moved.figure(), width=400)


def test_of_few_people_no_interval_is_told() -> None:
    few, enough = (
        RoomShift.of(NUMBER, [*zip(off(4), off(1), strict=True)] * count, Locale("en"))
        for count in (LEAST_SURE - 1, LEAST_SURE)
    )
    assert few and enough
    assert "brackets" in enough.summary()[-1] and "brackets" not in few.summary()[-1]
    assert len(few.figure()["data"]) < len(enough.figure()["data"])


def test_who_cannot_be_compared_is_left_out() -> None:
    month = prediction_case("score_recovery", "month", {}, TODAY)
    pairs = [({"month": None}, {"month": 40}), ({"number": 1}, {"month": 40})]
    assert RoomShift.of(month, pairs, Locale("en")) is None
