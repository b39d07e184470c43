"""The picture of a case of the credit record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from after_overdue.cases.view import Cursor, Slider, View, ViewRequest
from after_overdue.models.credit_record.case import (
    RecordCase,
    answer,
    days_along,
    paid,
    read_later,
    record_case,
)
from after_overdue.models.credit_record.chart import MONTHS
from after_overdue.models.credit_record.frames import RecordChart
from after_overdue.models.credit_record.words import RecordWords
from after_overdue.units import months_after

MAIN = "paid_after"
"""The input that the slider inside the figure moves."""


def credit_record_view(asked: ViewRequest) -> View[RecordWords]:
    """Return the picture of a case."""
    case, value = record_case(asked.values, asked.today), asked.values["chosen_month"]
    usual = _usual(case, _span(asked, "chosen_month"))
    chart = _chart(asked, case, usual)
    month, first, wording = value or 0, chart.places.start, chart.wording(chart.case)
    return View(
        asked=asked,
        wording=wording,
        figure=chart.figure(chart.case, month),
        headlines=wording.headlines(),
        answers=wording.answers(),
        sentence=wording.sentence(),
        origin=asked.locale.origin(asked.today),
        slider=_slider(asked, chart, wording),
        chosen=Cursor(
            "chosen_month",
            month,
            first,
            chart.month_words(),
            chart.lines,
            is_set=value is not None,
        ),
        draw_paths=partial(chart.paths, month),
        ask=partial(answer, wording.case),
        follows_chosen=month not in usual,
        resolved={"as_of": _as_of(asked), "due_on": chart.case.due_on},
    )


def _slider(asked: ViewRequest, chart: RecordChart, wording: RecordWords) -> Slider:
    """Return the slider of the days; what is paid later stands at its last day."""
    texts = chart.slider_texts()
    slider = asked.slider(MAIN, texts, wording.slider_text())
    last, after = len(texts) - 1, chart.case.paid_after
    return replace(
        slider, max=last, value=last if after is None else min(after, last - 1)
    )


def _as_of(asked: ViewRequest) -> date:
    day: date = asked.values["as_of"] or asked.today
    return day


def record_chart(asked: ViewRequest) -> RecordChart:
    """Return the calendar of a case."""
    case = record_case(asked.values, asked.today)
    return _chart(asked, case, _usual(case, _span(asked, "chosen_month")))


def _chart(asked: ViewRequest, case: RecordCase, usual: range) -> RecordChart:
    chosen = asked.values["chosen_month"] or 0
    places = range(min(usual.start, chosen), max(usual.stop, chosen + 1))
    read = read_later(case, asked.values["months_later"])
    return RecordChart(read, asked.locale, _whole_years(case, places), case.as_of)


def _usual(case: RecordCase, span: range) -> range:
    """Return the months from the year it fell due to that of its latest deletion."""
    late = [each.month for each in case.record.late_months]
    first = min(case.due_on, *late, case.as_of)
    latest = paid(case, days_along(case)[-2]).cured_on or case.due_on
    last = max(months_after(latest, MONTHS * case.retention_years), case.as_of)
    start = _place(case, date(first.year, 1, 1))
    return range(max(start, span.start), _place(case, date(last.year, 12, 1)) + 1)


def _whole_years(case: RecordCase, places: range) -> range:
    """Return the places with the rest of their last year."""
    last = months_after(case.as_of.replace(day=1), places.stop - 1)
    return range(places.start, _place(case, date(last.year, 12, 1)) + 1)


def _place(case: RecordCase, month: date) -> int:
    """Return a month, counted from that of the reading."""
    here = case.as_of
    return MONTHS * (month.year - here.year) + month.month - here.month


def _span(asked: ViewRequest, name: str) -> range:
    input_: Any = asked.inputs[name]
    return range(input_.low, input_.high + 1)
