"""Inputs: how people type numbers, and what may mean something else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis.strategies import floats

from after_overdue.cases.inputs import read_inputs
from after_overdue.cases.locale import Locale
from after_overdue.cases.refusals import page_sentences, sentence
from after_overdue.models.loan_book.case import inputs_on
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "given", ["5,000", "5，000", "５０００", "5 000", "5\u00a0000"]
)
def test_thousands_may_be_separated_in_whole_numbers_and_money(given) -> None:
    assert inputs_on(TODAY)["loans"].read(given) == (5000, None)
    assert MODELS["apr"].inputs_on(TODAY)["amount"].read(given) == (5000.0, None)


@pytest.mark.parametrize("given", ["5,00", "12,5", "0,125", "5_000", "1,0000", "5²"])
def test_a_comma_that_may_mean_a_point_is_refused(given) -> None:
    _, refusal = MODELS["apr"].inputs_on(TODAY)["amount"].read(given)
    assert refusal is not None
    assert (refusal.kind, refusal.given) == ("not_a_number", given)


def test_a_grouped_number_with_decimals_is_no_whole_number() -> None:
    _, refusal = inputs_on(TODAY)["loans"].read("5,000.5")
    assert refusal is not None
    assert refusal.kind == "not_whole"


@pytest.mark.parametrize(
    ("noun", "name", "given", "end"),
    [
        ("score_recovery", "repaired_in", "1000-01", "low"),
        ("score_recovery", "repaired_in", "9000-01", "high"),
        ("credit_record", "due_on", "1000-01-01", "low"),
        ("credit_record", "due_on", "9000-01-01", "high"),
    ],
)
def test_a_day_out_of_range_becomes_the_nearest_that_is_allowed(
    noun: str, name: str, given: str, end: str
) -> None:
    input_ = MODELS[noun].inputs_on(TODAY)[name]
    values, refusal = input_.read(given)
    assert input_.write(values) == f"{getattr(input_, end)}"
    assert refusal is not None
    assert refusal.kind.endswith("_out_of_range")


def test_of_a_list_what_is_known_is_kept_and_without_any_the_start() -> None:
    readings = MODELS["score_recovery"].inputs_on(TODAY)["readings"]
    assert readings.read("restored,magic")[0] == ["restored"]
    values, refusal = readings.read("magic")
    assert values == readings.default
    assert refusal is not None
    assert refusal.given == "magic"


def test_a_value_given_twice_is_refused_only_where_it_differs() -> None:
    inputs = MODELS["score_recovery"].inputs_on(TODAY)
    values, refusals = read_inputs(inputs, {"points_lost": ["80", "80"]})
    assert (values["points_lost"], refusals) == (80, [])
    values, (refusal,) = read_inputs(inputs, {"points_lost": ["70", "80"]})
    assert (values["points_lost"], refusal.kind) == (80, "repeated")


SAYS = {
    "integer": ("write a number from", "请填"),
    "share": ("write a number from", "请填"),
    "number": ("write a number from", "请填"),
    "month": ("write year and month", "请写年份和月份"),
    "date": ("write year, month and day", "请写年月日"),
    "choice": ("choose one of", "中的一个"),
    "choices": ("choose at least one", "至少要选一个"),
    "flag": ("say yes or no", "只能填yes或no"),
    "debts": ("write 2 to 6 debts", "请写2到6笔"),
}
"""What a field of each kind that is left empty has to be told, in both languages."""


@pytest.mark.parametrize("noun", MODELS)
@pytest.mark.parametrize(("language", "at"), [("en", 0), ("zh", 1)])
def test_an_emptied_field_is_told_what_its_own_kind_takes(noun, language, at) -> None:
    fields, locale = MODELS[noun].inputs_on(TODAY), Locale(language)
    for name, each in fields.items():
        values, refusals = MODELS[noun].read({name: [" "]}, TODAY)
        message = page_sentences(refusals, fields, values, locale)
        if each.optional:
            assert message == []
            continue
        assert len(message) == 1
        assert SAYS[each.kind][at] in message[0]
        assert "“" not in message[0]


@pytest.mark.parametrize(
    ("noun", "name", "written", "value"),
    [
        ("apr", "monthly_fee", "5e-05", 0.00005),
        ("apr", "monthly_fee", "5E-5", 0.00005),
        ("penalty_interest", "principal", "1e6", 1_000_000.0),
        ("apr", "fees_waived", "true", True),
        ("apr", "fees_waived", "False", False),
        ("apr", "settle_after", "null", None),
        ("apr", "settle_after", "None", None),
    ],
)
def test_what_json_and_tables_write_is_read_back(noun, name, written, value) -> None:
    assert MODELS[noun].inputs_on(TODAY)[name].read(written) == (value, None)


def test_a_power_of_ten_out_of_range_is_refused_as_it_was_given() -> None:
    fee = MODELS["apr"].inputs_on(TODAY)["monthly_fee"]
    values, refusal = fee.read("1e99")
    assert values == fee.high
    assert refusal is not None
    said = sentence(refusal, language="en", name=str)
    assert said.startswith("monthly_fee is 1e99; allowed is 0 to")
    assert fee.read("1e400")[1].kind == "not_a_share"


@given(floats(min_value=0, max_value=1e8))
def test_every_number_is_written_so_that_it_reads_back(number) -> None:
    principal = MODELS["penalty_interest"].inputs_on(TODAY)["principal"]
    assert float(principal.write(number)) == number
    assert "e" not in principal.write(number)


def test_ten_digits_keep_their_cents() -> None:
    principal = MODELS["penalty_interest"].inputs_on(TODAY)["principal"]
    assert principal.write(123456789.12) == "123456789.12"


def events_read(given: str) -> tuple:
    return MODELS["limitation"].inputs_on(TODAY)["events"].read(given)


def test_events_are_read_in_order_and_written_back_as_they_are_read() -> None:
    values, refusal = events_read("part_payment:2025-12-01, text:2023-01-10")
    assert (values, refusal) == (["text:2023-01-10", "part_payment:2025-12-01"], None)
    wanted_events = MODELS["limitation"].inputs_on(TODAY)["events"]
    assert wanted_events.write(values) == "text:2023-01-10,part_payment:2025-12-01"
    assert wanted_events.read(wanted_events.write(values)) == (values, None)


@pytest.mark.parametrize("given", ["", "none", "null"])
def test_no_event_may_be_given(given: str) -> None:
    assert events_read(given) == (None, None)


def test_a_bad_event_is_named_and_the_good_ones_are_kept() -> None:
    values, refusal = events_read("text:2023-01-10,text:2023-13-01")
    assert values == ["text:2023-01-10"]
    assert (refusal.kind, refusal.given) == ("not_an_event", "text:2023-13-01")
