"""Marking: what counts as right, which replies it gets, and what is no answer."""

from datetime import date

import pytest

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.quizzes import QuizItem, quizzes
from after_overdue.errors import TrainingError
from after_overdue.teaching.quiz import is_right, marked, shown, truth, unit_label

TODAY = date(2026, 11, 25)
SINGLE, MULTIPLE = "what-is-late", "what-moves-the-clock"
NUMBER, ORDER = "months-by-timetable", "order-of-payment"
NUMBERS = [name for name, each in quizzes("en").items() if each.number]
WHOLE = "The whole loan, down to the last instalment"


def item(name: str, language: str = "en") -> QuizItem:
    return quizzes(language)[name]


def right_answer(each: QuizItem) -> dict[str, object]:
    if each.kind == "number":
        return {"number": truth(each, TODAY)}
    return {"order" if each.kind == "order" else "options": list(each.right)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(quizzes("en")))
def test_the_right_answer_is_right_and_is_told_why(name, language) -> None:
    each = item(name, language)
    found = marked(each, right_answer(each), TODAY)
    assert found.right
    assert is_right(each, right_answer(each), TODAY)
    assert found.see == ()
    assert all(reply.right and reply.because for reply in found.replies)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(quizzes("en")))
def test_every_text_reads_whole(name, language) -> None:
    each = item(name, language)
    for text in marked(each, right_answer(each), TODAY).text.texts.values():
        assert "{" not in text
        assert "[^" not in text


def test_a_wrong_option_is_answered_and_shown_where_it_is_disproved() -> None:
    found = marked(item(SINGLE), {"options": ["whole-loan"]}, TODAY)
    assert not found.right
    (reply,) = found.replies
    assert reply.say == WHOLE
    assert "only 984.60 yuan of principal overdue" in reply.because
    (see,) = found.see
    assert see.page == "penalty_interest"
    assert see.address == {"basis": "instalment", "loan_amount": "12000", "days": "1"}


def test_of_several_right_ones_all_are_needed_and_no_other() -> None:
    each = item(MULTIPLE)
    assert is_right(each, {"options": ["staying-unpaid", "paying-sooner"]}, TODAY)
    for answer in (
        ["paying-sooner"],
        ["paying-sooner", "staying-unpaid", "good-months"],
        ["good-months"],
    ):
        assert not is_right(each, {"options": answer}, TODAY)


def test_a_missed_right_one_gets_its_reply_too() -> None:
    found = marked(item(MULTIPLE), {"options": ["paying-sooner", "good-months"]}, TODAY)
    assert [(reply.part, reply.right) for reply in found.replies] == [
        ("paying-sooner", True),
        ("good-months", False),
        ("staying-unpaid", False),
    ]
    assert [see.page for see in found.see] == ["credit_record", "credit_record"]


def test_the_model_says_which_number_is_right() -> None:
    each = item(NUMBER)
    assert truth(each, TODAY) == 40
    for number, part in ((40, "right"), (41.0, "right"), (38.9, "low"), (60, "high")):
        (reply,) = marked(each, {"number": number}, TODAY).replies
        assert reply.part == part
        assert is_right(each, {"number": number}, TODAY) is (part == "right")


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_is_right_to_the_very_ends_of_its_tolerance(name: str) -> None:
    each = item(name)
    right, margin = truth(each, TODAY), each.number.tolerance
    for off, is_in in ((margin, True), (margin + 0.001, False)):
        for number in (right - off, right + off):
            assert is_right(each, {"number": number}, TODAY) is is_in


def test_a_number_off_is_shown_on_its_own_page() -> None:
    (see,) = marked(item(NUMBER), {"number": 12}, TODAY).see
    assert (see.page, see.address["points_lost"]) == ("score_recovery", "60")


def test_an_order_is_right_only_as_a_whole() -> None:
    each = item(ORDER)
    found = marked(each, {"order": ["costs", "principal", "interest"]}, TODAY)
    assert [reply.right for reply in found.replies] == [True, False, False]
    assert not found.right
    assert len(found.see) == 2


@pytest.mark.parametrize("name", list(quizzes("en")))
def test_an_order_is_shown_shuffled_alike_in_every_language(name) -> None:
    orders = {tuple(o.id for o in shown(item(name, each))) for each in LANGUAGES}
    assert len(orders) == 1
    is_sorted = orders == {tuple(each.id for each in item(name).options)}
    assert is_sorted is (item(name).kind != "order")


def test_the_unit_is_said_around_the_number() -> None:
    assert unit_label(item(NUMBER)) == "… months"
    assert unit_label(item(NUMBER, "zh")) == "…个月"


def test_footnotes_are_numbered_in_the_order_of_the_texts() -> None:
    text = marked(item(SINGLE), {"options": ["missed-part"]}, TODAY).text
    assert [note.claim for note in text.notes] == ["one-instalment", "pay-on-the-day"]
    assert "[1]" in text.because("whole-loan")
    (note,) = text.noted("options.nothing-yet.because")
    assert note.claim == "pay-on-the-day"


@pytest.mark.parametrize(
    ("name", "response", "words"),
    [
        (SINGLE, {}, "Choose one option, then answer."),
        (SINGLE, None, "Choose one option"),
        (SINGLE, [], "Choose one option"),
        (SINGLE, {"options": "missed-part"}, "Choose one option"),
        (SINGLE, {"options": ["missed-part", "whole-loan"]}, "Choose one option"),
        (SINGLE, {"options": ["*bold*"]}, "“*bold*” is no option of this question;"),
        (SINGLE, {"options": ["x" * 999]}, "x…” is no option of this question"),
        (SINGLE, {"options": [["missed-part"]]}, "is no option of this question"),
        (MULTIPLE, {"options": []}, "Choose at least one option, then answer."),
        (MULTIPLE, {"number": 1}, "Choose at least one option"),
        (NUMBER, {}, "Write a number, then answer."),
        (NUMBER, {"number": None}, "Write a number"),
        (NUMBER, {"number": "40"}, "“40” is not a number; write one such as 12.5."),
        (NUMBER, {"number": True}, "“True” is not a number"),
        (NUMBER, {"number": float("nan")}, "“NaN” is too great or too small"),
        (NUMBER, {"number": float("-inf")}, "“-Infinity” is too great or too small"),
        (NUMBER, {"number": 1e13}, "is too great or too small"),
        (NUMBER, {"number": 10**5000}, "“1.00e+5000” is too great or too small"),
        (ORDER, {"order": ["costs"]}, "Put every line in its place once"),
        (ORDER, {"order": []}, "Put every line in its place once"),
        (
            ORDER,
            {"order": ["costs", "costs", "interest", "principal"]},
            "Put every line in its place once",
        ),
    ],
    ids=lambda each: str(each)[:40] if not isinstance(each, dict) else "",
)
def test_what_is_no_answer_is_refused_in_a_sentence(name, response, words) -> None:
    for judge in (marked, is_right):
        with pytest.raises(TrainingError) as caught:
            judge(item(name), response, TODAY)
        assert words in str(caught.value)


def test_a_refusal_speaks_the_language_of_the_item() -> None:
    with pytest.raises(TrainingError, match="请选一项"):
        marked(item(SINGLE, "zh"), {}, TODAY)
