"""Figure settings: a link opens its figure as it says, or it is told why not."""

from datetime import date

import pytest

from after_overdue.cases.figure_settings import figure_problems

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("settings", [{}, {"points_lost": "60", "months": "24"}])
def test_settings_of_the_page_open_it(settings: dict[str, str]) -> None:
    assert figure_problems("score_recovery", settings, TODAY) == []


@pytest.mark.parametrize(
    ("settings", "told"),
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
    settings: dict[str, str], told: str
) -> None:
    (only,) = figure_problems("score_recovery", settings, TODAY)
    assert only.startswith(told)


def test_a_page_without_a_model_opens_no_figure() -> None:
    (only,) = figure_problems("glossary", {}, TODAY)
    assert only.startswith("the page 'glossary' has no model; it has ")
