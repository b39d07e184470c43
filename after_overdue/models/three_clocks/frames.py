"""The figure of a case of the three clocks, and its paths for the main slider."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from after_overdue.cases.locale import Locale
from after_overdue.cases.places import Paths, paths_along
from after_overdue.cases.worded import Worded
from after_overdue.figures.theme import Figure
from after_overdue.models.three_clocks.case import (
    ThreeClocksCase,
    cases_along,
    days_along,
)
from after_overdue.models.three_clocks.chart import ClocksView, three_clocks_figure
from after_overdue.models.three_clocks.words import ThreeClocksWords


def clocks_figure(wording: ThreeClocksWords) -> Figure:
    """Return the figure of a case."""
    words, alt = wording.figure_words(), wording.takeaway()
    return three_clocks_figure(_view(wording.case), words=words, alt=alt)


def _view(case: ThreeClocksCase) -> ClocksView:
    kept, first = case.clocks.kept_until, case.due_on.year + 1
    firsts = {f"{year}": date(year, 1, 1) for year in range(first, first + 10)}
    days = {name: case.days_after_due(day) for name, day in firsts.items()}
    return ClocksView(
        paid=case.paid_after,
        kept_until=None if kept is None else case.days_after_due(kept),
        reach=case.reach,
        years={name: at for name, at in days.items() if at <= case.reach},
    )


def clocks_texts(case: ThreeClocksCase, locale: Locale) -> Worded:
    """Return the day it is paid in words, one a position of the slider."""

    def say(days: int | None) -> str:
        return ThreeClocksWords(replace(case, paid_after=days), locale).slider_text()

    return Worded(days_along(case), say)


def clocks_paths(wording: ThreeClocksWords, figure: Figure) -> Paths:
    """Return what each position of the slider changes in the figure and the sentence.

    Parameters
    ----------
    wording : the case; the day it is paid does not matter
    figure : the case's figure, to find the places in
    """
    moved = wording.along(cases_along(wording.case))
    return paths_along(figure, moved, clocks_figure)
