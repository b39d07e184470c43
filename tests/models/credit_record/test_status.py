"""Status codes: the vectors, the edges, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.errors import ModelError
from after_overdue.models.credit_record.status import StatusRule, severity

RULE = StatusRule(30, 7)


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (-1, "N"),
        (0, "N"),
        (1, "1"),
        (30, "1"),
        (31, "2"),
        (60, "2"),
        (61, "3"),
        (90, "3"),
        (91, "4"),
        (120, "4"),
        (121, "5"),
        (150, "5"),
        (151, "6"),
        (180, "6"),
        (181, "7"),
        (4_000, "7"),
    ],
)
def test_a_loan_is_coded_by_its_days_past_due(days: int, code: str) -> None:
    assert RULE.by_days(days) == code


@pytest.mark.parametrize(("missed", "code"), [(0, "N"), (1, "1"), (7, "7"), (8, "7")])
def test_a_card_is_coded_by_its_missed_minimums(missed: int, code: str) -> None:
    assert RULE.by_missed_minimums(missed) == code


@given(st.integers(0, 1_000), st.integers(0, 1_000))
def test_a_later_day_never_has_a_milder_code(days, more) -> None:
    later = severity(RULE.by_days(days + more))
    assert later >= severity(RULE.by_days(days))


@pytest.mark.parametrize("rule", [(0, 7), (30, 0)])
def test_a_rule_without_days_or_codes_is_refused(rule: tuple[int, int]) -> None:
    with pytest.raises(ModelError, match="at least one day"):
        StatusRule(*rule)
