"""A reader's own guess: told to "you", and drawn without counting it."""

from datetime import date
from typing import Any

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.catalog.files import LANGUAGES
from after_overdue.predictions.case import PREDICTABLE, PredictionCase, prediction_case
from after_overdue.predictions.own_guess import OwnGuess, own_guess

TODAY = date(2026, 11, 23)
EVERY = [(page, kind) for page, kinds in PREDICTABLE.items() for kind in kinds]
PAID = {"due_on": "2026-01-15", "cured_on": "2026-06-20"}


def asked(page: str, kind: str) -> PredictionCase:
    settings = PAID if page == "credit_record" else {}
    return prediction_case(page, kind, settings, TODAY)


def guess(case: PredictionCase, *, highest: bool = False) -> dict[str, Any]:
    if case.pad:
        return {"curve": [case.pad.high if highest else case.pad.low] * 5}
    ends = {"month": case.months, "number": case.numbers}
    return {
        name: int(each.high if highest else each.low)
        for name, each in ends.items()
        if each
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("highest", [False, True])
@pytest.mark.parametrize(("page", "kind"), EVERY)
def test_every_guess_is_drawn_and_told(page, kind, highest, language) -> None:
    case = asked(page, kind)
    own = own_guess(case, guess(case, highest=highest), Locale(language))
    yours, model, *_ = own.summary()
    assert own.words.response(own.responses[0]) in yours
    assert own.alt.startswith(f"{yours} {model} ")
    assert own.figure()["layout"]["meta"]["alt"] == own.alt


def test_a_guess_at_a_curve_is_told_where_the_curve_is_then() -> None:
    own = OwnGuess(
        asked("score_recovery", "point"),
        [{"month": 24, "number": 640}],
        Locale("en"),
    )
    assert own.summary() == [
        "Your guess: 640 points in month 24.",
        "By the model: 602 points in month 24.",
    ]


def test_that_there_is_no_month_is_a_guess() -> None:
    own = OwnGuess(asked("score_recovery", "month"), [{"month": None}], Locale("zh"))
    assert own.summary()[0] == f"你的猜测：{own.words.month(None)}。"
    names = [each.get("name") for each in own.figure()["layout"]["shapes"]]
    assert "truth" in names and "median" not in names


def test_one_guess_is_a_line_and_not_a_count() -> None:
    own = OwnGuess(
        asked("score_recovery", "month"), [{"month": 24}], Locale("en")
    ).figure()
    assert not own["layout"]["yaxis9"]["visible"]
    strips = [each for each in own["data"] if each["uid"].startswith("guesses")]
    assert [each["x"] for each in strips] == [[], []]
    labels = [each["text"] for each in own["layout"]["annotations"]]
    assert "You: month 24" in labels
