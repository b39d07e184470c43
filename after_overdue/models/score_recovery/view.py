"""The picture of a case of score recovery."""

from __future__ import annotations

from functools import partial
from typing import Any

from after_overdue.cases.view import Cursor, View, ViewRequest
from after_overdue.models.score_recovery.case import score_case
from after_overdue.models.score_recovery.frames import score_figure, score_paths
from after_overdue.models.score_recovery.headlines import headlines_now
from after_overdue.models.score_recovery.result import answer
from after_overdue.models.score_recovery.words import ScoreWords

MAIN = "points_lost"
"""The input that the slider inside the figure moves."""


def score_view(asked: ViewRequest) -> View[ScoreWords]:
    """Return the picture of a case."""
    case = score_case(asked.values, asked.today)
    wording, value = ScoreWords(case, asked.locale), asked.values["chosen_month"]
    month = case.months // 2 if value is None else value
    figure, most_lost = score_figure(wording, month), _most_lost(asked)
    return View(
        asked=asked,
        wording=wording,
        figure=figure,
        headlines=headlines_now(wording),
        answers=wording.answers(),
        sentence=wording.sentence(case.outcome),
        origin=asked.locale.origin(case.as_of),
        slider=asked.slider(MAIN, wording.slider_texts(most_lost)),
        chosen=Cursor(
            "chosen_month",
            month,
            0,
            wording.month_words(),
            wording.lines,
            is_set=value is not None,
        ),
        draw_paths=partial(score_paths, wording, figure, most_lost),
        ask=partial(answer, case),
        resolved=case.resolved,
    )


def _most_lost(asked: ViewRequest) -> int:
    high: Any = asked.inputs[MAIN].high
    return int(high)
