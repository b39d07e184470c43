"""The loan-book page: answers first, every control kept in the address."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "after_overdue/ui/main.py")
PAGE = str(Path(__file__).parents[2] / "pages/explore/loan_book.py")


def opened(**address: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update(address)
    app.switch_page(PAGE)
    app.run()
    assert not app.exception
    return app


def text(app: AppTest) -> str:
    return "\n".join(each.value for each in [*app.markdown, *app.caption])


def test_the_starting_state_already_teaches() -> None:
    app = opened(lang="en")
    assert app.title[0].value.startswith("Which of a lender's three checks")
    assert "17.3% of the book is overdue" in text(app)
    assert "adds up to 1.02" in text(app)
    assert "Malik and Thomas" in text(app)


def test_the_address_chooses_language_and_case() -> None:
    app = opened(lang="zh", matrix="ladder", months="24")
    assert "24个月之后" in text(app)
    assert "已经核销" in text(app)


def test_a_control_changes_the_answers_and_the_address() -> None:
    app = opened(lang="en")
    app.slider(key="weak_share").set_value(0.0).run()
    assert app.query_params["weak_share"] == "0"
    assert "review post 0 yuan" in text(app)


def test_the_size_of_the_book_adds_a_spread() -> None:
    app = opened(lang="en")
    app.number_input(key="loans").set_value(1_000).run()
    assert "Loans on your book: 1,000." in text(app)


def test_the_roll_rates_can_be_changed() -> None:
    app = opened(lang="en", months="36")
    app.button_group(key="matrix").set_value("ladder").run()
    assert "is written off" in text(app)
    app.slider(key="roll_1_to_2").set_value(0.9).run()
    assert app.query_params["roll_1_to_2"] == "0.9"


def test_the_moves_of_the_chosen_month_are_written_out() -> None:
    app = opened(lang="en", chosen_month="6")
    assert "46.60% × 17.40% = 8.11%" in text(app)
    app.number_input(key="chosen_month").set_value(2).run()
    assert "**Month 2**" in text(app)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"weak_share": "2"}, "is 2; allowed is 0 to 0.9, so this page shows 0.9."),
        ({"matrix": "mine"}, "“mine”, which is unknown; allowed is kallberg-saunders"),
        (
            {"chosen_month": "20"},
            "is 20, after the last month shown; allowed is 1 to 12",
        ),
        ({"loans": "0"}, "is 0; allowed is 1 to 1,000,000,000"),
    ],
    ids=str,
)
def test_a_bad_address_opens_the_nearest_case_and_says_so(address, sentence) -> None:
    app = opened(**({"lang": "en"} | address))
    assert len(app.warning) == 1
    assert sentence in app.warning[0].value


def test_the_plain_chart_has_the_slider_and_the_sentence() -> None:
    app = opened(lang="en", plain="yes")
    app.slider(key="stopped_by_inspection").set_value(0.5).run()
    assert app.query_params["stopped_by_inspection"] == "0.5"
