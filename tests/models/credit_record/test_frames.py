"""The calendar of the record: every reading shows what Python computes for it."""

import json
from datetime import date
from typing import Any

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.credit_record.case import (
    RecordCase,
    days_along,
    paid,
    read_later,
    record_case,
)
from after_overdue.models.credit_record.chart import HIDDEN, KEPT, OK, OLDER, WITHIN
from after_overdue.models.credit_record.frames import RecordChart
from after_overdue.models.registry import MODELS, PAGE_MODELS, picture
from tests.models.positions import shown_at

TODAY = date(2026, 11, 23)
POSITIONS = (0, 1, 29, 30, 31, 92, 180, 400, 720, 721)
"""Days after the due date; the last one stands for not paid yet."""
PLACES = range(-71, 73)


def case_of(**given: str) -> RecordCase:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["credit_record"].read(texts, TODAY)
    assert refusals == []
    return record_case(values, TODAY)


def chart_of(language: str = "en", **given: str) -> RecordChart:
    return RecordChart(case_of(**given), Locale(language), PLACES)


def plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


def read(chart: RecordChart, later: int = 0, chosen: int = 0) -> Any:
    """The figure of a case that is read so many months later."""
    return chart.figure(read_later(chart.case, later), chosen)


def cell(figure: Any, place: int) -> tuple[str, int]:
    months = figure["data"][0]
    at = PLACES.index(place)
    return months["text"][at], months["marker"]["color"][at]


CASES = [
    {},
    {"due_on": "2026-02-15", "cured_on": "2026-04-20", "kind": "card"},
    {"due_on": "2025-10-10", "cured_on": "2026-03-20", "missed_instalments": "3"},
    {"due_on": "2018-05-05", "cured_on": "2021-02-28"},
    {"due_on": "2027-01-31", "cured_on": "2027-02-10"},
    {"as_of": "2013-05-01", "due_on": "2012-01-15"},
    {"as_of": "2019-06-30", "due_on": "2019-01-31"},
]


@pytest.mark.parametrize("given", CASES, ids=str)
def test_every_position_shows_what_python_computes(given) -> None:
    chart = chart_of("zh", **given)
    base, paths = plain(chart.figure(chart.case, 0)), plain(chart.paths(0))
    headlines = chart.wording(chart.case).headlines()
    cases = [paid(chart.case, after) for after in days_along(chart.case)]
    for position in POSITIONS:
        there = cases[position]
        shown = shown_at(position, base, headlines, paths)
        computed = plain(chart.figure(there, 0))
        assert shown["data"] == computed["data"]
        assert shown["layout"] == computed["layout"]
        assert shown["headlines"] == plain(chart.wording(there).headlines())
        assert shown["takeaway"] == computed["layout"]["meta"]["alt"]


def test_the_report_lists_sixty_months_and_the_codes_deepen() -> None:
    figure = read(chart_of())
    listed = [text for text in figure["data"][0]["text"] if text]
    assert len(listed) == 60
    assert [cell(figure, place) for place in range(-3, 1)] == [
        (str(code), WITHIN + code) for code in (1, 2, 3, 4)
    ]


def test_the_first_generation_listed_twenty_four_months() -> None:
    figure = read(chart_of(as_of="2019-06-30", due_on="2019-01-31"))
    assert len([text for text in figure["data"][0]["text"] if text]) == 24


def test_the_one_off_repair_turns_a_late_month_to_normal() -> None:
    chart = chart_of(due_on="2025-11-10", cured_on="2025-12-20")
    assert cell(read(chart, 0, 0), -12) == ("N", HIDDEN)
    assert cell(read(chart, -11, 0), -12) == ("1", WITHIN + 1)


def test_a_late_month_outlives_the_grid_until_the_deletion() -> None:
    chart = chart_of(due_on="2026-01-15", cured_on="2026-04-20")
    assert cell(read(chart, 52, 0), -10) == ("1", OLDER)
    assert cell(read(chart, 54, 0), -10)[0] == ""


def test_the_day_of_the_deletion_is_written_below_its_month() -> None:
    chart = chart_of(due_on="2026-01-15", cured_on="2026-04-20")
    figure = read(chart, 0, 0)
    label = figure["layout"]["annotations"][0]
    assert label["text"] == "× kept through 20 April 2031"
    assert cell(figure, 53) == ("×", 0)
    assert cell(figure, 52) == ("", KEPT)
    gone = read(chart, 60, 0)["layout"]["annotations"][0]
    assert gone["visible"] is False


def test_an_unpaid_debt_has_no_day_on_the_calendar() -> None:
    label = read(chart_of())["layout"]["annotations"][0]
    assert label["visible"] is False


def test_each_month_stands_in_its_year_and_column() -> None:
    chart = chart_of()
    calendar = chart.calendar
    for place, month in zip(calendar.places, chart.months, strict=True):
        assert calendar.years[calendar.row(place)] == month.year
        assert calendar.column_of(place) == month.month - 1


def test_a_bar_is_drawn_in_its_column_and_tells_its_month() -> None:
    chart = chart_of()
    months = read(chart, 0, 0)["data"][0]
    assert months["x"] == list(PLACES)
    for place, offset in zip(months["x"], months["offset"], strict=True):
        middle = place + offset + months["width"] / 2
        assert middle == pytest.approx(chart.calendar.column_of(place))


@pytest.mark.parametrize(
    ("given", "year"),
    [
        ({"due_on": "2025-03-01", "as_of": "2026-11-23"}, 2025),
        ({"due_on": "2026-08-29", "as_of": "2026-11-23"}, 2026),
        ({"due_on": "2027-08-29", "as_of": "2026-11-23"}, 2026),
        ({"due_on": "2026-08-29", "chosen_month": "-30"}, 2024),
    ],
)
def test_the_rows_begin_with_the_year_of_the_first_thing_due(given, year) -> None:
    page = PAGE_MODELS["credit_record"]
    texts = {name: [text] for name, text in given.items()}
    values, refusals = page.read(texts, TODAY)
    assert refusals == []
    shown = picture("credit_record", values, TODAY, Locale("en"))
    assert shown.figure["layout"]["yaxis"]["ticktext"][0] == str(year)


def test_the_frame_stands_around_the_chosen_month_only() -> None:
    chart = chart_of()
    frame = next(each for each in read(chart, 0, -5)["data"] if each["uid"] == "chosen")
    drawn = [row for row, height in enumerate(frame["y"]) if height]
    assert drawn == [chart.calendar.row(-5)]


def test_the_takeaway_says_what_the_calendar_says() -> None:
    said = read(chart_of())["layout"]["meta"]["alt"]
    assert "code 4 for the last month; late months displayed: 4, the worst 4" in said
    assert "No date of deletion while unpaid" in said


def test_a_month_paid_as_due_is_never_coloured_late() -> None:
    assert cell(read(chart_of()), -10) == ("N", OK)


@pytest.mark.parametrize("theme", PALETTES)
def test_every_colour_has_a_value_in_both_themes(theme) -> None:
    figure = read(chart_of())
    assert '"@' in json.dumps(figure)
    assert '"@' not in json.dumps(painted(figure, PALETTES[theme]))


def test_no_path_needs_a_palette() -> None:
    assert '"@' not in json.dumps(chart_of().paths(0))
