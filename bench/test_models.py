"""How long each model and each figure takes: ``pytest bench --benchmark-only``."""

from __future__ import annotations

from datetime import date

from pytest_benchmark.fixture import BenchmarkFixture

from after_overdue.cases.credit_record import read_later, record_case
from after_overdue.cases.credit_record_figure import RecordChart
from after_overdue.cases.inputs import Given
from after_overdue.cases.models import MODELS
from after_overdue.cases.penalty_interest import penalty_case
from after_overdue.cases.penalty_interest_figure import PenaltyChart
from after_overdue.cases.speech import Speech

TODAY = date(2026, 11, 23)
SPEECH = Speech("en")
RECORD_MONTHS, LAST_DAY = range(-71, 73), 720


def starting(noun: str) -> dict[str, Given]:
    """Return the starting values of a model's inputs."""
    return {name: each.default for name, each in MODELS[noun].wanted(TODAY).items()}


def test_credit_record_model(benchmark: BenchmarkFixture) -> None:
    """One report, read one month later."""
    held = starting("credit_record")
    found = benchmark(lambda: read_later(record_case(held, TODAY), 1).record)
    assert found.status_code == "5"


def test_credit_record_figure(benchmark: BenchmarkFixture) -> None:
    """One reading of the report, from the case to the figure."""
    held = starting("credit_record")
    figure = benchmark(
        lambda: RecordChart(record_case(held, TODAY), SPEECH, RECORD_MONTHS).figure(
            1, 0
        )
    )
    assert figure["data"]


def test_penalty_interest_model(benchmark: BenchmarkFixture) -> None:
    """Every day of the axis."""
    held = starting("penalty_interest")
    paths = benchmark(lambda: penalty_case(held, TODAY).paths(LAST_DAY))
    assert len(paths.arrears.penalty) == LAST_DAY + 1


def test_penalty_interest_figure(benchmark: BenchmarkFixture) -> None:
    """One cost curve, from the case to the figure."""
    held = starting("penalty_interest")
    figure = benchmark(
        lambda: PenaltyChart(penalty_case(held, TODAY), SPEECH, LAST_DAY).figure()
    )
    assert figure["data"]
