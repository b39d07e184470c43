"""The figure of limitation: positions, axes that stand still, and its evidence."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given as given_
from hypothesis import strategies as st

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.limitation.case import answer, limitation_case
from after_overdue.models.limitation.frames import (
    month_paths,
    month_texts,
    months_along,
    months_figure,
)
from after_overdue.models.limitation.words import LimitationWords
from after_overdue.models.limitation.working import workings
from after_overdue.models.registry import MODELS
from tests.models.positions import plain, shown_at

TODAY = date(2026, 11, 29)
CASES = [
    {},
    {"events": "text:2020-05-01,text:2023-01-10,part_payment:2027-12-01"},
    {"paid_on": "2026-03-15", "perform_by": "2026-03-10"},
    {"due_on": "2021-05-11", "events": "text:2023-01-10"},
    {"due_on": "2021-05-20", "paid_on": "2021-05-20"},
    {"perform_by": "2023-03-10", "events": "text:2023-06-01"},
]


def wording(language: str = "en", **given: str) -> LimitationWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["limitation"].read(texts, TODAY)
    assert refusals == []
    return LimitationWords(limitation_case(values, TODAY), Locale(language))


def traces(words: LimitationWords) -> dict[str, dict]:
    return {each["uid"]: each for each in months_figure(words)["data"]}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("given", CASES, ids=str)
def test_every_position_shows_what_python_computes(given, language) -> None:
    words = wording(language, **given)
    figure = months_figure(words)
    base, paths = plain(figure), plain(month_paths(words, figure))
    for position, there in list(enumerate(months_along(words)))[::11]:
        shown = shown_at(position, base, words.headlines(), paths)
        computed = plain(months_figure(there))
        assert shown["data"] == computed["data"]
        assert shown["layout"] == computed["layout"]
        assert shown["headlines"] == plain(there.headlines())


@pytest.mark.parametrize("given", CASES, ids=str)
def test_no_axis_moves_with_the_months(given) -> None:
    drawn = [months_figure(each) for each in months_along(wording(**given))]
    assert len({tuple(each["layout"]["xaxis"]["range"]) for each in drawn}) == 1
    low, high = drawn[0]["layout"]["xaxis"]["range"]
    for each in drawn:
        [looked_at] = each["layout"]["shapes"]
        assert low <= looked_at["x0"] <= high


def test_a_mark_without_an_end_is_dashed_and_one_with_an_end_is_not() -> None:
    assert traces(wording())["mark"]["line"]["dash"] == "dash"
    assert "dash" not in traces(wording(paid_on="2026-03-15"))["mark"]["line"]
    assert "dash" not in traces(wording())["sue"]["line"]


def test_events_that_start_it_again_are_drawn_apart_from_those_that_do_not() -> None:
    drawn = traces(wording(events="text:2023-01-10,letter:2027-01-01"))
    assert (len(drawn["restarting"]["x"]), len(drawn["idle"]["x"])) == (1, 1)
    assert "starts the time again" in drawn["restarting"]["text"][0]
    assert "too late" in drawn["idle"]["text"][0]


def test_nobody_is_told_to_be_free_or_to_wait() -> None:
    for given in CASES:
        said = " ".join(
            [*wording(**given).answers(), wording(**given).takeaway()]
        ).lower()
        assert "you are free" not in said
        assert "wait it out" not in said
        assert "the debt" in said
        assert "not legal advice" in said


def test_a_time_that_is_over_is_a_defence_to_raise_and_the_debt_stays() -> None:
    said = "\n".join(wording().answers())
    assert "you have to raise it yourself" in said
    assert "The debt stays." in said
    assert "起诉的时效还在走" in "\n".join(wording("zh", months_later="12").answers())


def test_a_debt_that_is_paid_is_not_told_to_stay() -> None:
    words = wording(paid_on="2026-03-15")
    assert "paid on 15 March 2026" in dict(words.headlines()).values()
    assert "nothing of it is left to sue for" in "\n".join(words.answers())
    assert "the debt stays" not in words.takeaway()


WEEKEND = {"due_on": "2021-05-11", "events": "text:2023-01-10"}


@pytest.mark.parametrize(
    ("language", "day", "moved"),
    [
        ("en", "10 January 2026", "12 January 2026"),
        ("zh", "2026年1月10日", "2026年1月12日"),
    ],
)
@pytest.mark.parametrize("months_later", ["56", "57"])
def test_a_last_day_on_a_weekend_is_told_as_the_day_it_moves_to(
    language, day, moved, months_later
) -> None:
    words = wording(language, **WEEKEND, months_later=months_later)
    sentence = "".join(text for text, _ in words.sentence())
    for said in (sentence, words.takeaway(), words.restart(first_restart(words))):
        assert said.index(moved) < said.index(day), "the moved day, then why"
    for said in (words.headlines()[0][1], words.figure_words()["sue"]):
        assert moved in said
        assert day not in said


def first_restart(words: LimitationWords):
    return words.case.time_to_sue.restarts[0]


@given_(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(0, 102))
def test_nobody_is_told_that_it_runs_after_the_day_on_which_it_ends(
    due_on, months
) -> None:
    words = wording(due_on=due_on.isoformat(), months_later=str(months))
    case, time = words.case, words.case.time_to_sue
    assert words.headlines()[0][1] == words.locale.day(time.moved_to)
    assert (words.state == "running") == (case.looked_at_on <= time.moved_to)
    [sue] = [each for each in words.answers() if each.startswith("**To sue**")]
    same = "the last is the same date" in sue
    assert same == (time.ends_on.day == due_on.day)
    assert traces(words)["sue"]["x"][1] == pytest.approx(
        (time.moved_to - due_on) / timedelta(days=365.2425), abs=1e-4
    )


@pytest.mark.parametrize(
    ("language", "said"), [("en", "no such date"), ("zh", "没有同一日期")]
)
def test_a_date_that_the_last_year_lacks_is_not_called_the_same(language, said) -> None:
    [sue, *_] = wording(language, due_on="2024-02-29").answers()
    assert said in sue
    assert "same date." not in sue


def test_what_is_paid_on_the_due_day_has_no_mark() -> None:
    words = wording(due_on="2021-05-20", paid_on="2021-05-20")
    assert traces(words)["mark"]["visible"] is False
    assert words.figure_words()["mark"] == "The mark: none, paid on time"
    assert "nothing was late" in "\n".join(words.answers())
    late = wording(due_on="2021-05-20", paid_on="2021-05-21")
    assert traces(late)["mark"]["visible"] is True


def test_an_event_after_the_payment_does_not_count() -> None:
    words = wording(due_on="2021-05-20", paid_on="2022-01-01", events="text:2023-01-01")
    said = words.restart(first_restart(words))
    assert "as the debt was paid on 1 January 2022" in said
    assert list(words.table(answer(words.case))["Why not"]) == ["", "the debt was paid"]


@pytest.mark.parametrize(
    ("months", "english", "chinese"),
    [
        ("12", "has not begun", "还没开始"),
        ("30", "is running", "还在走"),
        ("66", "is over; the debt remains", "已经届满；债还在"),
    ],
)
def test_a_judged_debt_is_told_of_the_time_to_enforce(months, english, chinese) -> None:
    asked = {"due_on": "2021-05-20", "perform_by": "2023-03-10"}
    for language, said in (("en", english), ("zh", chinese)):
        words = wording(language, **asked, months_later=months)
        sentence = "".join(text for text, _ in words.sentence())
        assert all(said in each for each in (sentence, words.takeaway()))
        answers = "\n".join(words.answers())
        assert said in answers
        assert "first instance" not in answers
        assert "一审" not in answers


def test_the_judged_debt_can_be_enforced_on_the_monday_after_its_last_sunday() -> None:
    asked = {"due_on": "2022-09-08", "perform_by": "2024-03-08"}
    words = wording(**asked, months_later="42")
    assert words.case.looked_at_on == date(2026, 3, 8)
    sentence = "".join(text for text, _ in words.sentence())
    assert "ends on 9 March 2026 (8 March 2026 falls on a weekend)" in sentence
    assert "On 8 March 2026 it is running" in sentence


def test_a_lawsuit_is_told_to_stop_the_time() -> None:
    said = "\n".join(wording(events="lawsuit:2023-01-10").answers())
    assert "A lawsuit stops the time" in said


def test_the_working_adds_up_the_years_and_the_doubled_part() -> None:
    case = wording(perform_by="2026-03-10", paid_on="2026-09-26")
    [lines] = workings(case)
    assert lines[1:] == [
        "year in which the time to sue ends: 2021 + 3 years = 2024",
        "year in which the time to enforce ends: 2026 + 2 years = 2028",
        "doubled part (F126): 30,000 yuan × 0.0175% × 200 days = 1,050 yuan",
        "last year of the mark: 2026 + 5 years = 2031",
    ]


def test_the_table_speaks_the_readers_language() -> None:
    words = wording("zh", events="letter:2027-01-01")
    frame = words.table(answer(words.case))
    assert list(frame.columns) == ["事件", "日期", "起诉时效到", "为什么不算"]
    assert list(frame["为什么不算"]) == ["", "太晚了"]


def test_the_slider_has_a_text_at_each_of_its_positions() -> None:
    texts = month_texts(Locale("en"), TODAY)
    assert len(texts) == len(months_along(wording()))
    assert (texts[0], texts[1]) == ("0 months", "1 month")


@pytest.mark.parametrize("theme", PALETTES)
def test_every_colour_has_a_value_in_both_themes(theme) -> None:
    assert '"@' not in json.dumps(painted(months_figure(wording()), PALETTES[theme]))


@pytest.mark.parametrize(("paid_on", "state"), [("20", "paid"), ("21", "running")])
def test_a_debt_is_paid_from_the_day_of_the_payment(paid_on, state) -> None:
    words = wording(
        due_on="2021-05-20", months_later="12", paid_on=f"2022-05-{paid_on}"
    )
    assert words.case.looked_at_on == date(2022, 5, 20)
    assert words.state == state
