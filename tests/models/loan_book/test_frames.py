"""The figure of a loan book: every position of the slider is what Python computes."""

import json
from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.loan_book.case import LoanBookCase, loan_book_case
from after_overdue.models.loan_book.flows import FlowView
from after_overdue.models.loan_book.frames import (
    bands,
    book_along,
    book_figure,
    book_paths,
    stopped_texts,
)
from after_overdue.models.loan_book.words import LoanBookWords
from after_overdue.models.registry import MODELS
from tests.models.positions import plain, shown_at

TODAY = date(2026, 11, 23)


def case_of(**given: str) -> LoanBookCase:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["loan_book"].read(texts, TODAY)
    assert refusals == []
    return loan_book_case(values, TODAY)


def flows_of(case: LoanBookCase, month: int) -> FlowView:
    moves = bands(case, month)
    return FlowView(case.book.buckets, moves, sum(each.share for each in moves))


CASES = [
    ({}, 12),
    ({"matrix": "ladder", "months": "24"}, 6),
    ({"weak_share": "0", "loans": "1000"}, 1),
    ({"months": "1", "stopped_by_inspection": "1"}, 1),
]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("given", "month"), CASES, ids=str)
def test_every_position_shows_what_python_computes(given, month, language) -> None:
    wording = LoanBookWords(case_of(**given), Locale(language))
    figure = book_figure(wording, month)
    base, paths = plain(figure), plain(book_paths(wording, figure, month))
    for position, there in enumerate(book_along(wording)):
        shown = shown_at(position, base, wording.headlines(), paths)
        computed = plain(book_figure(there, month))
        assert shown["data"] == computed["data"]
        assert shown["layout"] == computed["layout"]
        assert shown["headlines"] == plain(there.headlines())
        assert shown["takeaway"] == computed["layout"]["meta"]["alt"]


@pytest.mark.parametrize("matrix", ["kallberg-saunders", "ladder"])
def test_what_leaves_one_side_of_the_flow_enters_the_other(matrix) -> None:
    sizes = flows_of(case_of(matrix=matrix), 6).sizes
    left, right = sum(sizes["source"].values()), sum(sizes["target"].values())
    assert left == pytest.approx(right)
    assert left > 0


def test_the_flow_ends_where_the_balances_of_the_month_stand() -> None:
    case = case_of()
    entered = flows_of(case, 6).sizes["target"]
    book = case.book
    for name in ("overdue_1", "overdue_2", "overdue_3_or_more"):
        stands = book.shares[6, book.buckets.index(name)]
        assert entered[name] == pytest.approx(stands, abs=1e-6)


def test_bands_stay_inside_their_nodes() -> None:
    view = flows_of(case_of(), 12)
    heads, sizes = view.heads["source"], view.sizes["source"]
    assert max(heads.values()) <= view.top
    assert min(head - sizes[name] for name, head in heads.items()) >= 0


def test_the_balances_stand_on_nought_and_add_up() -> None:
    figure = book_figure(LoanBookWords(case_of(), Locale("en")), 12)
    assert figure["layout"]["yaxis"]["range"][0] == 0
    bands = [each["y"][-1] for each in figure["data"] if "stackgroup" in each]
    late = next(each["y"][-1] for each in figure["data"] if each["uid"] == "late")
    assert sum(bands) == pytest.approx(late, abs=1e-5)


def test_the_outline_is_the_book_without_the_last_check_at_every_position() -> None:
    wording = LoanBookWords(case_of(good_turned_away="0"), Locale("en"))
    outlines, gaps = [], []
    for each in (book_along(wording)[at] for at in (0, 10, 100)):
        lines = {line["uid"]: line["y"] for line in book_figure(each, 12)["data"]}
        outlines.append(lines["unchecked"])
        gaps.append(lines["unchecked"][-1] - lines["late"][-1])
    assert outlines[0] == outlines[1] == outlines[2]
    assert gaps[0] == pytest.approx(0, abs=1e-5)
    assert gaps[0] < gaps[1] < gaps[2]


def test_the_gap_says_what_the_last_check_is_worth() -> None:
    wording = LoanBookWords(case_of(), Locale("en"))
    labels = {e["name"]: e for e in book_figure(wording, 12)["layout"]["annotations"]}
    assert labels["gap"]["text"] == f"saves {wording.headlines()[2][1]} a loan"


def test_the_slider_has_a_text_at_each_of_its_positions() -> None:
    texts = stopped_texts(Locale("en"), TODAY)
    assert len(texts) == len(book_along(LoanBookWords(case_of(), Locale("en"))))
    assert (texts[0], texts[-1]) == ("0%", "100%")


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("matrix", ["kallberg-saunders", "ladder"])
def test_every_colour_has_a_value_in_both_themes(matrix, theme) -> None:
    figure = book_figure(LoanBookWords(case_of(matrix=matrix), Locale("en")), 6)
    assert '"@' not in json.dumps(painted(figure, PALETTES[theme]))


@pytest.mark.parametrize("months", ["1", "2", "12", "36", "120"])
def test_the_month_axis_has_whole_months(months) -> None:
    case = case_of(months=months)
    axis = book_figure(LoanBookWords(case, Locale("en")), 1)["layout"]["xaxis"]
    assert axis["dtick"] >= 1
    assert int(months) / axis["dtick"] <= 12
