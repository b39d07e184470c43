"""How long score recovery takes: ``pytest bench/test_*.py --benchmark-only``.

The baseline walks the same law month by month over every state in a dictionary.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from after_overdue.cases.locale import Locale
from after_overdue.models.registry import MODELS
from after_overdue.models.score_recovery.arithmetic import Loss
from after_overdue.models.score_recovery.case import ScoreCase, score_case
from after_overdue.models.score_recovery.distribution import (
    LateMonths,
    score_distribution,
)
from after_overdue.models.score_recovery.frames import score_figure, score_paths
from after_overdue.models.score_recovery.schedule import Schedule
from after_overdue.models.score_recovery.words import ScoreWords

TODAY = date(2026, 11, 23)
FLOOR, MONTHS, LOST, ON_TIME, COST = 350, 120, 200, 0.98, 20
CLAIMED = Schedule(12, 1, 3, 25)


def case_of(**given: str) -> ScoreCase:
    """Return the case of these inputs."""
    texts = {name: [text] for name, text in given.items()}
    values, _ = MODELS["score_recovery"].read(texts, TODAY)
    return score_case(values, TODAY)


@pytest.mark.parametrize("before", [650, 950])
def test_exact_distribution(benchmark: BenchmarkFixture, before: int) -> None:
    """120 months and 200 points: to be within 5 ms, median."""
    found = benchmark(
        score_distribution,
        Loss(before, np.asarray([LOST]), FLOOR),
        schedule=CLAIMED,
        late_months=LateMonths(ON_TIME, COST),
        target=before,
        months=MONTHS,
    )
    assert found.missing.shape[0] == MONTHS + 1


def test_distribution_baseline(benchmark: BenchmarkFixture) -> None:
    """The same distribution, walked over a dictionary of states."""
    assert benchmark(_walked, 650)


def _walked(before: int) -> dict[tuple[int, int], float]:
    states = {(0, max(FLOOR, before - LOST)): 1.0}
    for _ in range(MONTHS):
        following: dict[tuple[int, int], float] = defaultdict(float)
        for (clock, score), share in states.items():
            if score == before:
                following[0, before] += share
                continue
            step = min(clock + 1, CLAIMED.fast_from_month)
            gained = score + int(CLAIMED.gain(step) - CLAIMED.gain(step - 1))
            on_time = (0, before) if gained >= before else (step, gained)
            following[on_time] += share * ON_TIME
            following[0, max(score - COST, FLOOR)] += share * (1 - ON_TIME)
        states = dict(following)
    return states


def test_recovery_figure(benchmark: BenchmarkFixture) -> None:
    """One case, from its inputs to the figure: to be within 5 ms, median."""
    figure = benchmark(lambda: score_figure(ScoreWords(case_of(), Locale("en")), 36))
    assert figure["data"]


def test_recovery_paths(benchmark: BenchmarkFixture) -> None:
    """Every position of the points-lost slider."""
    wording = ScoreWords(case_of(), Locale("en"))
    figure = score_figure(wording, 36)
    assert benchmark(lambda: score_paths(wording, figure, LOST))


def test_uncertain_paths(benchmark: BenchmarkFixture) -> None:
    """Every position, with an exact distribution at each."""
    wording = ScoreWords(case_of(on_time_share="0.97"), Locale("en"))
    figure = score_figure(wording, 36)
    assert benchmark(lambda: score_paths(wording, figure, LOST))
