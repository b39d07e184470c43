"""Figure settings: a link opens its figure as it says, or it is told why not."""

from datetime import date

import pytest

from after_overdue.sharing.figure_settings import figure_problems

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("settings", [{}, {"points_lost": "60", "months": "24"}])
def test_settings_of_the_page_open_it(settings: dict[str, str]) -> None:
    assert figure_problems("score_recovery", settings, TODAY) == []


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"points_lost": "999"}, "points_lost is 999; allowed is 0 to 200."),
        ({"points": "60"}, "points (“60”) is not a setting here"),
        ({"repaired_in": "soon"}, "repaired_in is “soon”, which is not a month"),
        (
            {"relapse_month": "90", "months": "24"},
            "relapse_month is 90, after the last month shown",
        ),
    ],
)
def test_a_setting_that_cannot_be_used_is_told(
    settings: dict[str, str], message: str
) -> None:
    (only,) = figure_problems("score_recovery", settings, TODAY)
    assert only.startswith(message)


def test_a_page_without_a_model_opens_no_figure() -> None:
    (only,) = figure_problems("glossary", {}, TODAY)
    assert only.startswith("the page 'glossary' has no model; it has ")


@pytest.mark.parametrize(
    ("path", "unit", "message"),
    [
        ("deleted_on", "day", None),
        ("countries.mainland_china.kept_months", "months", None),
        ("deleted_on", "months", "'deleted_on' is datetime.date(2031, 3, 15) there, "),
        ("status_code", "count", "'status_code' is 'N' there, not a number."),
        ("days_past_due", "day", "'days_past_due' is 0 there, not a day."),
        ("on_report", "count", "'on_report' is True there, not a number."),
        ("countries.atlantis", "months", "'countries.atlantis' is None there, "),
    ],
)
def test_a_result_is_a_number_or_a_day_of_the_summary(path, unit, message) -> None:
    settings = {
        "due_on": "2026-02-15",
        "cured_on": "2026-03-15",
        "as_of": "2026-11-23",
    }
    said = figure_problems("credit_record", settings, TODAY, {path: unit})
    assert len(said) == (1 if message else 0)
    assert all(each.startswith(message) for each in said)
