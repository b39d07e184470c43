"""How long each model and each figure takes: ``pytest bench --benchmark-only``."""

from __future__ import annotations

from datetime import date

from pytest_benchmark.fixture import BenchmarkFixture

from after_overdue.cases.inputs import InputValue, defaults
from after_overdue.cases.locale import Locale
from after_overdue.models.apr.case import apr_case
from after_overdue.models.apr.frames import fee_figure, fee_paths
from after_overdue.models.apr.words import AprWords
from after_overdue.models.credit_lag.case import credit_lag_case
from after_overdue.models.credit_lag.frames import lag_figure, lag_paths
from after_overdue.models.credit_lag.words import CreditLagWords
from after_overdue.models.credit_record.case import read_later, record_case
from after_overdue.models.credit_record.frames import RecordChart
from after_overdue.models.limitation.case import limitation_case
from after_overdue.models.limitation.frames import month_paths, months_figure
from after_overdue.models.limitation.words import LimitationWords
from after_overdue.models.loan_book.case import loan_book_case
from after_overdue.models.loan_book.frames import book_figure, book_paths
from after_overdue.models.loan_book.words import LoanBookWords
from after_overdue.models.penalty_interest.case import penalty_case
from after_overdue.models.penalty_interest.frames import PenaltyChart
from after_overdue.models.registry import MODELS
from after_overdue.models.three_clocks.case import three_clocks_case
from after_overdue.models.three_clocks.frames import clocks_figure, clocks_paths
from after_overdue.models.three_clocks.words import ThreeClocksWords
from after_overdue.models.unlicensed_loan.case import unlicensed_loan_case
from after_overdue.models.unlicensed_loan.frames import days_figure, days_paths
from after_overdue.models.unlicensed_loan.words import UnlicensedLoanWords

TODAY = date(2026, 11, 23)
LOCALE = Locale("en")
RECORD_MONTHS, LAST_DAY = range(-71, 73), 720


def starting(noun: str) -> dict[str, InputValue]:
    """Return the starting values of a model's inputs."""
    return defaults(MODELS[noun].inputs_on(TODAY))


def test_credit_record_model(benchmark: BenchmarkFixture) -> None:
    """One report, read one month later."""
    values = starting("credit_record")
    found = benchmark(lambda: read_later(record_case(values, TODAY), 1).record)
    assert found.status_code == "5"


def test_credit_record_figure(benchmark: BenchmarkFixture) -> None:
    """One payment, from the case to the figure."""
    case = record_case(starting("credit_record"), TODAY)
    chart = RecordChart(case, LOCALE, RECORD_MONTHS)
    figure = benchmark(lambda: chart.figure(case, 0))
    assert figure["data"]


def test_penalty_interest_model(benchmark: BenchmarkFixture) -> None:
    """Every day of the axis."""
    values = starting("penalty_interest")
    paths = benchmark(lambda: penalty_case(values, TODAY).paths(LAST_DAY))
    assert len(paths.arrears.penalty) == LAST_DAY + 1


def test_penalty_interest_figure(benchmark: BenchmarkFixture) -> None:
    """One cost curve, from the case to the figure."""
    values = starting("penalty_interest")
    figure = benchmark(
        lambda: PenaltyChart(penalty_case(values, TODAY), LOCALE, LAST_DAY).figure()
    )
    assert figure["data"]


def test_apr_model(benchmark: BenchmarkFixture) -> None:
    """One plan and its annual rate."""
    values = starting("apr")
    rate = benchmark(lambda: apr_case(values, TODAY).rate)
    assert rate.apr > 0


def test_apr_figure(benchmark: BenchmarkFixture) -> None:
    """One plan, from the case to the figure."""
    values = starting("apr")
    figure = benchmark(lambda: fee_figure(AprWords(apr_case(values, TODAY), LOCALE), 1))
    assert figure["data"]


def test_apr_paths(benchmark: BenchmarkFixture) -> None:
    """Every position of the fee slider."""
    wording = AprWords(apr_case(starting("apr"), TODAY), LOCALE)
    figure = fee_figure(wording, 1)
    assert benchmark(lambda: fee_paths(wording, figure, 1))


def test_credit_lag_model(benchmark: BenchmarkFixture) -> None:
    """The two curves of one transaction."""
    values = starting("credit_lag")
    curves = benchmark(lambda: credit_lag_case(values, TODAY).curves)
    assert curves.giver == "seller"


def test_credit_lag_figure(benchmark: BenchmarkFixture) -> None:
    """One transaction, from the case to the figure."""
    values = starting("credit_lag")
    figure = benchmark(
        lambda: lag_figure(CreditLagWords(credit_lag_case(values, TODAY), LOCALE))
    )
    assert figure["data"]


def test_credit_lag_paths(benchmark: BenchmarkFixture) -> None:
    """Every position of the lag slider."""
    wording = CreditLagWords(credit_lag_case(starting("credit_lag"), TODAY), LOCALE)
    figure = lag_figure(wording)
    assert benchmark(lambda: lag_paths(wording, figure))


def test_limitation_paths(benchmark: BenchmarkFixture) -> None:
    """Every position of the slider of months."""
    wording = LimitationWords(limitation_case(starting("limitation"), TODAY), LOCALE)
    figure = months_figure(wording)
    assert benchmark(lambda: month_paths(wording, figure))


def test_unlicensed_loan_paths(benchmark: BenchmarkFixture) -> None:
    """Every position of the slider of days."""
    case = unlicensed_loan_case(starting("unlicensed_loan"), TODAY)
    wording = UnlicensedLoanWords(case, LOCALE)
    figure = days_figure(wording)
    assert benchmark(lambda: days_paths(wording, figure))


def test_loan_book_model(benchmark: BenchmarkFixture) -> None:
    """One book and what its checkpoints are worth."""
    given = starting("loan_book")
    values = benchmark(lambda: loan_book_case(given, TODAY).values)
    assert values.together > 0


def test_loan_book_spread(benchmark: BenchmarkFixture) -> None:
    """A billion loans, month by month, on random paths."""
    values = {**starting("loan_book"), "loans": 10**9}
    assert benchmark(lambda: loan_book_case(values, TODAY).spread)


def test_loan_book_figure(benchmark: BenchmarkFixture) -> None:
    """One book, from the case to the figure."""
    values = starting("loan_book")
    figure = benchmark(
        lambda: book_figure(LoanBookWords(loan_book_case(values, TODAY), LOCALE), 12)
    )
    assert figure["data"]


def test_loan_book_paths(benchmark: BenchmarkFixture) -> None:
    """Every position of the slider of the last checkpoint."""
    wording = LoanBookWords(loan_book_case(starting("loan_book"), TODAY), LOCALE)
    figure = book_figure(wording, 12)
    assert benchmark(lambda: book_paths(wording, figure, 12))


def test_three_clocks_paths(benchmark: BenchmarkFixture) -> None:
    """Every position of the slider of home: the day it is paid, or not yet."""
    case = three_clocks_case(starting("three_clocks"), TODAY)
    wording = ThreeClocksWords(case, LOCALE)
    figure = clocks_figure(wording)
    assert benchmark(lambda: clocks_paths(wording, figure))
