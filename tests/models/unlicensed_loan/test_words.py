"""What the page on an unlicensed loan says, in both languages."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.models.registry import MODELS
from after_overdue.models.unlicensed_loan.case import answer, unlicensed_loan_case
from after_overdue.models.unlicensed_loan.words import UnlicensedLoanWords
from after_overdue.models.unlicensed_loan.working import workings

TODAY = date(2026, 11, 29)


def wording(language: str = "en", **given: str) -> UnlicensedLoanWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["unlicensed_loan"].read(texts, TODAY)
    assert refusals == []
    case = unlicensed_loan_case(values, TODAY)
    return UnlicensedLoanWords(case, Locale(language))


def test_the_rate_the_principal_and_the_ceiling_are_told() -> None:
    said = "\n".join(wording().answers())
    assert "**2234.7% a year**" in said
    assert "**1,400 yuan**, is the principal" in said
    assert "at most 3.22 yuan" in said
    assert "This is not legal advice." in said


def test_the_same_case_is_told_in_chinese() -> None:
    said = "\n".join(wording("zh").answers())
    assert "一年是2234.7%" in said
    assert "最多3.22元" in said
    assert "不是法律意见" in said


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_borrowed_on_is_told_as_assumed(language) -> None:
    words = wording(language)
    assumed = {"en": "assumed", "zh": "假设"}[language]
    assert assumed in words.figure_words()["debt"]
    assert any(assumed in each for each in words.answers())


def test_a_loan_within_the_ceiling_is_not_told_as_above_it() -> None:
    said = "\n".join(wording(received="1000", asked="1001", days="30").answers())
    assert "stays within 4 times" in said
    assert "the contract is void all the same" in said


def test_the_prime_rate_is_told_with_the_day_it_is_known_of() -> None:
    assert "last known on 20 August 2026" in "\n".join(wording().answers())


def test_the_working_shows_the_sums() -> None:
    loan, rolled = workings(wording())
    assert loan[1:] == [
        "asked beyond what arrived: 2,000 yuan − 1,400 yuan = 600 yuan",
        "a year: 600 yuan ÷ 1,400 yuan ÷ 7 days × 365 days = 2234.7%",
        "interest at the ceiling: 1,400 yuan × 12% × 7 days ÷ 365 days = 3.22 yuan",
    ]
    assert rolled[1].endswith("2,000 yuan × (1 + 2%)¹² × (1 + 3%)¹² = 3,616.42 yuan")


def test_the_table_speaks_the_readers_language() -> None:
    words = wording("zh")
    assert list(words.table(answer(words.case)).columns) == ["月", "欠多少"]
