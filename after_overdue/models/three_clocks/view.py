"""The picture of a case of the three clocks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from after_overdue.cases.view import Try, View, ViewRequest, plain_view
from after_overdue.models.three_clocks.case import answer, three_clocks_case
from after_overdue.models.three_clocks.frames import (
    clocks_figure,
    clocks_paths,
    clocks_texts,
)
from after_overdue.models.three_clocks.words import ThreeClocksWords

MAIN = "paid_after"
"""The input that the slider inside the figure moves."""
TRIES = {"app": ("try-app", "stirred"), "paid": ("try-paid",)}
"""Kinds of repair that may be tried, and the marks of the figure that each shows."""


def three_clocks_view(asked: ViewRequest) -> View[ThreeClocksWords]:
    """Return the picture of a case."""
    case = three_clocks_case(asked.values, asked.today)
    wording = ThreeClocksWords(case, asked.locale)
    figure = clocks_figure(wording)
    view = plain_view(
        asked,
        wording,
        figure,
        slider=asked.slider(MAIN, clocks_texts(case, asked.locale)),
        draw_paths=partial(clocks_paths, wording, figure),
        ask=partial(answer, case),
    )
    return replace(
        view,
        resolved=case.resolved,
        tries=[
            Try(wording.say(f"try_{name}"), wording.say(f"try_{name}_told"), shows)
            for name, shows in TRIES.items()
        ],
    )
