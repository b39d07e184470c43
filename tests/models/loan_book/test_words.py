"""What the loan-book page says, in both languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.cases.locale import Locale
from after_overdue.catalog.parameters import value
from after_overdue.models.loan_book.case import answer, loan_book_case
from after_overdue.models.loan_book.words import LoanBookWords
from after_overdue.models.loan_book.working import workings
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 23)


def wording(language: str = "en", **given: str) -> LoanBookWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["loan_book"].read(texts, TODAY)
    assert refusals == []
    return LoanBookWords(loan_book_case(values, TODAY), Locale(language))


def answers(language: str = "en", **given: str) -> str:
    return "\n".join(wording(language, **given).answers())


def test_the_starting_case_is_answered_without_touching_anything() -> None:
    said = answers()
    assert "After 12 months**, 17.2% of the book is overdue" in said
    assert "440 yuan on each loan of 10,000 yuan" in said
    assert "review post 200 yuan, loan committee 152 yuan, post-loan" in said
    assert "takes off another 214 yuan" in said
    assert "14.3% of them" in said
    assert "It pays for itself" in said


def test_the_same_case_is_answered_in_chinese() -> None:
    said = answers("zh")
    assert "12个月之后**，组合里有17.2%逾期" in said
    assert "又少损失214元" in said


def test_the_misprinted_row_is_named() -> None:
    assert "the row “2 overdue” adds up to 1.02" in answers()
    assert "adds up to" not in answers(matrix="ladder")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "adds up to 1.02. With 0.07 in place of 0.09 for “no balance”"),
        ("zh", "合计1.02。把“没有欠款”的0.09换成0.07"),
    ],
)
def test_the_misprinted_cell_is_told_from_the_day_it_is_mended(language, said) -> None:
    values = value("loan_book.card_matrix_overdue_2", TODAY).parameter.values
    assert values[min(values)].value == [0.09, 0.38, 0, 0, 0.55], "as printed"
    day = max(values)
    found, _ = MODELS["loan_book"].read({}, day)
    words = LoanBookWords(loan_book_case(found, day), Locale(language))
    assert said in "\n".join(words.answers())
    found["matrix"] = "ladder"
    ladder = LoanBookWords(loan_book_case(found, day), Locale(language))
    assert "1.02" not in "\n".join(ladder.answers())


def test_the_ladder_loses_what_is_written_off() -> None:
    assert "of the book is written off" in answers(matrix="ladder", months="36")


def test_the_strongest_checkpoint_follows_the_settings() -> None:
    assert "it is worth most (post-loan inspection)" in answers()
    weaker = answers(stopped_by_inspection="0.02")
    assert "the review post is worth more" in weaker


def test_an_inspection_that_turns_nothing_back_is_worth_nothing() -> None:
    free = {"stopped_by_inspection": "0", "good_turned_away": "0"}
    assert "takes nothing off" in answers(**free)


def test_an_inspection_that_only_calls_in_good_loans_does_harm() -> None:
    words = wording(stopped_by_inspection="0")
    value = words.headlines()[2][1]
    assert value.startswith("nothing, adds ")
    harm = f"{value.removeprefix('nothing, ')} to the loss"
    assert harm in "\n".join(words.answers())
    assert f"the last one {harm} of a loan" in words.takeaway()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_adds_to_the_loss_is_never_told_as_taken_off(language) -> None:
    nothing = dict.fromkeys(
        ("stopped_by_review", "stopped_by_committee", "stopped_by_inspection"), "0"
    )
    words = wording(language, good_turned_away="0.9", **nothing)
    said = "\n".join([*words.answers(), words.takeaway(), words.headlines()[2][1]])
    assert "−" not in said
    assert said.count("adds" if language == "en" else "多损失") >= len(nothing) + 3


def test_dear_control_is_called_dear() -> None:
    assert "It costs more than it saves" in answers(cost_per_check="1000")


def test_the_spread_is_told_only_where_loans_are_given() -> None:
    assert "by chance alone" not in answers()
    said = answers(loans="1000")
    assert "Loans on your book: 1,000." in said
    assert "the 10% to 90% range of random runs" in said
    assert said == answers(loans="1000")


def test_the_headlines_grow_with_the_book() -> None:
    one, many = wording().headlines(), wording(loans="1000").headlines()
    assert one[1] == ("Expected loss on a loan", "440 yuan")
    assert many[1] == ("Expected loss on the book", "439,926 yuan")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_caveat_names_its_source(language) -> None:
    said = wording(language).caveat()
    assert "Malik" in said
    assert "2011" in said


def test_the_working_multiplies_share_by_rate() -> None:
    steps = workings(wording(), 6)[0]
    assert "up to date: 46.57% × 17.40% = 8.10% → 1 overdue" in steps
    assert not any(
        step.startswith("up to date: ") and "no balance" in step for step in steps
    )


def test_what_is_written_off_moves_no_more() -> None:
    steps = workings(wording(matrix="ladder"), 12)[0]
    assert not any(step.startswith("written off") for step in steps)


def test_the_table_speaks_the_readers_language() -> None:
    words = wording("zh", loans="100")
    frame = words.table(answer(words.case))
    assert list(frame.columns)[:3] == ["月", "没有欠款", "正常"]
    assert frame.columns[-1] == "损失，90%的结果更低"


def told(words: LoanBookWords) -> str:
    sentence = "".join(text for text, *_ in words.sentence())
    return "\n".join([*words.answers(), words.takeaway(), sentence])


@pytest.mark.parametrize(
    ("language", "yet", "turned"),
    [("en", "no loss yet", "turns no loan back"), ("zh", "还没有损失", "没有挽回任何")],
)
@pytest.mark.parametrize("months", ["1", "2"])
@pytest.mark.parametrize("stopped", ["0", "0.1", "1"])
def test_before_anything_is_lost_there_is_said_to_be_no_loss_yet(
    language, yet, turned, months, stopped
) -> None:
    said = told(wording(language, months=months, stopped_by_inspection=stopped))
    assert said.count(yet) == 3
    assert turned not in said


@pytest.mark.parametrize(
    ("language", "nothing", "most"),
    [("en", "nothing to lose", "worth most"), ("zh", "没有什么可损失", "最值")],
)
def test_where_all_is_got_back_there_is_nothing_to_lose(
    language, nothing, most
) -> None:
    said = told(wording(language, recovered_share="1"))
    assert said.count(nothing) == 3
    assert most not in said
    assert "saves 0 yuan a loan" not in said


def test_less_than_a_fen_is_neither_saved_nor_lost() -> None:
    settings = {"loan_amount": "100", "recovered_share": "0.995"}
    settings |= {"stopped_by_inspection": "0.001", "good_turned_away": "0"}
    assert "takes off less than a fen" in answers(**settings)
    assert wording(**settings).headlines()[2][1] == "0 yuan"


@given(
    st.integers(1, 36),
    st.floats(0, 1),
    st.floats(0, 0.9),
    st.floats(0, 1),
    st.sampled_from(["kallberg-saunders", "ladder"]),
)
def test_the_last_check_is_said_to_save_only_what_shows_in_yuan(
    months, stopped, good, recovered, matrix
) -> None:
    words = wording(
        months=str(months),
        stopped_by_inspection=f"{stopped:.4f}",
        good_turned_away=f"{good:.4f}",
        recovered_share=f"{recovered:.4f}",
        matrix=matrix,
    )
    said, found = words.answers()[2], answer(words.case).summary
    worth = round(found["value_of_inspection_on_top"], 2)
    assert ("takes off another" in said) == (worth > 0)
    assert ("adds" in said) == (worth < 0)
    assert "another 0 yuan" not in said
