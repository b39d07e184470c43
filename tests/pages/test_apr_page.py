"""The true-cost page: answers first, price lists as a start, every control kept."""

from tests.pages.opening import opened, text, unfolded, warnings

PAGE = "apr"


def test_a_price_list_sets_fee_and_months() -> None:
    app = opened(PAGE)
    app.selectbox(key="apr.preset").set_value("huabei_12").run()
    assert "costs 15.86% a year" in text(app)
    assert app.query_params["monthly_fee"] == "0.007333333333"
    app.selectbox(key="apr.preset").set_value("huabei_6").run()
    assert app.query_params["months"] == "6"


def test_a_price_list_without_a_term_keeps_the_months() -> None:
    app = opened(PAGE, months="18")
    app.selectbox(key="apr.preset").set_value("bocom_highest").run()
    assert app.query_params["months"] == "18"
    assert app.query_params["monthly_fee"] == "0.0093"


def test_a_price_list_is_not_named_once_the_plan_is_another() -> None:
    app = opened(PAGE)
    app.selectbox(key="apr.preset").set_value("icbc_24").run()
    app.slider(key="months").set_value(20).run()
    assert app.selectbox(key="apr.preset").value is None


def test_an_early_settlement_changes_the_answer() -> None:
    app = opened(PAGE)
    app.number_input(key="settle_after").set_value(6).run()
    assert "costs 9.07% a year" in text(app)
    app.toggle(key="fees_waived").set_value(False).run()
    assert "costs 17.78% a year" in text(app)
    assert app.query_params["fees_waived"] == "no"


def test_when_the_fees_are_taken_changes_the_answer() -> None:
    app = opened(PAGE)
    app.button_group(key="fees").set_value("upfront").run()
    assert "costs 14.02% a year" in text(app)


def test_the_working_of_the_chosen_month_is_written_out() -> None:
    app = opened(PAGE, chosen_month="7")
    assert "Month 7 of 12" in text(app)
    assert "6,000 yuan" in text(app)
    app.number_input(key="chosen_month").set_value(2).run()
    assert "owed as the month begins: 11,000 yuan" in text(app)


def test_the_grid_of_credit_types_is_on_the_page() -> None:
    said = text(unfolded(PAGE))
    assert "| Repaid | Retail credit | Cash credit |" in said
    assert "Huabei in 3, 6, 9 or 12 instalments" in said


def test_an_emptied_number_is_told_to_write_one_and_keeps_its_value() -> None:
    app = opened(PAGE)
    app.number_input(key="amount").set_value(None).run()
    assert "was left empty; write a number from 100" in warnings(app)[0]
    assert app.number_input(key="amount").value == 12_000
