"""The picture of a case of the credit record."""

from __future__ import annotations

from functools import partial
from typing import Any

from after_overdue.cases.picture import Asked, Chosen, Picture
from after_overdue.models.credit_record.case import answer, record_case
from after_overdue.models.credit_record.frames import RecordChart
from after_overdue.models.credit_record.words import RecordWords

MAIN = "months_later"
"""The input that the slider inside the figure moves."""


def credit_record_picture(asked: Asked) -> Picture[RecordWords]:
    """Return the picture of a case."""
    later, month = asked.held[MAIN], asked.held["chosen_month"]
    chart, positions = record_chart(asked), _span(asked, MAIN)
    told, first = chart.told(later), chart.places.start
    return Picture(
        asked=asked,
        told=told,
        figure=chart.figure(later, month),
        headlines=told.headlines(),
        answers=told.answers(),
        origin=asked.speech.origin(asked.today),
        slider=asked.slider(MAIN, chart.slider_texts(positions)),
        chosen=Chosen("chosen_month", month, first, chart.month_words(), chart.lines),
        draw_paths=partial(chart.paths, positions),
        ask=partial(answer, told.case),
        resolved=chart.case.resolved,
    )


def record_chart(asked: Asked) -> RecordChart:
    """Return the calendar of a case."""
    case = record_case(asked.held, asked.today)
    return RecordChart(case, asked.speech, _span(asked, "chosen_month"))


def _span(asked: Asked, name: str) -> range:
    wanted: Any = asked.wanted[name]
    return range(wanted.low, wanted.high + 1)
