"""The credit-record page: answers first, every control in the address."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "after_overdue/ui/main.py")
PAGE = str(Path(__file__).parents[2] / "pages/explore/credit_record.py")
CASE = {"due_on": "2026-02-15", "cured_on": "2026-03-15", "as_of": "2026-11-23"}


def opened(**address: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update({"lang": "en"} | address)
    app.switch_page(PAGE)
    app.run()
    assert not app.exception
    return app


def text(app: AppTest) -> str:
    return "\n".join(each.value for each in app.markdown)


def test_the_starting_state_already_teaches() -> None:
    app = opened()
    assert app.title[0].value == "What does the credit report show, and until when?"
    three_months = "the report shows code **3**", "the report shows code **4**"
    assert any(each in text(app) for each in three_months)  # 89 to 92 days
    assert "so the 5 years have not begun" in text(app)
    assert [each.value for each in app.warning] == []


def test_the_address_chooses_language_and_case() -> None:
    app = opened(**CASE, lang="zh")
    assert app.title[0].value == "征信报告上显示什么，到哪一天为止？"
    assert (
        "保留到2031年3月15日当天，2031年3月16日起不再有，也就是2026年3月15日还清欠款之后5年"
        in text(app)
    )


def test_a_later_reading_is_a_place_in_the_address() -> None:
    app = opened(**CASE, months_later="52")
    assert "Read on 23 March 2031, nothing of it is left" in text(app)


def test_a_payment_gives_the_deletion_its_date() -> None:
    app = opened(due_on="2026-02-15", as_of="2026-11-23")
    app.date_input(key="cured_on.day").set_value(date(2026, 3, 15)).run()
    assert app.query_params["cured_on"] == "2026-03-15"
    assert "gone from 16 March 2031. That is 5 years after 15 March 2026" in text(app)


def test_a_payment_taken_back_leaves_the_debt_unpaid() -> None:
    app = opened(**CASE)
    app.date_input(key="cured_on.day").set_value(None).run()
    assert "cured_on" not in app.query_params
    assert "The arrears are unpaid" in text(app)


def test_a_card_is_coded_by_missed_minimums() -> None:
    app = opened()
    app.button_group(key="kind").set_value("card").run()
    assert "minimum payments missed in a row" in text(app)
    assert app.query_params["kind"] == "card"


def test_the_working_of_the_chosen_month_is_written_out() -> None:
    app = opened(**CASE, chosen_month="-9")
    assert "13 ÷ 30 days a code, rounded up: 1." in text(app)
    app.number_input(key="chosen_month").set_value(-10).run()
    assert "The payment falls due on 15 February 2026" in text(app)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"months_later": "90"}, "is 90; allowed is -12 to 72, so this page shows 72"),
        ({"due_on": "soon"}, "which is not a day; write year, month and day"),
        ({"kind": "pawn"}, "which is unknown; allowed is loan, card"),
        ({"amount": "0"}, "allowed is 0.01 to 100,000,000, so this page shows 0.01"),
        (
            {"due_on": "2026-05-01", "cured_on": "2026-04-01"},
            "before the due date 2026-05-01",
        ),
    ],
    ids=str,
)
def test_a_bad_address_opens_the_nearest_case_and_says_so(address, sentence) -> None:
    app = opened(**address)
    assert len(app.warning) == 1
    assert sentence in app.warning[0].value.replace("\\", "")


def test_the_plain_chart_moves_with_its_slider() -> None:
    app = opened(**CASE, plain="yes")
    app.slider(key="months_later").set_value(52).run()
    assert "nothing of it is left" in text(app)


def test_other_countries_clocks_stand_below() -> None:
    assert "United States, 7 years: until 15 February 2033" in text(opened(**CASE))


def test_a_month_after_the_reading_says_what_to_choose_instead() -> None:
    app = opened(months_later="-12")
    assert "does not list it yet. Choose an earlier month" in text(app)


def test_an_emptied_day_is_told_to_write_one_and_keeps_its_value() -> None:
    app = opened(lang="zh", due_on="2026-01-15")
    app.date_input(key="due_on.day").set_value(None).run()
    assert "没有填，请写年月日" in app.warning[0].value
    assert app.query_params["due_on"] == "2026-01-15"
