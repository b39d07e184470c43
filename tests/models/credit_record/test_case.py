"""A case of the credit record: what a reader gives, and what is said back."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.models.credit_record.case import (
    INPUTS,
    RecordCase,
    answer,
    record_case,
)
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 23)
MODEL = MODELS["credit_record"]


def case(**given_texts: str) -> RecordCase:
    texts = {name: [text] for name, text in given_texts.items()}
    values, refusals = MODEL.read(texts, TODAY)
    assert refusals == []
    return record_case(values, TODAY)


def document(**given_texts: str) -> dict[str, Any]:
    return answer(case(**given_texts)).document()


def summary(**given_texts: str) -> dict[str, Any]:
    return document(**given_texts)["summary"]


def test_five_years_run_from_the_day_the_arrears_were_paid() -> None:
    found = summary(due_on="2026-01-10", cured_on="2026-03-15")
    assert found["deleted_on"] == "2031-03-15"
    assert found["gone_from"] == "2031-03-16"
    assert found["on_report"]
    assert found["state"] == "paid"


def test_a_leap_day_counts_to_the_end_of_february() -> None:
    found = summary(due_on="2024-01-10", cured_on="2024-02-29")
    assert found["deleted_on"] == "2029-02-28"
    assert found["gone_from"] == "2029-03-01"


def test_an_unpaid_debt_has_no_date() -> None:
    found = summary(due_on="2026-05-25")
    assert found["deleted_on"] is None
    assert (found["days_past_due"], found["status_code"]) == (182, "7")


def test_without_a_due_date_the_example_is_three_months_old() -> None:
    assert case().due_on == date(2026, 8, 23)
    assert case(as_of="2026-05-31").due_on == date(2026, 2, 28)
    assert case(cured_on="2025-05-01").due_on == date(2025, 2, 1)


def test_the_amount_that_is_covered_is_in_its_file_with_its_date() -> None:
    found = summary(due_on="2025-10-15", cured_on="2025-11-30", amount="10000")
    assert found["one_off_covers"]
    assert found["one_off_covers_all"]
    assert found["one_off_hidden_from"] == "2026-01-01"
    assert found["one_off_stage"] == "closed"
    assert found["state"] == "hidden"
    above = summary(due_on="2025-10-15", cured_on="2025-11-30", amount="10000.01")
    assert not above["one_off_covers"]
    assert above["one_off_hidden_from"] is None


def test_one_month_may_be_covered_and_another_not() -> None:
    found = summary(due_on="2025-12-10", cured_on="2026-03-31")
    assert found["one_off_covers"]
    assert not found["one_off_covers_all"]
    assert found["on_report"]


def test_a_late_payment_of_2026_came_too_late_for_the_one_off_repair() -> None:
    found = summary(due_on="2026-01-10", cured_on="2026-02-10")
    assert not found["one_off_covers"]


def test_an_as_of_day_replays_what_a_reader_saw() -> None:
    given_texts = {"due_on": "2025-10-15", "cured_on": "2026-01-20"}
    stages = {
        as_of: summary(as_of=as_of, **given_texts)
        for as_of in ("2025-10-15", "2025-12-01", "2026-01-20", "2026-02-28")
    }
    assert [found["state"] for found in stages.values()] == [
        "not_overdue_yet",
        "overdue",
        "paid",
        "hidden",
    ]
    assert stages["2025-12-01"]["deleted_on"] is None
    assert stages["2025-12-01"]["deleted_on_if_paid_as_planned"] == "2031-01-20"
    assert stages["2025-12-01"]["one_off_stage"] == "not_announced"
    assert stages["2026-01-20"]["deleted_on"] == "2031-01-20"


def test_the_rows_are_five_years_of_months() -> None:
    rows = document(due_on="2026-08-20")["rows"]
    assert len(rows) == 60
    assert [row["code"] for row in rows[-5:]] == ["N", "1", "2", "3", "4"]
    assert rows[-1]["month"] == "2026-11"
    assert rows[-1]["overdue_amount"] == 3_000
    assert all(row["displayed"] for row in rows)


def test_a_report_of_the_first_generation_had_two_years_of_months() -> None:
    before = {"due_on": "2019-06-10", "as_of": "2020-01-18"}
    assert len(document(**before)["rows"]) == 24
    assert len(document(**before | {"as_of": "2020-01-19"})["rows"]) == 60


def test_paying_starts_the_clock_in_some_countries_only() -> None:
    countries = summary(due_on="2024-03-01", cured_on="2024-09-01")["countries"]
    ends = {place: found["ends_on"] for place, found in countries.items()}
    assert ends == {
        "mainland_china": "2029-09-01",
        "hong_kong": "2029-09-01",
        "germany": "2027-09-01",
        "germany_paid_soon": None,
        "united_states": "2031-08-28",
        "united_kingdom": "2030-03-01",
        "australia_missed_payment": "2026-03-01",
        "australia_default": "2029-03-01",
        "new_zealand_history": "2026-03-01",
        "new_zealand_default": "2029-03-01",
    }
    unpaid = summary(due_on="2024-03-01")["countries"]
    assert unpaid["mainland_china"]["ends_on"] is None
    assert unpaid["united_kingdom"]["ends_on"] == "2030-03-01"


def test_every_source_named_is_known_and_json_is_plain() -> None:
    found = json.loads(answer(case(cured_on="2026-09-01")).json())
    named = {source["id"] for source in found["sources"]}
    assert {"credit-reporting-regulation", "one-off-repair-qa", "status-codes"} <= named
    assert tuple(found["inputs"]) == INPUTS


def test_a_payment_before_the_due_date_is_refused_and_settled() -> None:
    texts = {"due_on": ["2026-03-10"], "cured_on": ["2026-03-09"]}
    values, refusals = MODEL.read(texts, TODAY)
    assert [refusal.kind for refusal in refusals] == ["cured_before_due"]
    assert values["paid_after"] == 0
    assert record_case(values, TODAY).record.state == "paid_as_due"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("due_on", "2026-02-29"),
        ("due_on", "1999-12-31"),
        ("due_on", "2026-03"),
        ("cured_on", "yesterday"),
        ("as_of", "2013-03-14"),
        ("as_of", ""),
        ("amount", "0"),
        ("amount", "-5"),
        ("amount", "inf"),
        ("kind", "mortgage"),
        ("missed_instalments", "0"),
        ("missed_instalments", "61"),
    ],
)
def test_a_value_out_of_its_range_is_refused(name: str, text: str) -> None:
    _, refusals = MODEL.read({name: [text]}, TODAY)
    assert [refusal.name for refusal in refusals] == [name]


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.none() | st.integers(0, 3_000),
    st.dates(date(2013, 3, 15), date(2099, 12, 31)),
    st.sampled_from(["loan", "card"]),
)
def test_every_overdue_has_an_answer_on_every_day(due, span, as_of, kind) -> None:
    given_texts = {"due_on": due.isoformat(), "as_of": as_of.isoformat(), "kind": kind}
    if span is not None and due + timedelta(days=span) <= date(2099, 12, 31):
        given_texts["cured_on"] = (due + timedelta(days=span)).isoformat()
    found = summary(**given_texts)
    china = found["countries"]["mainland_china"]
    assert china["ends_on"] == found["deleted_on"]
    assert china["on_record"] or not found["on_report"]
