"""The figure: every position of the slider shows what Python computes for it."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.registry import MODELS
from after_overdue.models.score_recovery.case import ScoreCase, score_case
from after_overdue.models.score_recovery.frames import score_figure, score_paths
from after_overdue.models.score_recovery.headlines import headlines_now
from after_overdue.models.score_recovery.words import ScoreWords

TODAY = date(2026, 11, 23)
MOST_LOST = 200


def case_of(**given: str) -> ScoreCase:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["score_recovery"].read(texts, TODAY)
    assert refusals == []
    return score_case(values, TODAY)


def placed(root: Any, path: str, value: Any) -> None:
    *keys, last = path.split(".")
    for key in keys:
        root = root[int(key)] if isinstance(root, list) else root[key]
    root[int(last) if isinstance(root, list) else last] = value


def plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


CASES = [
    {},
    {"score_before": "400"},
    {"on_time_share": "0.95", "months": "36"},
    {"readings": "restored,schedule_from_26"},
    {"readings": "re_evaluated"},
    {"relapse_month": "30", "target": "640"},
    {"target": "700"},
    {"target": "590", "relapse_month": "20", "points_per_relapse": "150"},
    {"target": "649"},
    {"points_lost": "0"},
    {"points_lost": "0", "relapse_month": "30", "points_per_relapse": "20"},
]


@pytest.mark.parametrize("months", [12, 36, 47, 48, 72, 96, 120])
def test_the_dates_of_the_time_axis_fit_a_phone(months: int) -> None:
    case = case_of(months=str(months))
    axis = score_figure(ScoreWords(case, Locale("zh")), 0)["layout"]["xaxis"]
    ticks = axis["tickvals"]
    assert 2 <= len(ticks) <= 4
    assert all(tick % 12 == 0 for tick in ticks)
    assert (ticks[1] - ticks[0]) / months * 270 > 65, "pixels that a date takes"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("given", CASES, ids=str)
def test_every_position_shows_what_python_computes(given, language) -> None:
    case = case_of(**given)
    locale = Locale(language)
    wording = ScoreWords(case, locale)
    base = plain(score_figure(wording, None))
    paths = plain(score_paths(wording, base, MOST_LOST))
    for lost in range(MOST_LOST + 1):
        there = ScoreWords(replace(case, points_lost=lost), locale)
        shown = {
            **plain(base),
            "headlines": plain(headlines_now(wording)),
            "takeaway": "",
        }
        for path, answers in paths.items():
            assert len(answers) == MOST_LOST + 1
            placed(shown, path, answers[lost])
        computed = plain(score_figure(there, None))
        assert shown["data"] == computed["data"]
        assert shown["layout"] == computed["layout"]
        assert shown["headlines"] == plain(headlines_now(there))
        assert shown["takeaway"] == computed["layout"]["meta"]["alt"]
        assert shown["sentence"] == plain(list(there.sentence(there.case.outcome)))


def test_the_takeaway_says_what_the_chart_says() -> None:
    figure = score_figure(ScoreWords(case_of(), Locale("en")), 36)
    said = figure["layout"]["meta"]["alt"]
    assert "Score 590 after losing 60 of 650" in said
    assert "back at 650 in month 40" in said
    assert "no date promised" in said


def test_the_markers_stand_on_every_line_but_not_on_the_region() -> None:
    figure = score_figure(ScoreWords(case_of(), Locale("en")), 36)
    chosen = next(trace for trace in figure["data"] if trace["uid"] == "chosen")
    assert chosen["x"] == [36] * 4
    assert chosen["y"] == [638, 636, 650, 590]


@pytest.mark.parametrize("theme", PALETTES)
def test_every_colour_has_a_value_in_both_themes(theme) -> None:
    figure = score_figure(ScoreWords(case_of(on_time_share="0.9"), Locale("en")), 36)
    assert '"@' in json.dumps(figure)
    assert '"@' not in json.dumps(painted(figure, PALETTES[theme]))


def test_no_colour_is_missing_in_one_theme() -> None:
    assert PALETTES["light"].keys() == PALETTES["dark"].keys()


STILL_CASES = [
    {},
    {"score_before": "400"},
    {"score_before": "350"},
    {"score_before": "950"},
    {"relapse_month": "20", "points_per_relapse": "150"},
    {"on_time_share": "0.9", "points_per_relapse": "200"},
    {"target": "360"},
    {"target": "900"},
]


@pytest.mark.parametrize("given", STILL_CASES, ids=str)
def test_the_score_axis_holds_every_position_and_stays_on_the_scale(given) -> None:
    axes = []
    for lost in ("0", "60", "200"):
        case = case_of(**given, points_lost=lost)
        figure = score_figure(ScoreWords(case, Locale("en")), 0)
        low, high = figure["layout"]["yaxis"]["range"]
        axes.append((low, high))
        drawn = [*case.recovery.scores["schedule"].tolist(), case.target]
        if case.is_uncertain:
            drawn += case.distribution.quantile(0.1)[:, 0].tolist()
        assert low <= min(drawn) <= max(drawn) <= high
        assert low >= case.floor
        ticks = figure["layout"]["yaxis"]["tickvals"]
        assert all(case.scale[0] <= tick <= case.scale[1] for tick in ticks)
    assert len(set(axes)) == 1, "the scale stands still"


def test_a_score_at_the_floor_keeps_its_labels_apart() -> None:
    case = case_of(score_before="350")
    labels = score_figure(ScoreWords(case, Locale("en")), 0)["layout"]["annotations"]
    found = {each["name"]: each for each in labels}
    assert found["restored"]["y"] == found["not_for_now"]["y"] == case.floor
    assert found["not_for_now"]["yshift"] - found["restored"].get("yshift", 0) >= 16
    assert not found["re_evaluated"]["visible"]
