"""The one-off repair of December 2025: every boundary of its test."""

from dataclasses import replace
from datetime import date

import pytest

from after_overdue.errors import ModelError
from after_overdue.models.credit_record.one_off import OneOffRepair

REPAIR = OneOffRepair(
    announced_on=date(2025, 12, 22),
    first_day=date(2020, 1, 1),
    last_day=date(2025, 12, 31),
    most_overdue=10_000,
    repaid_by=date(2026, 3, 31),
    early_repaid_by=date(2025, 11, 30),
    early_hidden_from=date(2026, 1, 1),
)
IN_TIME = date(2026, 3, 31)


def covers(
    month: date = date(2025, 6, 1),
    *,
    overdue: float = 10_000,
    repaid_on: date | None = IN_TIME,
) -> bool:
    return REPAIR.covers(month, overdue=overdue, repaid_on=repaid_on)


@pytest.mark.parametrize(
    ("month", "is_covered"),
    [
        (date(2019, 12, 31), False),
        (date(2020, 1, 1), True),
        (date(2020, 1, 31), True),
        (date(2025, 12, 1), True),
        (date(2025, 12, 31), True),
        (date(2026, 1, 1), False),
    ],
)
def test_the_first_and_the_last_month_are_covered(
    month: date, is_covered: bool
) -> None:
    assert covers(month) is is_covered


@pytest.mark.parametrize(
    ("overdue", "is_covered"), [(9_999.99, True), (10_000, True), (10_000.01, False)]
)
def test_ten_thousand_itself_is_covered(overdue: float, is_covered: bool) -> None:
    assert covers(overdue=overdue) is is_covered


@pytest.mark.parametrize(
    ("repaid_on", "hidden_from"),
    [
        (date(2021, 5, 5), date(2026, 1, 1)),
        (date(2025, 11, 30), date(2026, 1, 1)),
        (date(2025, 12, 1), date(2026, 1, 31)),
        (date(2026, 1, 15), date(2026, 2, 28)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 3, 31), date(2026, 4, 30)),
        (date(2026, 4, 1), None),
        (None, None),
    ],
)
def test_a_repayment_in_time_is_hidden_from_the_day_the_notice_says(
    repaid_on: date | None, hidden_from: date | None
) -> None:
    assert REPAIR.hidden_from(repaid_on) == hidden_from
    assert covers(repaid_on=repaid_on) is (hidden_from is not None)


@pytest.mark.parametrize(
    ("on", "stage"),
    [
        (date(2025, 12, 21), "not_announced"),
        (date(2025, 12, 22), "open"),
        (date(2026, 3, 31), "open"),
        (date(2026, 4, 1), "closed"),
        (date(2026, 11, 23), "closed"),
    ],
)
def test_the_event_is_closed_after_the_last_day_of_repayment(
    on: date, stage: str
) -> None:
    assert REPAIR.stage(on) == stage


def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ModelError, match="begin before it ends"):
        replace(REPAIR, last_day=date(2019, 12, 31))
