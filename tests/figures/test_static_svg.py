"""The static drawing: every figure as SVG without a browser, nothing drawn wrong."""

import re
from copy import deepcopy
from datetime import date
from xml.etree.ElementTree import Element, fromstring

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.cases.view import View
from after_overdue.catalog.questions import questions
from after_overdue.errors import FigureError
from after_overdue.figures.marks import MONEY_TICKS
from after_overdue.figures.static.axes import Axis
from after_overdue.figures.static.elements import breadth, number
from after_overdue.figures.static_svg import svg
from after_overdue.figures.theme import PALETTES
from after_overdue.models.registry import PAGE_MODELS, picture

TODAY = date(2026, 11, 25)
NOUNS = list(PAGE_MODELS)
SVG = "{http://www.w3.org/2000/svg}"
BY_QUESTION = [
    (slug, language)
    for language in ("en", "zh")
    for slug, question in questions(language).items()
    if question.figure
]


def drawn(noun: str, language: str = "en", **given: str) -> View:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = PAGE_MODELS[noun].read(texts, TODAY)
    assert refusals == []
    return picture(noun, values, TODAY, Locale(language))


def root_of(text: str) -> Element:
    return fromstring(text)


def texts_of(root: Element) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(("slug", "language"), BY_QUESTION, ids=str)
def test_the_figure_of_every_question_is_drawn_and_told(slug, language) -> None:
    figure = questions(language)[slug].figure
    here = drawn(figure.page, language, **figure.address)
    root = root_of(svg(here.figure, width=360))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == here.takeaway
    said = [
        each["text"].replace("<br>", "")
        for each in here.figure["layout"]["annotations"]
        if each.get("visible", True)
    ]
    assert set(said) <= set(texts_of(root))


@pytest.mark.parametrize("noun", NOUNS)
def test_every_colour_has_a_light_and_a_dark_value(noun) -> None:
    text = svg(drawn(noun).figure, width=700)
    used = set(re.findall(r"var\((--[\w-]+)\)", text))
    light, dark = text.split("@media screen and (prefers-color-scheme:dark)")
    for name in used:
        assert f"{name}:" in light
        assert f"{name}:" in dark.split("</style>")[0]


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("theme", list(PALETTES))
def test_a_palette_makes_a_drawing_that_stands_alone(noun, theme) -> None:
    text = svg(drawn(noun).figure, width=700, palette=PALETTES[theme])
    assert "var(" not in text
    assert "<style>" not in text
    assert PALETTES[theme]["text"] in text


@pytest.mark.parametrize("noun", NOUNS)
def test_what_is_not_visible_is_not_drawn(noun) -> None:
    here = drawn(noun)
    hidden = [
        each["text"]
        for each in here.figure["layout"]["annotations"]
        if not each.get("visible", True)
    ]
    assert set(hidden).isdisjoint(texts_of(root_of(svg(here.figure, width=700))))


def test_a_line_stands_where_its_axes_put_it() -> None:
    here = drawn("credit_lag", lag_days="30")
    root = root_of(svg(here.figure, width=700, palette=PALETTES["light"]))
    margin, height = here.figure["layout"]["margin"], here.figure["layout"]["height"]
    first, last = here.figure["layout"]["xaxis"]["range"]
    field = 700 - margin["l"] - margin["r"]
    at = margin["l"] + (30 - first) / (last - first) * field
    field_high = height - margin["t"] - margin["b"]
    between = [margin["t"] + share * field_high for share in (2 / 3, 1 / 3)]
    foot, head = (f"{number(at)} {number(each)}" for each in between)
    lines = [each.get("d") for each in root.iter(f"{SVG}path")]
    assert f"M{foot}L{head}" in lines


def test_a_height_of_its_own_stretches_the_field() -> None:
    root = root_of(svg(drawn("apr").figure, width=500, height=900))
    assert (root.get("width"), root.get("height")) == ("500", "900")
    assert root.get("viewBox") == "0 0 500 900"


