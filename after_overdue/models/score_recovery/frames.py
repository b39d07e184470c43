"""The figure of a case of score recovery, and its paths for the main slider."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from after_overdue.figures.theme import Figure
from after_overdue.models.score_recovery.arithmetic import SCHEDULED
from after_overdue.models.score_recovery.case import (
    NOUN,
    QUANTILES,
    ScoreCase,
    ScorePaths,
)
from after_overdue.models.score_recovery.chart import (
    ScoreView,
    level_label,
    recovery_figure,
    schedule_label,
)
from after_overdue.models.score_recovery.headlines import headlines
from after_overdue.models.score_recovery.words import ScoreWords

Paths = dict[str, Any]
"""By the place of a value in figure, headlines or takeaway: one value a position."""


def score_figure(wording: ScoreWords, chosen_month: int | None) -> Figure:
    """Return the figure of a case."""
    case = wording.case
    outcome = case.outcome
    alt = wording.takeaway(outcome)
    quantiles = {
        name: case.distribution.quantile(share)[:, 0].tolist()
        for name, share in QUANTILES.items()
        if case.is_uncertain
    }
    view = ScoreView(
        months=case.months,
        score_before=case.score_before,
        score_after=case.score_after,
        target=case.target,
        scores={name: case.recovery.scores[name].tolist() for name in case.readings},
        quantiles=quantiles,
        lowest=case.lowest,
        scale=case.scale,
        record_until=case.record_deleted_in_month,
        late_month=case.relapse_month,
        chosen_month=chosen_month,
        dates=[
            wording.locale.short_month(case.month(month))
            for month in range(case.months + 1)
        ],
    )
    return recovery_figure(view, words=_figure_words(wording), alt=alt)


def _figure_words(wording: ScoreWords) -> Mapping[str, str]:
    case = wording.case
    filled = {
        "clock_record": wording.say(
            "clock_record", date=wording.month(case.record_deleted_in_month)
        ),
    }
    return {**wording.locale.words(NOUN), **filled}


def score_paths(wording: ScoreWords, figure: Figure, most_lost: int) -> Paths:
    """Return what each position of the points-lost slider changes in the figure.

    Parameters
    ----------
    wording : the case; its own points lost do not matter
    figure : the case's figure, to find the places in
    most_lost : points
        The slider runs from 0 to this.
    """
    case = wording.case
    paths = case.paths(most_lost)
    after, before = paths.score_after, case.score_before
    flat = np.stack([after, after], axis=1)
    places: Paths = {
        _trace(figure, "re_evaluated", "y"): np.hstack(
            [flat, np.full_like(flat, before)]
        ),
    }
    shown_range = figure["layout"]["yaxis"]["range"]
    for name in ("not_for_now", "re_evaluated"):
        labels = [level_label(name, score, before, shown_range) for score in after]
        moving = set(labels[0]) - ({"visible"} if name not in case.readings else set())
        for attribute in moving:
            moved = np.asarray([each[attribute] for each in labels])
            places[_label(figure, name, attribute)] = moved
    if "not_for_now" in case.readings:
        level = paths.recovery.scores["not_for_now"]
        places[_trace(figure, "not_for_now", "y")] = level
    for name, scores in paths.quantiles.items():
        places[_trace(figure, name, "y")] = scores
    places |= _schedule_places(case, figure, paths)
    plain = {place: each.tolist() for place, each in places.items()}
    return plain | _worded_places(wording, paths)


def _schedule_places(case: ScoreCase, figure: Figure, paths: ScorePaths) -> Paths:
    """Return the lines of the schedules shown, and the label on them."""
    shown = [name for name in SCHEDULED if name in case.readings]
    if not shown:
        return {}
    scores = {name: paths.recovery.scores[name] for name in shown}
    before, ends = case.score_before, figure["layout"]["yaxis"]["range"]
    labels = [schedule_label(line, before, ends) for line in scores[shown[0]]]
    return {
        **{_trace(figure, name, "y"): scores[name] for name in shown},
        **{
            _label(figure, "schedule", each): np.asarray([at[each] for at in labels])
            for each in ("x", "y")
        },
    }


def _worded_places(wording: ScoreWords, paths: ScorePaths) -> Paths:
    """Return the headlines and the takeaway of every position."""
    shown = [headlines(wording, each) for each in paths.outcomes]
    takeaways = [wording.takeaway(each) for each in paths.outcomes]
    values = {
        f"headlines.{row}.1": [each[row][1] for each in shown]
        for row in range(len(shown[0]))
    } | {"headlines.0.0": [each[0][0] for each in shown]}
    sentences = [list(wording.sentence(each)) for each in paths.outcomes]
    said = {"takeaway": takeaways, "layout.meta.alt": takeaways}
    return {**values, **said, "sentence": sentences}


def _trace(figure: Figure, uid: str, attribute: str) -> str:
    uids = [trace["uid"] for trace in figure["data"]]
    return f"data.{uids.index(uid)}.{attribute}"


def _label(figure: Figure, name: str, attribute: str) -> str:
    names = [each["name"] for each in figure["layout"]["annotations"]]
    return f"layout.annotations.{names.index(name)}.{attribute}"
