"""The penalty-interest page: answers first, every control in the address."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "after_overdue/ui/main.py")
PAGE = str(Path(__file__).parents[2] / "pages/explore/penalty_interest.py")
RECORD = str(Path(__file__).parents[2] / "pages/explore/credit_record.py")


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
    assert app.title[0].value == "What does each day overdue cost?"
    assert "After 90 days the penalty interest is **450 yuan**" in text(app)
    assert "at least Special mention" in text(app)
    assert [each.value for each in app.warning] == []


def test_the_address_chooses_language_and_case() -> None:
    app = opened(lang="zh", days="30", rate="0.1")
    assert app.title[0].value == "逾期一天，要多付多少？"
    assert "逾期30天，罚息是**125元**" in text(app)


def test_the_uplift_is_a_multiplier() -> None:
    app = opened()
    app.slider(key="uplift").set_value(0.3).run()
    assert "12% raised by 30% of itself, which is 15.6% a year" in text(app)
    assert app.query_params["uplift"] == "0.3"


def test_the_lender_decides_on_the_ceiling() -> None:
    app = opened()
    app.button_group(key="lender").set_value("private").run()
    assert "4 times the one-year prime rate" in text(app)
    assert "18% is above it" in text(app)


def test_one_instalment_takes_its_sums_from_the_loan() -> None:
    app = opened()
    app.button_group(key="basis").set_value("instalment").run()
    assert "Instalment 5 of 12 is 1,066.19 yuan" in text(app)
    assert app.number_input(key="missed_instalment").value == 5


def test_a_card_brings_its_own_rule_and_settings() -> None:
    app = opened()
    app.button_group(key="kind").set_value("card").run()
    assert "has become **10,939.39 yuan**" in text(app)
    app.slider(key="card_late_fee_share").set_value(0.0).run()
    assert "639.39 yuan interest and 0 yuan late fees" in text(app)


def test_a_part_payment_goes_to_interest_before_principal() -> None:
    app = opened()
    app.number_input(key="paid").set_value(500.0).run()
    assert "450 yuan to interest and 50 yuan to principal" in text(app)


def test_the_working_of_the_chosen_day_is_written_out() -> None:
    app = opened(days="30")
    assert "10,000 yuan × 18% × 30 ÷ 360 = 150 yuan" in text(app)
    app.number_input(key="days").set_value(91).run()
    assert "10,000 yuan × 18% × 91 ÷ 360 = 455 yuan" in text(app)
    assert app.query_params["days"] == "91"


def test_penalty_on_penalty_needs_a_period() -> None:
    app = opened(compound="monthly", penalty_on_penalty="yes")
    app.button_group(key="compound").set_value("none").run()
    assert "nothing is compounded" in app.warning[0].value
    assert "After 90 days the penalty interest is **450 yuan**" in text(app)


def test_another_prime_rate_moves_the_ceiling() -> None:
    app = opened(lender="private")
    app.number_input(key="lpr").set_value(0.035).run()
    assert "prime rate of 3.5%, so 14% a year" in text(app)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"days": "900"}, "is 900; allowed is 0 to 720, so this page shows 720"),
        ({"rate": "12"}, "is 12; allowed is 0 to 0.36, so this page shows 0.36"),
        ({"lender": "uncle"}, "which is unknown; allowed is bank, consumer-finance"),
        ({"penalty_on_penalty": "yes"}, "nothing is compounded"),
        (
            {"basis": "instalment", "missed_instalment": "40"},
            "after the last instalment; allowed is 1 to 12",
        ),
    ],
    ids=str,
)
def test_a_bad_address_opens_the_nearest_case_and_says_so(address, sentence) -> None:
    app = opened(**address)
    assert len(app.warning) == 1
    assert sentence in app.warning[0].value.replace("\\", "")


def test_the_plain_chart_moves_with_its_slider() -> None:
    app = opened(plain="yes")
    app.slider(key="rate").set_value(0.2).run()
    assert "30% is above it" in text(app)


def test_the_worked_examples_stand_below() -> None:
    said = text(opened())
    assert "| 90 | 44.31 yuan | 3.67 yuan | 47.98 yuan |" in said
    assert "| 180 | 1,125.38 yuan | 1,050 yuan | 12,175.38 yuan |" in said


def through_the_menu(app: AppTest, page: str) -> None:
    """Open another page as a link of the menu does: without its settings."""
    app.query_params.clear()
    app.query_params["lang"] = "en"
    app.switch_page(page).run()
    assert not app.exception


def test_a_setting_that_two_pages_call_the_same_stays_with_its_page() -> None:
    app = opened(kind="card")
    through_the_menu(app, RECORD)
    assert "kind" not in app.query_params
    through_the_menu(app, PAGE)
    assert app.query_params["kind"] == "card"
    assert "a card purchase of 10,000 yuan has become" in text(app)
    through_the_menu(app, RECORD)
    assert re.search(r"the report shows code \*\*[34]\*\* for", text(app))
    assert "kind" not in app.query_params


def test_every_choice_wraps_so_that_none_is_out_of_sight_on_a_phone() -> None:
    groups = opened().get("button_group")
    assert len(groups) > 1
    assert all(each.proto.wrap for each in groups)