@pytest.mark.parametrize(
    ("ends", "more", "message"),
    [
        ((0, 12), {}, ["0", "2", "4", "6", "8", "10", "12"]),
        ((0, 12960), {"nticks": 4}, ["0", "5k", "10k"]),
        ((0, 0.25), {"tickformat": ".1~%", "nticks": 6}, 5),
        ((-60, 60), {}, ["−60", "−40", "−20", "0", "20", "40", "60"]),
        ((0, 720), {"dtick": 360}, ["0", "360", "720"]),
        ((0, 2_500_000), {"nticks": 4}, ["0", "1M", "2M"]),
        (
            (0, 12960),
            {"tickformat": MONEY_TICKS, "nticks": 4},
            ["0", "5,000", "10,000"],
        ),
        ((0, 1), {"tickformat": MONEY_TICKS, "nticks": 4}, ["0", "0.5", "1"]),
    ],
)
def test_ticks_are_round_numbers_told_in_short(ends, more, message) -> None:
    axis = Axis("xaxis", 0, 640, {"range": list(ends), **more})
    found = [text for _, text in axis.ticks]
    assert found == (
        ["0%", "5%", "10%", "15%", "20%", "25%"] if message == 5 else message
    )


@pytest.mark.parametrize(
    ("noun", "given"),
    [
        ("penalty_interest", {"principal": "100000000", "kind": "card", "days": "720"}),
    ],
)
@pytest.mark.parametrize("width", [360, 700])
def test_the_largest_amounts_are_told_whole_beside_the_field(
    noun, given, width
) -> None:
    figure = drawn(noun, **given).figure
    size = figure["layout"]["font"]["size"]
    root = root_of(svg(figure, width=width))
    beside = [each for each in root.iter(f"{SVG}text") if each.get("x") is not None]
    starts = {
        each.text: float(each.get("x", "")) - breadth(each.text or "", size)
        for each in beside
        if each.get("text-anchor") == "end" and (each.text or "")[0].isdigit()
    }
    assert max(len(text) for text in starts) >= len("100,000,000")
    assert min(starts.values()) >= 0
    for title in (each for each in beside if each.get("transform")):
        if title.text == figure["layout"]["yaxis"].get("title", {}).get("text"):
            assert float(title.get("x", "")) < min(starts.values())


def refused(change) -> str:
    figure = deepcopy(drawn("loan_book").figure)
    change(figure)
    with pytest.raises(FigureError) as error:
        svg(figure, width=700)
    return str(error.value)


def test_an_unknown_kind_of_trace_is_refused_by_name() -> None:
    said = refused(lambda figure: figure["data"][0].update(type="heatmap"))
    assert "'heatmap'" in said
    assert "scatter, bar" in said


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda f: f["data"][0].update(line={"shape": "hv"}), "line.shape"),
        (lambda f: f["data"][0].update(mode="text"), "'text'"),
        (lambda f: f["layout"].update(barmode="stack"), "'stack'"),
        (lambda f: f["layout"].update(legend={"x": 1}), "legend.x"),
        (lambda f: f["layout"]["xaxis"].update(type="log"), "xaxis has 'type'"),
        (lambda f: f["layout"]["shapes"][0].update(type="circle"), "shape 'chosen'"),
        (lambda f: f["layout"]["annotations"][0].update(showarrow=True), "showarrow"),
    ],
)
def test_what_would_be_drawn_wrong_is_refused_by_name(change, named) -> None:
    assert named in refused(change)


def test_letters_of_markup_in_words_stay_letters() -> None:
    figure = deepcopy(drawn("apr").figure)
    figure["layout"]["annotations"][0]["text"] = "a < b & <script>c</script>"
    root = root_of(svg(figure, width=700))
    assert "a < b & <script>c</script>" in texts_of(root)
