"""The figure of the three clocks: every position of the slider, on a still axis."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.registry import MODELS
from after_overdue.models.three_clocks.case import cases_along, three_clocks_case
from after_overdue.models.three_clocks.frames import (
    clocks_figure,
    clocks_paths,
    clocks_texts,
)
from after_overdue.models.three_clocks.words import ThreeClocksWords
from tests.models.positions import plain, shown_at

TODAY = date(2026, 11, 29)
POSITIONS = 721


def wording(language: str = "en", **given: str) -> ThreeClocksWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["three_clocks"].read(texts, TODAY)
    assert refusals == []
    return ThreeClocksWords(three_clocks_case(values, TODAY), Locale(language))


def trace(figure: dict, uid: str) -> dict:
    return next(each for each in figure["data"] if each["uid"] == uid)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_position_shows_what_python_computes(language) -> None:
    words = wording(language)
    figure = clocks_figure(words)
    base, paths = plain(figure), plain(clocks_paths(words, figure))
    along = [ThreeClocksWords(case, words.locale) for case in cases_along(words.case)]
    assert len(along) == POSITIONS
    for at in (0, 1, 89, 400, 719, 720):
        shown = shown_at(at, base, words.headlines(), paths)
        computed = clocks_figure(along[at])
        assert shown["data"] == plain(computed)["data"]
        assert shown["headlines"] == plain(along[at].headlines())
        assert shown["sentence"] == plain(list(along[at].sentence()))
        assert shown["takeaway"] == along[at].takeaway()


@pytest.mark.parametrize("given", [{}, {"paid_after": "never"}, {"amount": "1e6"}])
def test_the_axes_stand_still_wherever_the_slider_is(given) -> None:
    words = wording(
        **{key: text.replace("1e6", "1000000") for key, text in given.items()}
    )
    paths = clocks_paths(words, clocks_figure(words))
    assert not [path for path in paths if "axis" in path]


def test_unpaid_the_debt_runs_off_the_edge_and_the_record_is_hatched() -> None:
    figure = clocks_figure(wording(paid_after="never"))
    end = figure["layout"]["xaxis"]["range"][1]
    assert trace(figure, "debt")["x"] == trace(figure, "waiting")["x"] == [0, end]
    assert trace(figure, "record")["visible"] is False
    assert figure["layout"]["shapes"][0]["visible"] is False


def test_paid_the_record_begins_where_the_debt_stops() -> None:
    figure = clocks_figure(wording(paid_after="90"))
    assert trace(figure, "debt")["x"] == [0, 90]
    assert trace(figure, "record")["x"][0] == 90
    assert figure["layout"]["shapes"][0]["x0"] == 90


def test_the_dots_of_the_score_move_with_nothing() -> None:
    words = wording()
    figure = clocks_figure(words)
    score = figure["data"].index(trace(figure, "score"))
    assert not [
        path
        for path in clocks_paths(words, figure)
        if path.startswith(f"data.{score}.")
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sentence_names_the_clocks_in_their_colours(language) -> None:
    not_due = {"paid_after": "never", "due_on": "2027-01-01"}
    for given in ({}, {"paid_after": "never"}, not_due):
        marks = [mark for _, mark in wording(language, **given).sentence() if mark]
        assert marks == ["debt", "record", "score"]
        assert all(mark in PALETTES["light"] for mark in marks)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("due_on", ["2026-11-29", "2027-01-01", "2099-12-31"])
def test_before_the_due_date_nothing_runs_and_nothing_is_overdue(
    language, due_on
) -> None:
    words = wording(language, due_on=due_on, paid_after="never")
    overdue = {"en": "nothing overdue", "zh": "没有逾期"}[language]
    labels = {
        each["name"]: each["text"]
        for each in clocks_figure(words)["layout"]["annotations"]
    }
    for said in (words.takeaway(), words.headlines()[0][1], labels["debt-stops"]):
        assert overdue in said
    everything = "\n".join([words.takeaway(), *words.answers(), *labels.values()])
    for runs in ("runs on", "every day", "not begun", "还在走", "每天", "还没开始"):
        assert runs not in everything
    assert words.day(words.case.due_on) in words.answers()[0]


@pytest.mark.parametrize(
    ("given", "grows"),
    [
        ({}, True),
        ({"amount": "1"}, True),
        ({"rate": "0"}, False),
        ({"amount": "0"}, False),
    ],
    ids=str,
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_debt_costs_more_every_day_only_where_interest_accrues(
    language, given, grows
) -> None:
    debt = wording(language, paid_after="never", **given).answers()[0]
    assert ("every day" in debt or "每天" in debt) == grows
    assert ("accrues" in debt or "不产生罚息" in debt) != grows


@pytest.mark.parametrize("due_on", ["2026-08-29", "2027-01-01"])
def test_the_positions_of_a_debt_not_due_show_what_python_computes(due_on) -> None:
    words = wording(due_on=due_on, rate="0")
    figure = clocks_figure(words)
    paths = plain(clocks_paths(words, figure))
    along = [ThreeClocksWords(case, words.locale) for case in cases_along(words.case)]
    for at in (0, 89, 720):
        shown = shown_at(at, plain(figure), words.headlines(), paths)
        computed = clocks_figure(along[at])
        assert shown["layout"] == plain(computed)["layout"]
        assert shown["headlines"] == plain(along[at].headlines())
        assert shown["sentence"] == plain(list(along[at].sentence()))


def test_the_last_position_is_called_not_paid_yet() -> None:
    words = wording()
    texts = clocks_texts(words.case, words.locale)
    assert (len(texts), texts[0], texts[-1]) == (POSITIONS, "day 1", "not paid yet")


@pytest.mark.parametrize("theme", list(PALETTES))
def test_every_colour_is_one_of_the_palettes(theme) -> None:
    assert "@" not in str(painted(clocks_figure(wording()), PALETTES[theme]))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_debt_stops_on_the_day_of_the_payment_and_the_record_years_later(
    language,
) -> None:
    words = wording(language, paid_after="90")
    paid, kept = (
        words.day(day)
        for day in (words.case.clocks.paid_on, words.case.clocks.kept_until)
    )
    debt, record, *_ = words.answers()
    assert paid in debt
    assert kept not in debt
    assert kept in record
    assert kept in "".join(part for part, _ in words.sentence())
