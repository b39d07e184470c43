"""Guess first: nothing of the answer before a guess, and both beside it after."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.predictions.drawn import STEP as DRAWN
from after_overdue.teaching.lesson_text import ready_predictions, step_text
from after_overdue.ui import predict
from tests.pages.number_fields import number_fields

ROOT = Path(__file__).parents[2]
APP = str(ROOT / "after_overdue/ui/main.py")
READY = [step_text(each) for each in ready_predictions("en")]
MONTH = "predict/score_recovery/month?points_lost=60"
POINT = "predict/score_recovery/point?points_lost=100"


@pytest.fixture(autouse=True)
def drawn(monkeypatch) -> list[dict]:
    """Every figure that the page draws, as it is asked for."""
    figures: list[dict] = []

    def still_figure(figure, **values) -> None:
        figures.append({"figure": figure, **values})

    monkeypatch.setattr(predict, "still_figure", still_figure)
    return figures


def opened(lang: str = "en", **address: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update({"lang": lang, **address})
    if "/curve" in address.get("step", ""):
        app.query_params["plain"] = "1"  # a field for each point
    app.switch_page(str(ROOT / "pages/teach/predict.py"))
    app.run()
    assert not app.exception
    return app


def press(app: AppTest, name: str, lang: str = "en") -> AppTest:
    label = words("predict", lang)[name]
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception
    return app


def labels(app: AppTest) -> list[str]:
    return [each.label for each in app.button]


def text(app: AppTest) -> str:
    return "\n".join(each.value for each in app.markdown)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("step", READY)
def test_the_model_is_seen_once_there_is_a_guess(step, lang, drawn) -> None:
    app = opened(lang, step=step)
    before = text(app)
    model = words("predictions", lang)["model"].partition("{")[0]
    assert not drawn and model not in before
    for field in app.text_input:  # of a curve, where nothing can be drawn
        field.set_value("600" if "score_recovery" in step else "20")
    for field in number_fields(app):
        field.type_in(20)
    if "/point" in step:
        number_fields(app)[1].type_in(600)
    press(app, "commit", lang)
    assert not app.warning
    assert model in text(app)
    assert len(drawn) == 1 and drawn[0]["name"]
    see = words("predict", lang)["see"].partition("{")[0]
    assert any(each.proto.label.startswith(see) for each in app.get("page_link"))


def test_the_verdict_is_that_of_the_class() -> None:
    texts = words("predict", "en")
    for month, verdict in ((40, "right"), (24, "not_yet")):
        app = opened(step=MONTH)
        number_fields(app)[0].type_in(month)
        press(app, "commit")
        assert texts[verdict] in text(app)
        assert f"Your guess: month {month}." in text(app)


def test_that_there_is_no_such_month_can_be_guessed() -> None:
    app = opened(step=MONTH)
    app.checkbox[0].check()
    press(app, "commit")
    assert "Your guess: never, by the timetable." in text(app)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "There is no answer"),
        ({0: 3, 1: 600}, "lies outside"),
        ({0: 20, 1: "a lot"}, "“a lot” is not a number; allowed is"),
    ],
)
def test_what_is_no_guess_is_refused_and_nothing_is_shown(given, said, drawn) -> None:
    app = opened(step=POINT)
    for place, number in given.items():
        number_fields(app)[place].type_in(number)
    press(app, "commit")
    assert said in app.warning[0].value
    assert not drawn
    texts = [str(given.get(place, "")) for place in (0, 1)]
    assert [each.value for each in number_fields(app)] == texts


@pytest.mark.parametrize("step", READY)
def test_empty_fields_are_no_guess(step, drawn) -> None:
    app = opened(step=step)
    press(app, "commit")
    assert "There is no answer" in app.warning[0].value
    assert not drawn


def test_a_guess_stays_while_one_goes_on_and_can_be_made_again(drawn) -> None:
    app = opened(step=MONTH)
    number_fields(app)[0].type_in(24)
    press(app, "commit")
    press(app, "next")
    assert app.query_params["step"] != MONTH
    press(app, "back")
    assert "Your guess: month 24." in text(app)
    press(app, "again")
    assert words("predict", "en")["commit"] in labels(app)


def test_the_last_guess_leads_to_the_first() -> None:
    app = opened(step=READY[-1])
    press(app, "first")
    assert app.query_params["step"] == DRAWN


def test_a_guess_at_settings_of_a_trainer_is_asked() -> None:
    app = opened(step="predict/credit_lag/number?lag_days=17")
    assert "17" in text(app)
    assert words("predict", "en")["first"] in labels(app)


@pytest.mark.parametrize(
    ("step", "why"),
    [
        ("nonsense", ""),
        ("quiz/what-is-late", ""),
        ("predict/apr/month", ""),
        ("predict/nowhere/number", ""),
        ("predict/apr/number?months=9999", "allowed is 1 to 60"),
    ],
)
def test_what_cannot_be_guessed_is_told_and_the_first_is_asked(step, why) -> None:
    app = opened(step=step)
    assert step in app.warning[0].value.replace("\\", "")
    assert why in app.warning[0].value
    ask = opened().header[0].value
    assert app.header[0].value == ask


def test_the_address_holds_the_place_and_no_guess() -> None:
    app = opened(step=MONTH)
    number_fields(app)[0].type_in(24)
    press(app, "commit")
    assert app.query_params["step"] == MONTH
    assert set(app.query_params) == {"lang", "step"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nothing_can_be_drawn_a_curve_is_typed(lang, drawn) -> None:
    app = opened(lang, step=f"{DRAWN}?points_lost=100", plain="1")
    press(app, "commit", lang)
    assert app.warning and not drawn
    for place, field in enumerate(app.text_input):
        field.set_value(str(560 + 10 * place))
    press(app, "commit", lang)
    assert len(app.text_input) == 0
    assert drawn[0]["figure"]["data"][-1]["y"] == [550, 560, 570, 580, 590, 600]
    reading = words("score_recovery", lang)["schedule"]
    assert reading in text(app)
