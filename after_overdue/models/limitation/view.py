"""The picture of a case of limitation."""

from __future__ import annotations

from functools import partial

from after_overdue.cases.view import View, ViewRequest, plain_view
from after_overdue.models.limitation.case import answer, limitation_case
from after_overdue.models.limitation.frames import (
    month_paths,
    month_texts,
    months_figure,
)
from after_overdue.models.limitation.words import LimitationWords

MAIN = "months_later"
"""The input that the slider inside the figure moves."""


def limitation_view(asked: ViewRequest) -> View[LimitationWords]:
    """Return the picture of a case."""
    case = limitation_case(asked.values, asked.today)
    wording = LimitationWords(case, asked.locale)
    figure, texts = months_figure(wording), month_texts(asked.locale, asked.today)
    return plain_view(
        asked,
        wording,
        figure,
        slider=asked.slider(MAIN, texts, wording.slider_text()),
        draw_paths=partial(month_paths, wording, figure),
        ask=partial(answer, case),
    )
