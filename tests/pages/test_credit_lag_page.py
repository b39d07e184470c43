"""The page on credit: one control, and the history corrected."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "after_overdue/ui/main.py")
PAGE = str(Path(__file__).parents[2] / "pages/explore/credit_lag.py")


def opened(**address: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update(address)
    app.switch_page(PAGE)
    app.run()
    assert not app.exception
    return app


def text(app: AppTest) -> str:
    return "\n".join(each.value for each in app.markdown)


def test_the_starting_state_already_teaches() -> None:
    app = opened(lang="en")
    assert app.title[0].value == "What turns a sale into credit?"
    assert "The seller gives credit" in text(app)
    assert "At nought days there is none" in text(app)


@pytest.mark.parametrize(
    ("lag", "said"), [("-7", "买方给了信用"), ("0", "谁也没有给信用")]
)
def test_the_address_chooses_who_gives_credit(lag, said) -> None:
    assert said in text(opened(lang="zh", lag_days=lag))


def test_the_amount_is_in_the_address() -> None:
    app = opened(lang="en")
    app.number_input(key="amount").set_value(250.0).run()
    assert app.query_params["amount"] == "250"
    assert "7,500 yuan × days" in text(app)


def test_a_lag_out_of_range_is_clamped_and_says_so() -> None:
    app = opened(lang="en", lag_days="400")
    assert "is 400; allowed is -365 to 365, so" in app.warning[0].value


def test_the_articles_dating_is_corrected() -> None:
    said = text(opened(lang="en"))
    assert "Earlier entries that correct it: 1856 and 1924" in said


def test_the_plain_chart_has_the_slider_and_the_sentence() -> None:
    app = opened(lang="en", plain="yes")
    app.slider(key="lag_days").set_value(-30).run()
    assert "The buyer gives credit" in text(app)
