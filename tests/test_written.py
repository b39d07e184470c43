"""Numbers, months and days as people write them, and what may mean two things."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis.strategies import dates, integers, sampled_from, text
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue import calculate
from after_overdue.catalog.files import LANGUAGES
from after_overdue.cli import main
from after_overdue.models.registry import MODELS
from after_overdue.sharing.reply import reply
from after_overdue.web.routes import routes
from after_overdue.written import ONE_WIDTH, day_of, month_of, read_number

TODAY = date(2026, 11, 29)
WIDE = {half: full for full, half in ONE_WIDTH.items() if isinstance(half, int)}
AMOUNTS = (
    lambda n: f"{n}",
    lambda n: f"{n:,}",
    lambda n: f"{n:,}".replace(",", " "),
    lambda n: f"¥{n:,}",
    lambda n: f"￥{n}元",
    lambda n: f"{Decimal(n) / 10_000}万",
    lambda n: f"{Decimal(n) / 10_000} 万元",
    lambda n: f"{Decimal(n) / 1000}k",
    lambda n: f"RMB {n}",
)
WAYS_OF_A_DAY = (
    lambda d: d.isoformat(),
    lambda d: f"{d.year}/{d.month}/{d.day}",
    lambda d: f"{d.year}.{d.month}.{d.day}",
    lambda d: f"{d.year}年{d.month}月{d.day}日",
    lambda d: f"{d.day} {d:%b} {d.year}",
    lambda d: f"{d:%B} {d.day}, {d.year}",
)
WAYS_OF_A_MONTH = (
    lambda d: f"{d:%Y-%m}",
    lambda d: f"{d.year}/{d.month}",
    lambda d: f"{d.year}年{d.month}月",
    lambda d: f"{d:%b} {d.year}",
    lambda d: f"{d:%B} {d.year}",
)
DAYS = dates(date(1000, 1, 1), date(9999, 12, 31))


@given(integers(0, 99_999_999), sampled_from(AMOUNTS))
def test_an_amount_is_read_however_it_is_written(amount, write) -> None:
    for written in (write(amount), write(amount).translate(WIDE)):
        assert read_number(written, "yuan") == amount


@given(integers(0, 1_000_000))
def test_a_share_may_be_in_per_cent_and_comes_out_exact(millionths) -> None:
    share = Decimal(millionths) / 1_000_000
    for written in (f"{share * 100}%", f"{share * 100} ％", f"{share}"):
        assert read_number(written, "share-per-year") == share


@given(DAYS)
def test_a_day_and_a_month_are_read_however_they_are_written(day) -> None:
    for write in WAYS_OF_A_DAY:
        assert day_of(write(day).translate(WIDE)) == day_of(write(day)) == day
        with pytest.raises(ValueError, match="is a day, not a month"):
            month_of(write(day))
    for write in WAYS_OF_A_MONTH:
        assert month_of(write(day)) == day.replace(day=1)
        with pytest.raises(ValueError, match="is not a day"):
            day_of(write(day))


@given(text(max_size=12))
def test_any_other_text_is_no_number_and_no_day_and_breaks_nothing(written) -> None:
    found = read_number(written, "yuan")
    assert found is None or found.is_finite()
    for read in (day_of, month_of):
        try:
            assert isinstance(read(written), date)
        except ValueError as error:
            assert str(error)


@pytest.mark.parametrize(
    ("noun", "name", "written"),
    [
        ("apr", "amount", "1万2"),
        ("apr", "amount", "12,5"),
        ("apr", "amount", "12%"),
        ("apr", "amount", "$12"),
        ("apr", "months", "1m"),
        ("apr", "monthly_fee", "1万"),
        ("apr", "monthly_fee", "6厘"),
        ("apr", "monthly_fee", "0.6"),
        ("score_recovery", "repaired_in", "3/2026"),
        ("score_recovery", "repaired_in", "26年3月"),
        ("limitation", "due_on", "3/1/2026"),
        ("limitation", "due_on", "2026-02-30"),
        ("limitation", "due_on", "Mar 2026"),
    ],
)
def test_what_may_mean_two_things_is_told_the_form_to_use(noun, name, written) -> None:
    for language in LANGUAGES:
        given_ = {name: [written]}
        answered = reply(MODELS[noun], given_, TODAY, language=language)
        assert answered.answer is None
        [refused] = answered.refused
        assert any(
            mark in refused.sentence
            for mark in ("write it", "write year", "written", "请")
        )


def test_a_number_is_read_alike_by_command_address_and_library(capsys) -> None:
    client = TestClient(Starlette(routes=routes))
    written = {"amount": "1.2万", "monthly_fee": "０.6%", "months": "12"}
    plain = {"amount": "12000", "monthly_fee": "0.006", "months": "12"}
    asked = client.get("/api/v1/apr", params=written)
    assert asked.text == client.get("/api/v1/apr", params=plain).text
    assert asked.json()["inputs"]["amount"] == 12000
    options = [f"--{name.replace('_', '-')}={each}" for name, each in written.items()]
    assert main(["apr", *options, "--format", "json"]) == 0
    assert capsys.readouterr().out == asked.text
    assert calculate("apr", **written).document() == asked.json()
