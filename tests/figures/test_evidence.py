"""Evidence: one line for one degree of backing, in charts and beside words."""

from typing import get_args

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.catalog.claims import claims
from after_overdue.catalog.parameters import Status
from after_overdue.figures.evidence import (
    ARTICLE_ONLY,
    BY_STATUS,
    FIRST_HAND,
    REPORTED,
    UNKNOWN,
)
from after_overdue.figures.static_svg import svg
from after_overdue.figures.theme import PALETTES
from after_overdue.models.score_recovery.readings import BACKED, CLAIMS, STATUS
from tests.models.test_still_axes import settings


def figure() -> dict:
    return settings("score_recovery")[0].figure


def test_every_status_of_content_has_a_line() -> None:
    assert set(BY_STATUS) == set(get_args(Status))


def test_no_two_degrees_look_alike() -> None:
    degrees = (FIRST_HAND, REPORTED, ARTICLE_ONLY, UNKNOWN)
    assert len({each.letter for each in degrees}) == len(degrees)
    assert len({each.dash for each in degrees[:3]}) == 3


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_status_in_words_begins_with_its_line(language) -> None:
    for status, evidence in BY_STATUS.items():
        assert Locale(language).backed(status).startswith(f"{evidence.letter} ")


@pytest.mark.parametrize("reading", CLAIMS)
def test_a_reading_is_backed_as_the_ledger_says(reading) -> None:
    assert {claims()[each].status for each in CLAIMS[reading]} == {STATUS[reading]}


def test_what_only_the_article_says_is_dotted_and_of_one_weight() -> None:
    lines = {each["uid"]: each.get("line") for each in figure()["data"]}
    for reading in ("restored", "schedule", "not_for_now"):
        assert lines[reading]["dash"] == BACKED[reading].dash == "dot"
    assert len({str(lines[each]) for each in ("restored", "schedule")}) == 1
    assert lines["restored"] == lines["not_for_now"]


def test_what_nobody_knows_is_hatched_and_carries_the_largest_words() -> None:
    shown = figure()
    region = next(each for each in shown["data"] if each["uid"] == "re_evaluated")
    assert region["fillpattern"]["shape"] == "/"
    assert region["line"]["dash"] == UNKNOWN.dash
    sizes = {
        each["name"]: each.get("font", {}).get("size", shown["layout"]["font"]["size"])
        for each in shown["layout"]["annotations"]
    }
    assert max(sizes, key=sizes.__getitem__) == "re_evaluated"


@pytest.mark.parametrize("theme", PALETTES)
def test_the_static_drawing_hatches_as_the_live_one_does(theme) -> None:
    drawn = svg(figure(), width=360, palette=PALETTES[theme])
    stroke = f'stroke="{PALETTES[theme]["score"]}"'
    hatching = [each for each in drawn.split("<path ")[1:] if each.count("M") > 20]
    assert len(hatching) == 1
    assert stroke in hatching[0]
