"""Home: the picture of three clocks first, then the ways on with the case."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "after_overdue/ui/main.py")


def opened(**given: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=60)
    for name, text in {"lang": "en", "plain": "1", **given}.items():
        app.query_params[name] = text
    return app.run()


def text_of(app: AppTest) -> str:
    return "\n".join(each.value for each in app.markdown)


def test_home_answers_in_one_sentence_before_anything_is_asked() -> None:
    app = opened(due_on="2026-08-31")
    assert not app.exception
    assert app.title[0].value == "One overdue, three clocks"
    message = text_of(app)
    assert "Mainland China, paid on day" in message
    assert "paid on day 90: 450 yuan more; on record to 29 November 2031" in message


def test_the_right_end_of_the_slider_is_not_paid_yet() -> None:
    app = opened(due_on="2026-08-31")
    [slider] = [each for each in app.slider if each.key == "three_clocks.plain"]
    assert (slider.min, slider.max, slider.value) == (1, 721, 90)
    slider.set_value(721).run()
    assert "not paid yet:" in text_of(app)
    assert "never" in app.query_params["paid_after"]


def test_never_in_the_address_is_not_paid_yet() -> None:
    assert "not paid yet:" in text_of(opened(paid_after="never"))


@pytest.mark.parametrize("given", ["0", "800", "soon"])
def test_a_day_that_cannot_be_is_told_with_the_word_for_none(given) -> None:
    app = opened(paid_after=given)
    [lines] = [each.value for each in app.warning]
    assert "or never" in lines
    assert "paid on day" in text_of(app)


@pytest.mark.parametrize(
    ("language", "ways"),
    [
        ("en", ["I have a late payment", "I teach this"]),
        ("zh", ["我有一条逾期", "我要讲课"]),
    ],
)
def test_four_ways_lead_on(language, ways) -> None:
    app = opened(lang=language)
    labels = [each.proto.label for each in app.get("page_link")]
    for way in ways:
        assert f"**{way}**" in labels
