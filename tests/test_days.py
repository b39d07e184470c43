"""The clock can be set; content, cases, reading pages and lessons hold on any day."""

from datetime import UTC, date
from functools import partial

import pytest

from after_overdue import clock
from after_overdue.cases.locale import Locale
from after_overdue.catalog.files import CONTENT, LANGUAGES
from after_overdue.catalog.rules import checked
from after_overdue.errors import SettingError
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.sharing.figure_settings import figure_problems
from after_overdue.web.checked_settings import check_settings
from tests.days import DAYS

REVIEWED = "AO-111"
EACH_DAY = [date.fromisoformat(day) for day in DAYS]


def test_the_day_is_the_one_that_is_set(monkeypatch) -> None:
    monkeypatch.setenv(clock.TODAY, "2028-02-29")
    assert clock.today() == clock.now().date() == date(2028, 2, 29)
    assert clock.now().tzinfo is UTC


def test_a_clock_that_is_not_set_follows_the_machine(monkeypatch) -> None:
    monkeypatch.setattr(clock, "date", type("Other", (), {"today": lambda: "machine"}))
    monkeypatch.delenv(clock.TODAY)
    assert clock.today() == "machine"


@pytest.mark.parametrize("text", ["tomorrow", "2027-02-29", "29.2.2028"])
def test_a_day_that_is_none_stops_the_start(monkeypatch, text) -> None:
    monkeypatch.setenv(clock.TODAY, text)
    with pytest.raises(SettingError, match=f"AFTER_OVERDUE_TODAY is '{text}'; write"):
        check_settings()


@pytest.mark.parametrize("day", EACH_DAY, ids=str)
def test_the_content_breaks_no_rule_on_any_day_but_that_reviews_grow_old(day) -> None:
    opens = partial(figure_problems, today=day)
    report = checked(CONTENT, on=day, figure_problems=opens)
    assert [str(each) for each in report.problems if each.rule != REVIEWED] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("noun", PAGE_MODELS)
@pytest.mark.parametrize("day", EACH_DAY, ids=str)
def test_the_first_case_of_a_page_is_drawn_on_any_day(day, noun, language) -> None:
    model = PAGE_MODELS[noun]
    values, refused = model.read({}, day)
    assert refused == []
    drawn = picture(noun, values, day, Locale(language))
    assert drawn.answers
    assert all("{" not in each for each in drawn.answers)
