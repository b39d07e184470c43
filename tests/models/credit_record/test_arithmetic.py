"""Credit record: the worked examples, the edges, and what must always hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.errors import ModelError
from after_overdue.models.credit_record.arithmetic import CreditRecord, credit_record
from after_overdue.models.credit_record.arrears import Arrears
from after_overdue.models.credit_record.one_off import OneOffRepair
from after_overdue.models.credit_record.status import StatusRule, severity

TODAY = date(2026, 11, 23)
REPAIR = OneOffRepair(
    announced_on=date(2025, 12, 22),
    first_day=date(2020, 1, 1),
    last_day=date(2025, 12, 31),
    most_overdue=10_000,
    repaid_by=date(2026, 3, 31),
    early_repaid_by=date(2025, 11, 30),
    early_hidden_from=date(2026, 1, 1),
)

due_dates = st.dates(date(2018, 1, 1), date(2027, 12, 31))
spans = st.none() | st.integers(0, 900)
as_of_dates = st.dates(date(2020, 1, 19), date(2034, 12, 31))
kinds = st.sampled_from(["loan", "card"])
counts = st.integers(1, 6)


def record(
    due: date,
    cured: date | None = None,
    *,
    as_of: date = TODAY,
    kind: str = "loan",
    amount: float = 3_000,
    instalments: int = 1,
    grid_months: int = 60,
) -> CreditRecord:
    return credit_record(
        Arrears(due, amount, cured, instalments),
        kind=kind,
        as_of=as_of,
        grid_months=grid_months,
        retention_years=5,
        status=StatusRule(30, 7),
        one_off=REPAIR,
    )


def codes(found: CreditRecord, last: int) -> str:
    return "".join(month.code for month in found.months[-last:])


@pytest.mark.parametrize(
    ("cured", "deleted"),
    [
        (date(2026, 3, 15), date(2031, 3, 15)),
        (date(2024, 2, 29), date(2029, 2, 28)),
        (date(2024, 3, 1), date(2029, 3, 1)),
    ],
)
def test_a_record_is_deleted_five_years_after_the_arrears_were_paid(
    cured: date, deleted: date
) -> None:
    assert record(date(2024, 1, 10), cured).deleted_on == deleted


def test_an_unpaid_debt_has_no_date_of_deletion() -> None:
    found = record(date(2016, 1, 10))
    assert found.deleted_on is None
    assert found.on_report
    assert found.status_code == "7"


def test_the_grid_is_sixty_months_and_ends_with_the_month_it_is_read() -> None:
    months = record(date(2026, 3, 10)).months
    assert len(months) == 60
    assert months[0].month == date(2021, 12, 1)
    assert months[-1].month == date(2026, 11, 1)


def test_a_loan_climbs_a_code_about_every_month_until_it_is_paid() -> None:
    found = record(date(2026, 3, 10), date(2026, 10, 5))
    assert codes(found, 10) == "N1234567NN"
    assert found.worst_code == "7"


def test_the_current_month_is_coded_on_the_day_it_is_read() -> None:
    due = date(2026, 10, 24)
    assert record(due, as_of=date(2026, 11, 23)).status_code == "1"
    assert record(due, as_of=date(2026, 11, 24)).status_code == "2"


def test_a_card_counts_the_minimums_missed_in_a_row_and_a_loan_counts_days() -> None:
    due, as_of = date(2026, 8, 1), date(2026, 11, 1)
    assert codes(record(due, as_of=as_of, kind="card"), 4) == "1233"
    assert codes(record(due, as_of=as_of), 4) == "1244"


def test_a_minimum_counts_as_missed_from_the_day_after_it_was_due() -> None:
    due = date(2026, 8, 25)
    on_the_day = record(due, as_of=date(2026, 11, 25), kind="card")
    assert on_the_day.status_code == "3"
    the_day_after = record(due, as_of=date(2026, 11, 26), kind="card")
    assert the_day_after.status_code == "4"


def test_paid_late_within_the_month_is_a_mark_of_its_own() -> None:
    found = record(date(2026, 9, 10), date(2026, 9, 20))
    assert codes(found, 3) == "MNN"
    assert found.worst_code == "M"
    assert found.on_report
    assert found.deleted_on == date(2031, 9, 20)


def test_due_on_the_last_day_and_paid_the_next_is_marked_in_the_next_month() -> None:
    assert codes(record(date(2026, 9, 30), date(2026, 10, 1)), 3) == "NMN"


def test_paid_on_the_last_day_of_a_month_is_not_overdue_at_its_end() -> None:
    assert codes(record(date(2026, 8, 20), date(2026, 9, 30)), 4) == "1NNN"


def test_paid_on_the_due_date_is_not_late() -> None:
    found = record(date(2026, 9, 10), date(2026, 9, 10))
    assert found.state == "paid_as_due"
    assert found.deleted_on is None
    assert not found.late_months


@pytest.mark.parametrize("as_of", [date(2026, 1, 1), date(2026, 3, 10)])
def test_before_the_due_date_is_over_nothing_is_overdue_yet(as_of: date) -> None:
    found = record(date(2026, 3, 10), as_of=as_of)
    assert found.state == "not_overdue_yet"
    assert not found.on_report
    assert found.status_code == "N"


def test_the_day_after_the_due_date_is_one_day_past_due() -> None:
    found = record(date(2026, 3, 10), as_of=date(2026, 3, 11))
    assert (found.days_past_due, found.status_code) == (1, "1")


def test_a_payment_after_the_day_it_is_read_is_not_known_yet() -> None:
    due, cured = date(2026, 3, 10), date(2026, 6, 1)
    before = record(due, cured, as_of=date(2026, 5, 31))
    assert before.state == "overdue"
    assert before.deleted_on is None
    assert record(due, cured, as_of=cured).deleted_on == date(2031, 6, 1)


def test_late_codes_leave_the_grid_before_the_record_is_deleted() -> None:
    due, cured = date(2026, 1, 10), date(2026, 3, 15)
    last_day = record(due, cured, as_of=date(2031, 3, 15))
    assert {month.code for month in last_day.months} == {"N"}
    assert last_day.on_report
    assert last_day.worst_code == "2"
    after = record(due, cured, as_of=date(2031, 3, 16))
    assert after.gone_from == date(2031, 3, 16)
    assert not after.on_report
    assert after.state == "gone"
    assert after.worst_code == "N"


def test_the_first_generation_grid_is_shorter() -> None:
    found = record(date(2017, 1, 10), as_of=date(2020, 1, 18), grid_months=24)
    assert found.months[0].month == date(2018, 2, 1)


def test_what_is_overdue_on_one_account_adds_up() -> None:
    found = record(date(2025, 11, 15), amount=5_000, instalments=12)
    amounts = {month.month: month.reported_amount for month in found.months}
    assert amounts[date(2025, 11, 1)] == 5_000
    assert amounts[date(2025, 12, 1)] == 10_000
    assert amounts[date(2026, 1, 1)] == 15_000


def test_the_one_off_repair_tests_each_month_of_an_account() -> None:
    found = record(date(2025, 10, 15), date(2025, 12, 20), amount=5_001, instalments=3)
    late = {month.month.month: month.is_covered for month in found.late_months}
    assert late == {10: True, 11: False}
    assert found.hidden_from == date(2026, 1, 31)
    assert found.on_report


def test_a_covered_record_is_hidden_but_not_deleted() -> None:
    due, cured = date(2025, 10, 15), date(2025, 11, 30)
    before = record(due, cured, amount=10_000, as_of=date(2025, 12, 31))
    assert codes(before, 3) == "1NN"
    after = record(due, cured, amount=10_000, as_of=date(2026, 1, 1))
    assert codes(after, 4) == "NNNN"
    assert after.state == "hidden"
    assert after.deleted_on == date(2030, 11, 30)
    hidden = after.months[-4]
    assert (hidden.reported_code, hidden.reported_amount) == ("1", 10_000)
    assert (hidden.code, hidden.overdue_amount) == ("N", 0)


def test_a_late_month_after_2025_stays_though_an_earlier_one_is_hidden() -> None:
    found = record(date(2025, 12, 10), date(2026, 3, 31))
    assert [month.is_displayed for month in found.late_months] == [False, True, True]
    assert found.hidden_from == date(2026, 4, 30)
    assert found.on_report


def test_nobody_was_covered_before_the_repair_was_announced() -> None:
    due, cured = date(2025, 9, 15), date(2025, 11, 20)
    assert record(due, cured, as_of=date(2025, 12, 21)).covered_months == 0
    assert record(due, cured, as_of=date(2025, 12, 22)).covered_months == 2


def test_a_debt_repaid_a_day_too_late_is_not_covered() -> None:
    found = record(date(2025, 9, 15), date(2026, 4, 1))
    assert found.covered_months == 0
    assert found.hidden_from is None


@given(due_dates, spans, as_of_dates, kinds, counts)
def test_every_grid_ends_with_the_month_read_and_misses_none(
    due, span, as_of, kind, instalments
) -> None:
    cured = None if span is None else due + timedelta(days=span)
    found = record(due, cured, as_of=as_of, kind=kind, instalments=instalments)
    indices = [month.month.year * 12 + month.month.month for month in found.months]
    assert indices == list(range(indices[-1] - 59, indices[-1] + 1))
    assert found.months[-1].month == as_of.replace(day=1)


@given(due_dates, spans, as_of_dates, kinds, counts)
def test_a_record_is_on_the_report_unless_hidden_gone_or_never_late(
    due, span, as_of, kind, instalments
) -> None:
    cured = None if span is None else due + timedelta(days=span)
    found = record(due, cured, as_of=as_of, kind=kind, instalments=instalments)
    assert found.on_report is (found.state in ("overdue", "paid"))
    assert (found.worst_code != "N") is found.on_report
    assert (found.days_past_due > 0) is (found.state == "overdue")
    for month in found.months:
        assert month.is_displayed or month.is_late
        assert (month.overdue_amount > 0) is month.code.isdigit()


@given(due_dates, spans, as_of_dates, kinds)
def test_codes_only_climb_while_the_arrears_are_unpaid(due, span, as_of, kind) -> None:
    cured = None if span is None else due + timedelta(days=span)
    found = record(due, cured, as_of=as_of, kind=kind)
    digits = [
        month.reported_code
        for month in found.late_months
        if month.reported_code.isdigit()
    ]
    assert digits == sorted(digits, key=severity)


@given(due_dates, st.integers(1, 900), as_of_dates, kinds)
def test_paying_sooner_never_gives_a_worse_code_or_a_later_deletion(
    due, span, as_of, kind
) -> None:
    later = record(due, due + timedelta(days=span), as_of=as_of, kind=kind)
    sooner = record(due, due + timedelta(days=span - 1), as_of=as_of, kind=kind)
    assert len(sooner.late_months) <= len(later.late_months)
    if sooner.deleted_on and later.deleted_on:
        assert sooner.deleted_on <= later.deleted_on


def test_arrears_paid_before_they_exist_are_refused() -> None:
    with pytest.raises(ModelError, match="not paid before they exist"):
        Arrears(date(2026, 3, 10), 3_000, date(2026, 3, 9))


@pytest.mark.parametrize(("amount", "instalments"), [(0, 1), (3_000, 0)])
def test_arrears_of_nothing_are_refused(amount: float, instalments: int) -> None:
    with pytest.raises(ModelError, match="at least one payment of more than 0"):
        Arrears(date(2026, 3, 10), amount, None, instalments)


def test_a_grid_without_a_month_is_refused() -> None:
    with pytest.raises(ModelError, match="at least one"):
        record(date(2026, 3, 10), grid_months=0)
