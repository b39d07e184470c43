"""The penalty-interest page: answers first, every control in the address."""

from streamlit.testing.v1 import AppTest

from tests.pages.number_fields import number_field
from tests.pages.opening import opened, page_of, text, unfolded

PAGE = "penalty_interest"
RECORD = "credit_record"


def test_the_uplift_is_a_multiplier() -> None:
    app = opened(PAGE)
    app.slider(key="uplift").set_value(0.3).run()
    assert "12% raised by 30% of itself, which is 15.6% a year" in text(app)
    assert app.query_params["uplift"] == "0.3"


def test_the_lender_decides_on_the_ceiling() -> None:
    app = opened(PAGE)
    app.button_group(key="lender").set_value("private").run()
    assert "4 times the one-year prime rate" in text(app)
    assert "18% is above it" in text(app)


def test_one_instalment_takes_its_sums_from_the_loan() -> None:
    app = opened(PAGE)
    app.button_group(key="basis").set_value("instalment").run()
    assert "Instalment 5 of 12 is 1,066.19 yuan" in text(app)
    assert number_field(app, "missed_instalment").value == "5"


def test_a_card_brings_its_own_rule_and_settings() -> None:
    app = opened(PAGE)
    app.button_group(key="kind").set_value("card").run()
    assert "has become **10,939.39 yuan**" in text(app)
    app.slider(key="card_late_fee_share").set_value(0.0).run()
    assert "639.39 yuan interest and 0 yuan late fees" in text(app)


def test_a_part_payment_goes_to_interest_before_principal() -> None:
    app = opened(PAGE)
    number_field(app, "paid").type_in(500.0).run()
    assert "450 yuan to interest and 50 yuan to principal" in text(app)


def test_the_working_of_the_chosen_day_is_written_out() -> None:
    app = unfolded(PAGE, days="30")
    assert "10,000 yuan × 18% × 30 ÷ 360 = 150 yuan" in text(app)
    app = unfolded(PAGE, days="91")
    assert "10,000 yuan × 18% × 91 ÷ 360 = 455 yuan" in text(app)


def test_penalty_on_penalty_needs_a_period() -> None:
    app = opened(PAGE, compound="monthly", penalty_on_penalty="yes")
    app.button_group(key="compound").set_value("none").run()
    assert "nothing is compounded" in app.warning[0].value
    assert "After 90 days the penalty interest is **450 yuan**" in text(app)


def test_another_prime_rate_moves_the_ceiling() -> None:
    app = opened(PAGE, lender="private")
    number_field(app, "lpr").type_in(0.035).run()
    assert "prime rate of 3.5%, so 14% a year" in text(app)


def test_the_worked_examples_stand_below() -> None:
    said = text(unfolded(PAGE))
    assert "| 90 | 44.31 yuan | 3.67 yuan | 47.98 yuan |" in said
    assert "| 180 | 1,125.38 yuan | 1,050 yuan | 12,175.38 yuan |" in said


def through_the_menu(app: AppTest, page: str) -> None:
    """Open another page as a link of the menu does: without its settings."""
    app.query_params.clear()
    app.query_params["lang"] = "en"
    app.switch_page(page_of(page)).run()
    assert not app.exception


def test_a_setting_that_two_pages_call_the_same_stays_with_its_page() -> None:
    app = opened(PAGE, kind="card")
    through_the_menu(app, RECORD)
    assert "kind" not in app.query_params
    through_the_menu(app, PAGE)
    assert app.query_params["kind"] == "card"
    assert "a card purchase of 10,000 yuan has become" in text(app)
    through_the_menu(app, RECORD)
    assert "kind" not in app.query_params


def test_the_day_it_is_paid_goes_from_page_to_page() -> None:
    app = opened(PAGE, days="60")
    through_the_menu(app, RECORD)
    assert app.query_params["paid_after"] == "60"
    number_field(app, "paid_after").type_in(30).run()
    through_the_menu(app, PAGE)
    assert app.query_params["days"] == "30"


def test_every_choice_wraps_so_that_none_is_out_of_sight_on_a_phone() -> None:
    groups = opened(PAGE).get("button_group")
    assert len(groups) > 1
    assert all(each.proto.wrap for each in groups)
