"""The figure of limitation, and its paths for the main slider."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from after_overdue.cases.inputs import defaults
from after_overdue.cases.locale import Locale
from after_overdue.cases.places import Paths, paths_along
from after_overdue.figures.theme import Figure
from after_overdue.models.limitation.arithmetic import MONTHS_PER_YEAR
from after_overdue.models.limitation.case import (
    cases_along,
    inputs_on,
    limitation_case,
)
from after_overdue.models.limitation.chart import (
    ClockView,
    LimitationView,
    limitation_figure,
    years_between,
)
from after_overdue.models.limitation.words import LimitationWords


def months_figure(wording: LimitationWords) -> Figure:
    """Return the figure of a case."""
    case, time = wording.case, wording.case.time_to_sue
    restarting = [each for each in time.restarts if each.new_end]
    idle = [each for each in time.restarts if not each.new_end]

    def years(day: date | None) -> float | None:
        return None if day is None else years_between(case.due_on, day)

    view = LimitationView(
        clocks={
            "sue": ClockView(0.0, years(time.moved_to)),
            "enforce": ClockView(years(case.perform_by), years(case.enforce_until)),
            "mark": ClockView(
                None if case.is_paid_in_time else 0.0, years(case.mark_until)
            ),
        },
        restarting=[years_between(case.due_on, each.day) for each in restarting],
        restarting_texts=[wording.restart(each) for each in restarting],
        idle=[years_between(case.due_on, each.day) for each in idle],
        idle_texts=[wording.restart(each) for each in idle],
        looked_at=years_between(case.due_on, case.looked_at_on),
        reach=case.last_month / MONTHS_PER_YEAR,
    )
    return limitation_figure(view, words=wording.figure_words(), alt=wording.takeaway())


@lru_cache(maxsize=64)
def month_texts(locale: Locale, today: date) -> list[str]:
    """Return the months in words, one a position of the slider."""
    case = limitation_case(defaults(inputs_on(today)), today)
    return [each.slider_text() for each in months_along(LimitationWords(case, locale))]


def months_along(wording: LimitationWords) -> list[LimitationWords]:
    """Return the case at each position of the slider of months."""
    return wording.along(cases_along(wording.case))


def month_paths(wording: LimitationWords, figure: Figure) -> Paths:
    """Return what each position of the slider of months changes in the figure.

    Parameters
    ----------
    wording : the case; its own months do not matter
    figure : the case's figure, to find the places in
    """
    return paths_along(figure, months_along(wording), months_figure)
