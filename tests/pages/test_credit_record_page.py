"""The credit-record page: answers first, every control in the address."""

from tests.pages.number_fields import number_field
from tests.pages.opening import opened, text, unfolded

PAGE = "credit_record"
CASE = {"due_on": "2026-02-15", "cured_on": "2026-03-15", "as_of": "2026-11-23"}


def test_a_later_reading_is_a_place_in_the_address() -> None:
    app = opened(PAGE, **CASE, months_later="52")
    assert "Read on 23 March 2031, nothing of it is left" in text(app)


def test_a_payment_gives_the_deletion_its_date_and_can_be_taken_back() -> None:
    app = opened(PAGE, due_on="2026-02-15", as_of="2026-11-23")
    field = number_field(app, "paid_after")
    field.type_in(28).run()
    assert app.query_params["paid_after"] == "28"
    assert "gone from 16 March 2031. That is 5 years after 15 March 2026" in text(app)
    number_field(app, "paid_after").type_in("").run()
    assert "paid_after" not in app.query_params
    assert "The arrears are unpaid" in text(app)


def test_a_card_is_coded_by_missed_minimums() -> None:
    app = opened(PAGE)
    app.button_group(key="kind").set_value("card").run()
    assert "minimum payments missed in a row" in text(app)
    assert app.query_params["kind"] == "card"


def test_the_working_of_the_chosen_month_is_written_out() -> None:
    app = opened(PAGE, **CASE, chosen_month="-9")
    assert "13 ÷ 30 days a code, rounded up: 1." in text(app)
    number_field(app, "chosen_month").type_in(-10).run()
    assert "The payment falls due on 15 February 2026" in text(app)


def test_other_countries_clocks_stand_below() -> None:
    said = text(unfolded(PAGE, **CASE))
    assert "United States, 7 years: until 15 February 2033" in said


def test_a_month_after_the_reading_says_what_to_choose_instead() -> None:
    app = unfolded(PAGE, months_later="-12")
    assert "does not list it yet. Choose an earlier month" in text(app)


def test_an_emptied_day_is_told_to_write_one_and_keeps_its_value() -> None:
    app = opened(PAGE, lang="zh", due_on="2026-01-15")
    app.date_input(key="due_on.day").set_value(None).run()
    assert "没有填，请写年月日" in app.warning[0].value
    assert app.query_params["due_on"] == "2026-01-15"
