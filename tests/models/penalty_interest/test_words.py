"""What the penalty-interest page says, in both languages."""

from datetime import date

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from after_overdue.cases.inputs import InputValue
from after_overdue.cases.locale import Locale
from after_overdue.models.penalty_interest.case import penalty_case
from after_overdue.models.penalty_interest.compound import fen
from after_overdue.models.penalty_interest.result import answer
from after_overdue.models.penalty_interest.settings import settings_shown
from after_overdue.models.penalty_interest.words import PenaltyWords
from after_overdue.models.penalty_interest.working import (
    card_example,
    day_working,
    instalment_example,
)
from after_overdue.models.registry import MODELS, PAGE_MODELS
from tests.models.printed_sums import is_true, printed_sums

TODAY = date(2026, 11, 23)
PAGE_INPUTS = PAGE_MODELS["penalty_interest"].inputs_on(TODAY)


def held_of(**given: str) -> dict[str, InputValue]:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["penalty_interest"].read(texts, TODAY)
    assert refusals == []
    return values


def wording(language: str = "en", **given: str) -> PenaltyWords:
    return PenaltyWords(penalty_case(held_of(**given), TODAY), Locale(language))


def answers(language: str = "en", **given: str) -> str:
    return "\n".join(wording(language, **given).answers())


def working(language: str = "en", **given: str) -> str:
    return "\n".join(day_working(wording(language, **given)))


def test_the_starting_case_is_answered_without_touching_anything() -> None:
    said = answers()
    assert "After 90 days the penalty interest is **450 yuan**" in said
    assert "12% raised by 50% of itself, which is 18% a year" in said
    assert "Owed by then: **10,450 yuan**, 450 yuan more" in said
    assert "at least Special mention, by the rule of 2023. From day 91" in said
    assert "24% a year, if the borrower asks. 18% is within it." in said
    assert "On this day 450 yuan stands before the principal" in said


def test_the_same_case_is_answered_in_chinese() -> None:
    said = answers("zh")
    assert "逾期90天，罚息是**450元**" in said
    assert "至少是关注。从第91天起是次级。" in said


def test_one_missed_instalment_costs_little() -> None:
    lead, frame = instalment_example(Locale("en"), TODAY)
    assert "Instalment 5 of 12 is 1,066.19 yuan: 984.60 yuan principal" in lead
    added = dict(zip(frame["Day late"], frame["Added"], strict=True))
    assert added["30"] == "15.99 yuan"
    assert added["90"] == "47.98 yuan"


def test_the_illustrative_card_grows_as_worked_out() -> None:
    _, frame = card_example(Locale("en"), TODAY)
    assert frame["Owed"].tolist() == [
        "10,230 yuan",
        "10,377.25 yuan",
        "10,632.16 yuan",
        "10,939.39 yuan",
        "12,175.38 yuan",
    ]


def test_a_card_is_told_by_its_own_charges_and_rule() -> None:
    said = answers(kind="card")
    assert "has become **10,939.39 yuan**: 639.39 yuan interest and 300 yuan" in said
    assert "0.05% a day is 18% a year of 360 days" in said
    assert "by the card rule of 2011" in said
    assert "no line is drawn" in said


def test_a_card_on_365_days_has_another_yearly_rate() -> None:
    assert "18.25% a year of 365 days" in answers(kind="card", day_count="365")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"rate": "0.2"}, "30% is above it; by now that is 150 yuan too much"),
        ({"lender": "private"}, "4 times the one-year prime rate of 3%, so 12% a year"),
        ({"lender": "micro-loan"}, "new loans are reported to be capped at 24% a year"),
        ({"lender": "consumer-finance"}, "guidance by word of mouth to stay at 20%"),
        (
            {"rate": "0.16", "compound": "monthly", "penalty_on_penalty": "yes"},
            "within it, but compounding has taken the charges",
        ),
    ],
    ids=str,
)
def test_the_ceiling_is_the_one_of_the_lender(given, sentence) -> None:
    assert sentence in answers(**given)


def test_the_ceiling_is_the_one_of_the_day() -> None:
    assert "prime rate of 3.85%, so 15.4%" in answers(lender="private", on="2020-09-01")


def test_the_worst_class_has_no_next_one() -> None:
    said = answers(days="400")
    assert "**Risk class**: Loss, by the rule of 2023." in said
    assert "From day" not in said


