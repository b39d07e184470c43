"""The static drawing beside plotly.js: words, lines and bars in the same places."""

import json
from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.static_svg import svg
from after_overdue.figures.theme import ASSETS, PALETTES, painted
from after_overdue.models.registry import PAGE_MODELS, picture

TODAY = date(2026, 11, 25)
CASES = [
    ("score_recovery", {"on_time_share": "0.9", "relapse_month": "20"}),
    ("credit_record", {"due_on": "2026-02-15", "cured_on": "2026-04-20"}),
    ("penalty_interest", {}),
    ("apr", {}),
    ("card_plan", {}),
    ("pay_first", {}),
    ("limitation", {"events": "text:2023-01-10"}),
    ("unlicensed_loan", {}),
    ("credit_lag", {}),
    ("three_clocks", {}),
    ("three_clocks", {"paid_after": "never"}),
    ("loan_book", {}),
]
NEAR_PIXELS, NEAR_WORDS_PIXELS = 1.5, 8
BOXES = """([root, lines, words]) => {
  const from = document.querySelector(root).getBoundingClientRect();
  const box = (each) => {
    const at = each.getBoundingClientRect();
    return [at.left - from.left, at.top - from.top, at.width, at.height];
  };
  const all = (found) => [...document.querySelectorAll(found)];
  const isSeen = (each) =>
    each.matches(".bars *")
      ? each.getBBox().height > 0
      : parseFloat(getComputedStyle(each).strokeWidth) > 0;
  const said = (each) => [each.textContent.trim(), box(each)];
  return {
    lines: all(lines).filter(isSeen).map(box),
    words: all(words).map(said).filter(([text]) => text),
  };
}"""
THEIRS = ["#theirs", "#theirs .js-line, #theirs .bars path", "#theirs text"]
LINES = "#ours svg svg path[fill=none]:not(.hatch), #ours svg svg rect"
OURS = ["#ours", LINES, "#ours text"]


@pytest.mark.parametrize(("language", "width"), [("en", 700), ("zh", 358)])
@pytest.mark.parametrize(("noun", "given"), CASES, ids=[noun for noun, _ in CASES])
def test_the_drawing_stands_where_the_chart_does(
    page, noun, given, language, width
) -> None:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = PAGE_MODELS[noun].read(texts, TODAY)
    assert refusals == []
    figure = picture(noun, values, TODAY, Locale(language)).figure
    chart = json.loads(json.dumps(painted(figure, PALETTES["light"])))
    chart["layout"]["width"] = width
    page.set_content(
        f"<div id=theirs></div><div id=ours>{svg(figure, width=width)}</div>"
    )
    page.add_script_tag(path=next(ASSETS.glob("plotly-*.js")))
    page.evaluate("f => Plotly.newPlot('theirs', f.data, f.layout)", chart)
    theirs, ours = page.evaluate(BOXES, THEIRS), page.evaluate(BOXES, OURS)
    assert theirs["lines"]
    assert_same_boxes(ours["lines"], theirs["lines"], NEAR_PIXELS)
    assert sorted(text for text, _ in ours["words"]) == sorted(
        text for text, _ in theirs["words"]
    )
    assert_same_boxes(
        [centre(box) for _, box in sorted(ours["words"])],
        [centre(box) for _, box in sorted(theirs["words"])],
        NEAR_WORDS_PIXELS,
    )


def centre(box: list[float]) -> list[float]:
    left, top, width, height = box
    return [left + width / 2, top + height / 2]


def assert_same_boxes(ours, theirs, near) -> None:
    assert len(ours) == len(theirs)
    for box in theirs:
        nearest = min(ours, key=lambda each: max(map(abs, differences(each, box))))
        assert nearest == pytest.approx(box, abs=near)


def differences(one: list[float], other: list[float]) -> list[float]:
    return [a - b for a, b in zip(one, other, strict=True)]
