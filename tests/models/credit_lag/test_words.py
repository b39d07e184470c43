"""What the page on credit says, in both languages."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.models.credit_lag.case import answer, credit_lag_case
from after_overdue.models.credit_lag.words import CreditLagWords
from after_overdue.models.credit_lag.working import working
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 23)


def wording(language: str = "en", **given: str) -> CreditLagWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["credit_lag"].read(texts, TODAY)
    assert refusals == []
    return CreditLagWords(credit_lag_case(values, TODAY), Locale(language))


@pytest.mark.parametrize(
    ("lag", "giver", "area"),
    [
        ("30", "The seller gives", "30,000"),
        ("-7", "The buyer gives", "7,000"),
        ("0", "Nobody gives", ""),
    ],
)
def test_whoever_performs_first_gives_the_credit(lag, giver, area) -> None:
    words = wording(lag_days=lag)
    first, *others = words.answers()
    assert first.startswith(f"**{giver} credit")
    assert words.headlines()[0][1] in first
    assert any(f"{area} yuan × days" in each for each in others) == bool(area)


def test_at_nought_there_is_none() -> None:
    said = "\n".join(wording().answers())
    assert "At nought days there is none" in said
    assert "no credit (S58)" in wording(lag_days="0").answers()[0]


def test_one_day_is_a_day() -> None:
    assert "paid for 1 day later" in wording(lag_days="1").answers()[0]


def test_the_same_case_is_answered_in_chinese() -> None:
    said = "\n".join(wording("zh", lag_days="-7").answers())
    assert "**买方给了信用**。先付1,000元，7天后才交付" in said


def test_the_working_is_worth_times_days() -> None:
    assert working(wording())[-1] == "1,000 yuan × 30 days = 30,000 yuan × days"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_articles_dating_is_corrected_by_earlier_dates(language) -> None:
    events = wording(language).events()
    corrected = next(each for each in events if "1856" in each and "1924" in each)
    instalments = next(each for each in events if each.startswith("**1856"))
    assert events.index(instalments) < events.index(corrected)


def test_the_history_has_sources() -> None:
    assert {"hbs-credit-history", "article#L47"} <= set(wording().event_citations())


def test_a_date_is_told_as_precisely_as_it_is_known() -> None:
    starts = [each.split("**")[1] for each in wording().events()]
    assert {"1807", "late 1930s", "February 1950", "28 January 2015"} <= set(starts)


def test_the_table_speaks_the_readers_language() -> None:
    words = wording("zh")
    assert list(words.table(answer(words.case)).columns)[:2] == ["天", "已交付"]