def test_a_part_payment_hardly_moves_the_debt() -> None:
    said = answers(paid="500")
    assert "0 yuan goes to costs, 450 yuan to interest and 50 yuan to principal" in said
    assert "Still owed: 9,950 yuan" in said


def test_what_a_payment_has_beyond_the_debt_is_left_over() -> None:
    assert "50 yuan is left over" in answers(paid="10500")


def test_unpaid_interest_is_compounded_by_agreement() -> None:
    said = answers(basis="instalment", compound="quarterly")
    assert "81.58 yuan of unpaid contract interest adds 3.67 yuan" in said


def test_the_working_can_be_checked_by_hand() -> None:
    said = working()
    assert "12% × (1 + 50%) = 18% a year." in said
    assert "10,000 yuan × 18% × 90 ÷ 360 = 450 yuan" in said
    assert "10,000 yuan principal + 450 yuan penalty = 10,450 yuan" in said
    assert "10,000 yuan × 24% × 90 ÷ 360 = 600 yuan" in said
    assert "Day 90 lies in days 1 to 90: Special mention" in said


def test_the_working_of_a_card_counts_from_the_posting_day() -> None:
    said = working(kind="card")
    assert "35 + 90 = 125 days" in said
    assert "10,000 yuan + 639.39 yuan + 300 yuan = 10,939.39 yuan" in said


def test_the_working_names_compounding_only_where_it_happens() -> None:
    assert "compounded" not in working()
    said = working(compound="monthly", penalty_on_penalty="yes", unpaid_interest="100")
    assert "Penalty, itself compounded every 30 days" in said
    assert "Penalty on the principal" not in said
    assert "10,000 yuan × ((1 + 18% × 30 ÷ 360)³ − 1) = 456.78 yuan" in said
    assert "Unpaid interest, compounded every 30 days" in said
    assert "+ 4.57 yuan compound interest" in said


def test_the_first_and_the_worst_class_have_their_own_words() -> None:
    assert "Day 0 lies in days 0 to 0: Normal" in working(days="0")
    assert "Day 361 is later than day 360: Loss" in working(days="361")


@pytest.mark.parametrize("kind", ["loan", "card"])
@pytest.mark.parametrize("basis", ["amount", "instalment"])
@pytest.mark.parametrize("compound", ["none", "monthly"])
def test_every_setting_shown_is_an_input(kind, basis, compound) -> None:
    values = held_of(kind=kind, basis=basis, compound=compound)
    usual, rare = settings_shown(values)
    names = [name for row in usual + rare for name in row]
    assert len(names) == len(set(names))
    assert set(names) <= PAGE_INPUTS.keys()


def test_every_input_is_a_control_in_some_case() -> None:
    shown = {
        name
        for kind in ("loan", "card")
        for basis in ("amount", "instalment")
        for usual, rare in [
            settings_shown(held_of(kind=kind, basis=basis, compound="monthly"))
        ]
        for row in usual + rare
        for name in row
    }
    assert shown | {"days"} == PAGE_INPUTS.keys()


def test_the_table_speaks_the_readers_language() -> None:
    words = wording("zh", kind="card")
    frame = words.table(answer(words.case))
    assert list(frame.columns)[:4] == ["逾期天数", "罚息", "复利", "共欠"]
    assert frame["风险类别"].iloc[-1] == "关注"


def test_one_day_of_compound_interest_is_singular() -> None:
    given = {"days": "1", "compound": "monthly", "unpaid_interest": "100"}
    said = working(penalty_on_penalty="yes", **given)
    assert said.count("for 1 day") == len(["penalty", "interest"])
    assert "1 days" not in said


COMPOUNDED = {
    "days": "361",
    "rate": "0.16",
    "compound": "monthly",
    "penalty_on_penalty": "yes",
}


@pytest.mark.parametrize(
    ("given", "above", "said"),
    [
        (COMPOUNDED, True, "24%, exceeded"),
        (COMPOUNDED | {"days": "30"}, False, "24%, not exceeded"),
        ({"rate": "0.2", "days": "0"}, True, "24%, exceeded"),
        ({"rate": "0.16", "principal": "100000000"}, False, "24%, not exceeded"),
        ({"principal": "0", "rate": "0.2"}, True, "24%, exceeded"),
    ],
)
def test_headline_answer_and_summary_agree_on_the_ceiling(given, above, said) -> None:
    words = wording(**given)
    assert answer(words.case).summary["above_ceiling"] is above
    assert words.headlines()[2][1] == said
    verdict = next(each for each in words.answers() if "Ceiling" in each)
    assert verdict.endswith("is within it.") is not above


