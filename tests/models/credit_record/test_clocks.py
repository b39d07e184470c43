"""Clocks of other countries: what starts each, and when it ends."""

from dataclasses import replace
from datetime import date

import pytest

from after_overdue.errors import ModelError
from after_overdue.models.credit_record.arrears import Arrears
from after_overdue.models.credit_record.clocks import Clock, ClockRule, retention_clock

DUE = date(2024, 3, 1)
TODAY = date(2026, 11, 23)
CHINA = ClockRule("mainland_china", "payment", 60)
HONG_KONG = ClockRule("hong_kong", "payment", 60, over_days=60)
GERMANY = ClockRule("germany", "payment", 36, paid_after_days=100)
GERMANY_SOON = ClockRule("germany_paid_soon", "payment", 18, paid_within_days=100)
AMERICA = ClockRule("united_states", "delinquency", 84, charge_off_days=180)
BRITAIN = ClockRule("united_kingdom", "delinquency", 72)


def clock(rule: ClockRule, cured_on: date | None, as_of: date = TODAY) -> Clock:
    return retention_clock(Arrears(DUE, 3_000, cured_on), rule=rule, as_of=as_of)


def test_an_unpaid_debt_ages_off_in_britain_but_not_in_china() -> None:
    assert clock(BRITAIN, None).ends_on == date(2030, 3, 1)
    unpaid = clock(CHINA, None)
    assert (unpaid.starts_on, unpaid.ends_on, unpaid.on_record) == (None, None, True)


def test_paying_starts_the_clock_in_china_and_changes_nothing_in_britain() -> None:
    paid = date(2024, 9, 1)
    assert clock(CHINA, paid).ends_on == date(2029, 9, 1)
    assert clock(BRITAIN, paid).ends_on == clock(BRITAIN, None).ends_on


@pytest.mark.parametrize(("days", "applies"), [(60, False), (61, True)])
def test_hong_kong_speaks_of_defaults_over_sixty_days(days: int, applies: bool) -> None:
    paid = date.fromordinal(DUE.toordinal() + days)
    assert clock(HONG_KONG, paid).applies is applies


@pytest.mark.parametrize(
    ("days", "rule", "other"),
    [(100, GERMANY_SOON, GERMANY), (101, GERMANY, GERMANY_SOON)],
)
def test_germany_keeps_half_as_long_what_is_paid_within_a_hundred_days(
    days: int, rule: ClockRule, other: ClockRule
) -> None:
    paid = date.fromordinal(DUE.toordinal() + days)
    assert clock(rule, paid).applies
    assert not clock(other, paid).applies


def test_an_unpaid_debt_is_not_paid_soon_in_germany() -> None:
    assert clock(GERMANY, None, date(2024, 4, 1)).applies
    assert not clock(GERMANY_SOON, None, date(2024, 4, 1)).applies


def test_a_charge_off_counts_from_half_a_year_after_the_delinquency() -> None:
    assert clock(AMERICA, date(2024, 8, 28)).ends_on == date(2031, 3, 1)
    assert clock(AMERICA, date(2024, 8, 29)).ends_on == date(2031, 8, 28)


def test_a_payment_after_the_day_asked_for_is_not_known_yet() -> None:
    before = clock(CHINA, date(2024, 9, 1), as_of=date(2024, 8, 31))
    assert before.ends_on is None


def test_a_record_is_gone_on_the_day_its_clock_ends() -> None:
    assert clock(BRITAIN, None, date(2030, 2, 28)).on_record
    assert not clock(BRITAIN, None, date(2030, 3, 1)).on_record


def test_where_a_period_ends_with_its_last_day_the_record_is_kept_on_it() -> None:
    home = replace(CHINA, keeps_last_day=True)
    paid = date(2026, 3, 15)
    assert clock(home, paid, date(2031, 3, 15)).on_record
    assert not clock(home, paid, date(2031, 3, 16)).on_record


@pytest.mark.parametrize("rule", [CHINA, GERMANY, AMERICA, BRITAIN])
def test_nothing_overdue_is_on_no_record(rule: ClockRule) -> None:
    assert not clock(rule, DUE).on_record


def test_a_rule_that_keeps_nothing_is_refused() -> None:
    with pytest.raises(ModelError, match="kept for a time"):
        ClockRule("nowhere", "payment", 0)
