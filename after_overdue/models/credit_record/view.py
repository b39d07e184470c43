"""The picture of a case of the credit record."""

from __future__ import annotations

from functools import partial
from typing import Any

from after_overdue.cases.view import Cursor, View, ViewRequest
from after_overdue.models.credit_record.case import RecordCase, answer, record_case
from after_overdue.models.credit_record.chart import MONTHS
from after_overdue.models.credit_record.frames import RecordChart
from after_overdue.models.credit_record.words import RecordWords

MAIN = "months_later"
"""The input that the slider inside the figure moves."""


def credit_record_view(asked: ViewRequest) -> View[RecordWords]:
    """Return the picture of a case."""
    later, month = asked.values[MAIN], asked.values["chosen_month"]
    chart, positions = record_chart(asked), _span(asked, MAIN)
    wording, first = chart.wording(later), chart.places.start
    return View(
        asked=asked,
        wording=wording,
        figure=chart.figure(later, month),
        headlines=wording.headlines(),
        answers=wording.answers(),
        origin=asked.locale.origin(asked.today),
        slider=asked.slider(MAIN, chart.slider_texts(positions)),
        chosen=Cursor("chosen_month", month, first, chart.month_words(), chart.lines),
        draw_paths=partial(chart.paths, positions),
        ask=partial(answer, wording.case),
        follows_chosen=month < first_place(chart.case, _span(asked, "chosen_month")),
        resolved=chart.case.resolved,
    )


def record_chart(asked: ViewRequest) -> RecordChart:
    """Return the calendar of a case."""
    case, span = record_case(asked.values, asked.today), _span(asked, "chosen_month")
    first = first_place(case, span)
    if asked.values["chosen_month"] < first:
        return RecordChart(case, asked.locale, span)
    return RecordChart(case, asked.locale, range(first, span.stop))


def first_place(case: RecordCase, span: range) -> int:
    """Return the January of the first year in which anything was late or due.

    The years before it have only months paid as due.
    """
    late = [each.month for each in case.record.late_months]
    year = min(case.due_on, *late, case.as_of).year
    return max(MONTHS * (year - case.as_of.year) + 1 - case.as_of.month, span.start)


def _span(asked: ViewRequest, name: str) -> range:
    input_: Any = asked.inputs[name]
    return range(input_.low, input_.high + 1)