def test_nothing_late_is_not_called_normal_at_least() -> None:
    assert "**Risk class**: Normal, by the rule of 2023. From day 1" in answers(
        days="0"
    )
    assert "至少" not in answers("zh", days="0")


def test_the_penalty_is_called_simple_where_only_interest_compounds() -> None:
    simple, compounded = working(compound="monthly"), working(**COMPOUNDED)
    assert "Penalty on the principal: 10,000 yuan × 18% × 90 ÷ 360" in simple
    assert "Penalty, itself" not in simple
    assert "Penalty on the principal" not in compounded


LATE_INSTALMENT = {"basis": "instalment", "compound": "monthly"}


def test_what_is_owed_is_the_sum_that_is_printed() -> None:
    first = {"basis": "instalment", "missed_instalment": "1"}
    words = wording(**first)
    owed = "946.19 yuan principal + 120 yuan interest + 42.58 yuan penalty"
    assert f"{owed} = 1,108.77 yuan" in working(**first)
    assert words.headlines()[0][1] == "1,108.77 yuan"
    assert "Owed by then: **1,108.77 yuan**, 42.58 yuan more" in answers(**first)
    assert answer(words.case).document()["summary"]["owed"] == 1_108.77


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("given", [LATE_INSTALMENT, {"kind": "card"}], ids=str)
def test_every_day_adds_up_to_the_fen_wherever_it_is_told(given, language) -> None:
    for day in range(121):
        words = wording(language, **given, days=str(day))
        lines, owed = day_working(words), words.headlines()[0][1]
        assert any(f"= {owed}" in each for each in lines), (lines, owed)
        assert all(is_true(each) for line in lines for each in printed_sums(line))
        [added] = words.added([day])
        assert added in "".join(text for text, *_ in words.sentence())


@given_by(
    st.floats(0, 1e6),
    st.floats(0, 1e5),
    st.floats(0, 1e5),
    st.floats(0, 0.36),
    st.integers(0, 720),
    st.sampled_from(["none", "monthly", "quarterly"]),
)
def test_every_sum_of_the_working_comes_out_as_printed(
    principal, interest, costs, rate, days, compound
) -> None:
    words = wording(
        principal=f"{principal:.6f}",
        unpaid_interest=f"{interest:.6f}",
        enforcement_costs=f"{costs:.6f}",
        rate=f"{rate:.6f}",
        days=str(days),
        compound=compound,
    )
    lines = day_working(words)
    assert all(is_true(each) for line in lines for each in printed_sums(line)), lines
    found = answer(words.case).summary
    names = ("overdue_principal", "overdue_interest", "penalty", "compound_interest")
    parts = [*(found[name] for name in names), float(fen(words.case.enforcement_costs))]
    assert round(100 * found["owed"]) == sum(round(100 * each) for each in parts), lines


def test_parts_that_miss_the_instalment_by_a_fen_are_said_to_be_rounded() -> None:
    said = wording(basis="instalment").instalment()
    assert said.endswith(
        "the two parts come to 1,066.18 yuan, and that is what counts below."
    )
    assert (
        "rounded" not in wording(basis="instalment", missed_instalment="1").instalment()
    )


@pytest.mark.parametrize(
    ("language", "nothing", "free"),
    [
        ("en", "0 yuan more", "the interest-free period holds"),
        ("zh", "多付0元", "免息期"),
    ],
)
def test_a_card_paid_in_full_on_the_due_date_costs_nothing(
    language, nothing, free
) -> None:
    words = wording(language, kind="card", days="0")
    said = "".join(text for text, *_ in words.sentence())
    assert nothing in said
    assert free in said
    found = answer(words.case).summary
    assert (found["card_interest"], found["card_owed"]) == (0, 10_000)
    told = [said, *words.answers(), *day_working(words)]
    assert not any("175" in each for each in told)
    assert "F75" in day_working(words)[1]


def test_a_card_paid_in_part_on_the_due_date_loses_its_free_period() -> None:
    lost = "loses its interest-free period"
    assert lost in answers(kind="card", days="0", paid="500")
    assert lost not in answers(kind="card", days="0", paid="10000")
    assert lost not in answers(kind="card", days="1", paid="500")
