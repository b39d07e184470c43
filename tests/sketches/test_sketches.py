"""Sketches: the worked examples, their edges, and the answers they stand in."""

from datetime import date
from typing import get_args

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.catalog.files import CONTENT, languages
from after_overdue.catalog.parameters import value
from after_overdue.catalog.questions import SketchName, questions
from after_overdue.errors import ModelError
from after_overdue.figures.static_svg import svg
from after_overdue.reading.links import Links
from after_overdue.reading.site import html_of, page_of
from after_overdue.sketches.arithmetic import queries_in, takeable
from after_overdue.sketches.registry import SKETCHES, drawn_sketch

TODAY = date(2026, 11, 29)
NAMES = get_args(SketchName)
EXAMPLE = "query_example"


def number(name: str):
    return value(name, TODAY).dated.value


@pytest.mark.parametrize(
    ("months", "count"), [(1, 1), (3, 3), (6, 4), (12, 4), (24, 5)]
)
def test_the_sample_report_counts_as_worked_out(months: int, count: int) -> None:
    seen, on = number(f"{EXAMPLE}.seen_on"), number(f"{EXAMPLE}.on")
    assert queries_in(seen, months=months, on=on) == count
    assert months in number(f"{EXAMPLE}.windows")


def test_what_the_answers_say_is_what_the_arithmetic_gives() -> None:
    seen, on = number(f"{EXAMPLE}.seen_on"), number(f"{EXAMPLE}.on")
    said = {1: "one_month", 3: "three_months", 6: "six_months", 12: "twelve_months"}
    for months, name in said.items():
        assert number(f"{EXAMPLE}.{name}") == queries_in(seen, months=months, on=on)
    minimum, people = number("court_sketch.minimum"), number("court_sketch.people")
    income = number("court_sketch.income")
    left = takeable(income, living_minimum=minimum, people=people)
    assert number("court_sketch.takeable") == left == 3300
    low = number("court_sketch.low_income")
    assert takeable(low, living_minimum=minimum, people=people) == 0


def test_a_month_that_ends_early_counts_from_its_last_day() -> None:
    days, on = [date(2026, 2, 28), date(2026, 3, 1)], date(2026, 3, 31)
    assert queries_in(days, months=1, on=on) == 1


def test_a_query_of_tomorrow_is_not_counted_today() -> None:
    assert queries_in([date(2026, 11, 30)], months=24, on=TODAY) == 0


def test_no_window_and_no_household_are_refused() -> None:
    with pytest.raises(ModelError, match="months is 0"):
        queries_in([], months=0, on=TODAY)
    with pytest.raises(ModelError, match="people is 0"):
        takeable(6_000, living_minimum=900, people=0)


@pytest.mark.parametrize("language", languages(CONTENT))
@pytest.mark.parametrize("name", NAMES)
def test_each_sketch_stands_in_an_answer_and_says_in_words_what_it_draws(
    name: SketchName, language: str
) -> None:
    assert SKETCHES.keys() == set(NAMES)
    [slug] = [s for s, each in questions(language).items() if each.sketch == name]
    page = page_of(f"{language}/questions/{slug}", Links(), TODAY)
    sketch, written = drawn_sketch(name, TODAY, Locale(language)), html_of(page)
    assert svg(sketch.figure, width=358) in written
    for said in (sketch.name, sketch.label, *sketch.sentences):
        assert said in written
    drawn = {each["text"] for each in sketch.figure["layout"]["annotations"]}
    assert drawn
    assert all(any(text in said for said in sketch.sentences) for text in drawn)
