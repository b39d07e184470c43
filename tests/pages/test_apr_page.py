"""The true-cost page: answers first, price lists as a start, every control kept."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "after_overdue/ui/main.py")
PAGE = str(Path(__file__).parents[2] / "pages/explore/apr.py")


def opened(**address: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update(address)
    app.switch_page(PAGE)
    app.run()
    assert not app.exception
    return app


def text(app: AppTest) -> str:
    return "\n".join(each.value for each in app.markdown)


def warnings(app: AppTest) -> list[str]:
    return [each.value for each in app.warning]


def test_the_starting_state_already_teaches() -> None:
    app = opened(lang="en")
    assert app.title[0].value == "What does a monthly fee really cost a year?"
    assert "costs 13.03% a year" in text(app)
    assert warnings(app) == []


def test_the_address_chooses_language_and_case() -> None:
    app = opened(lang="zh", months="24")
    assert "其实一年13.27%" in text(app)


def test_a_price_list_sets_fee_and_months() -> None:
    app = opened(lang="en")
    app.selectbox(key="apr.preset").set_value("huabei_12").run()
    assert "costs 15.86% a year" in text(app)
    assert app.query_params["monthly_fee"] == "0.007333333333"
    app.selectbox(key="apr.preset").set_value("huabei_6").run()
    assert app.query_params["months"] == "6"


def test_a_price_list_without_a_term_keeps_the_months() -> None:
    app = opened(lang="en", months="18")
    app.selectbox(key="apr.preset").set_value("bocom_highest").run()
    assert app.query_params["months"] == "18"
    assert app.query_params["monthly_fee"] == "0.0093"


def test_a_price_list_is_not_named_once_the_plan_is_another() -> None:
    app = opened(lang="en")
    app.selectbox(key="apr.preset").set_value("icbc_24").run()
    app.slider(key="months").set_value(20).run()
    assert app.selectbox(key="apr.preset").value is None


def test_an_early_settlement_changes_the_answer() -> None:
    app = opened(lang="en")
    app.number_input(key="settle_after").set_value(6).run()
    assert "costs 9.07% a year" in text(app)
    app.toggle(key="fees_waived").set_value(False).run()
    assert "costs 17.78% a year" in text(app)
    assert app.query_params["fees_waived"] == "no"


def test_when_the_fees_are_taken_changes_the_answer() -> None:
    app = opened(lang="en")
    app.button_group(key="fees").set_value("upfront").run()
    assert "costs 14.02% a year" in text(app)


def test_the_working_of_the_chosen_month_is_written_out() -> None:
    app = opened(lang="en", chosen_month="7")
    assert "Month 7 of 12" in text(app)
    assert "6,000 yuan" in text(app)
    app.number_input(key="chosen_month").set_value(2).run()
    assert "owed as the month begins: 11,000 yuan" in text(app)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"months": "99"}, "is 99; allowed is 1 to 60, so this page shows 60."),
        ({"fees": "never"}, "“never”, which is unknown; allowed is spread"),
        ({"settle_after": "20"}, "after the last instalment; allowed is 1 to 12"),
        ({"chosen_month": "20"}, "is 20, after the last month shown"),
        (
            {"fees": "upfront", "months": "60", "monthly_fee": "0.02"},
            "leaves nothing to pay out; allowed is up to 0.0166",
        ),
    ],
    ids=str,
)
def test_a_bad_address_opens_the_nearest_case_and_says_so(address, sentence) -> None:
    app = opened(**({"lang": "en"} | address))
    assert len(warnings(app)) == 1
    assert sentence in warnings(app)[0]


def test_the_grid_of_credit_types_is_on_the_page() -> None:
    said = text(opened(lang="en"))
    assert "| Repaid | Retail credit | Cash credit |" in said
    assert "Huabei in 3, 6, 9 or 12 instalments" in said


def test_the_plain_chart_has_the_slider_and_the_sentence() -> None:
    app = opened(lang="en", plain="yes")
    app.slider(key="monthly_fee").set_value(0.01).run()
    assert "costs 21.46% a year" in text(app)


def test_an_emptied_number_is_told_to_write_one_and_keeps_its_value() -> None:
    app = opened(lang="en")
    app.number_input(key="amount").set_value(None).run()
    assert "was left empty; write a number from 100" in warnings(app)[0]
    assert app.number_input(key="amount").value == 12_000
