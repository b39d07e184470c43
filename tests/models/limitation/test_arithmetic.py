"""Limitation: the worked cases, the edges, and what must always hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.errors import ModelError
from after_overdue.models.limitation.arithmetic import (
    Event,
    Limitation,
    after_weekend,
    delay_interest,
    limitation,
    years_after,
)

DUE = date(2021, 5, 20)
KINDS = ("text", "letter", "deduction", "part_payment", "promise", "lawsuit")
happened = st.lists(
    st.builds(
        Event,
        st.sampled_from(KINDS),
        st.dates(DUE - timedelta(days=400), DUE + timedelta(days=9000)),
    ),
    max_size=8,
)


def found(*events: tuple[str, date], due_on: date = DUE) -> Limitation:
    dated = [Event(kind, day) for kind, day in events]
    return limitation(due_on, events=dated, years=3, longest_years=20)


def test_without_an_event_it_ends_on_the_same_date_three_years_later() -> None:
    assert found().ends_on == date(2024, 5, 20)


def test_a_text_and_then_a_part_payment_start_it_again() -> None:
    text, part = ("text", date(2023, 1, 10)), ("part_payment", date(2025, 12, 1))
    assert found(text).ends_on == date(2026, 1, 10)
    assert found(text).moved_to == date(2026, 1, 12), "a Saturday"
    assert found(text, part).ends_on == date(2028, 12, 1)
    assert found(part, text) == found(text, part)


def test_a_text_on_the_last_day_counts_and_one_the_day_after_does_not() -> None:
    assert found(("text", date(2024, 5, 20))).ends_on == date(2027, 5, 20)
    late = found(("text", date(2024, 5, 21)))
    assert late.ends_on == date(2024, 5, 20)
    assert late.restarts[0].why_not == "too_late"


def test_a_last_day_on_a_weekend_leaves_the_monday() -> None:
    text = ("text", date(2023, 1, 10))
    assert found(text, ("letter", date(2026, 1, 12))).ends_on == date(2029, 1, 12)
    late = found(text, ("letter", date(2026, 1, 13)))
    assert late.restarts[1].why_not == "too_late"


@pytest.mark.parametrize("kind", ["part_payment", "promise", "plan"])
def test_agreeing_after_the_end_gives_the_defence_up(kind: str) -> None:
    late = found((kind, date(2025, 1, 1)))
    assert late.restarts[0].why_not == "gives_up_defence"
    assert late.ends_on == date(2024, 5, 20)


def test_what_happened_before_the_due_day_starts_nothing() -> None:
    early = found(("text", date(2021, 1, 1)))
    assert early.restarts[0].why_not == "before_due"
    assert early.ends_on == date(2024, 5, 20)


def test_a_due_day_that_its_last_year_lacks_ends_at_the_months_end() -> None:
    assert found(due_on=date(2024, 2, 29)).ends_on == date(2027, 2, 28)


def test_twenty_years_are_the_most_there_is() -> None:
    yearly = [("text", years_after(DUE, each)) for each in range(1, 20)]
    capped = found(*yearly)
    assert capped.ends_on == date(2041, 5, 20)
    assert capped.is_capped


@given(happened)
def test_an_event_never_brings_the_end_forward(events: list[Event]) -> None:
    before = limitation(DUE, events=events[1:], years=3, longest_years=20)
    after = limitation(DUE, events=events, years=3, longest_years=20)
    assert before.ends_on <= after.ends_on <= date(2041, 5, 20)
    assert after.ends_on >= date(2024, 5, 20)


@given(happened)
def test_every_event_restarts_or_says_why_not(events: list[Event]) -> None:
    after = limitation(DUE, events=events, years=3, longest_years=20)
    assert len(after.restarts) == len(events)
    assert all(
        (each.new_end is None) != (each.why_not is None) for each in after.restarts
    )


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)))
def test_a_moved_day_is_a_working_day_at_most_two_later(day: date) -> None:
    moved = after_weekend(day)
    assert moved.weekday() < 5
    assert day <= moved <= day + timedelta(days=2)


@given(happened, st.dates(DUE, DUE + timedelta(days=9000)))
def test_nothing_that_happens_once_it_is_paid_counts(events, paid_on) -> None:
    after = limitation(DUE, events=events, years=3, longest_years=20, paid_on=paid_on)
    before = [each for each in events if each.day < paid_on]
    without = limitation(DUE, events=before, years=3, longest_years=20)
    assert (after.starts_on, after.ends_on) == (without.starts_on, without.ends_on)
    late = [each for each in after.restarts if each.day >= paid_on]
    assert {each.why_not for each in late} <= {"paid"}
    assert len(late) == len(events) - len(before)


@given(happened, st.dates(DUE, DUE + timedelta(days=9000)))
def test_nothing_that_happens_after_a_judgment_counts(events, perform_by) -> None:
    after = limitation(
        DUE, events=events, years=3, longest_years=20, perform_by=perform_by
    )
    late = [each for each in after.restarts if each.day > perform_by]
    assert {each.why_not for each in late} <= {"judged"}
    assert after.starts_on <= max(DUE, perform_by)


def test_two_hundred_days_late_on_thirty_thousand_add_a_thousand_and_fifty() -> None:
    added = delay_interest(30_000, rate_per_day=0.000175, days=200)
    assert round(added, 2) == 1_050


def test_times_and_sums_that_cannot_be_are_refused() -> None:
    with pytest.raises(ModelError, match="do not lie in 1 to 2"):
        limitation(DUE, years=3, longest_years=2)
    with pytest.raises(ModelError, match="0 or more"):
        delay_interest(-1, rate_per_day=0.000175, days=1)
