"""The true-cost page: answers first, price lists as a start, every control kept."""

import pytest

from tests.pages.number_fields import number_field
from tests.pages.opening import opened, text, unfolded

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
    number_field(app, "settle_after").type_in(6).run()
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
    number_field(app, "chosen_month").type_in(2).run()
    assert "owed as the month begins: 11,000 yuan" in text(app)


def test_the_grid_of_credit_types_is_on_the_page() -> None:
    said = text(unfolded(PAGE))
    assert "| Repaid | Retail credit | Cash credit |" in said
    assert "Huabei in 3, 6, 9 or 12 instalments" in said


@pytest.mark.parametrize(
    ("lang", "written", "said"),
    [
        ("en", "1.5万", "15,000 yuan"),
        ("zh", "￥１５，０００", "15,000元"),
        ("zh", "15k", "15,000元"),
    ],
)
def test_an_amount_is_read_as_people_write_it_and_said_back(lang, written, said):
    app = opened(PAGE, lang=lang)
    number_field(app, "amount").type_in(written).run()
    assert app.query_params["amount"] == "15000"
    sent = number_field(app, "amount").sent
    assert (sent["text"], sent["said"], sent["refused"]) == (written, said, "")


@pytest.mark.parametrize(
    ("lang", "written", "why"),
    [
        ("en", "", "was left empty; write a number from 100 to 1,000,000"),
        ("en", "a lot", "is “a lot”, which is not a number; write it in digits"),
        ("zh", "1万5", "“1万5”"),
        ("zh", "50", "是50，允许的范围是100到1,000,000，本页改为显示12,000"),
    ],
)
def test_what_cannot_be_used_stays_and_says_what_is_shown_instead(lang, written, why):
    app = opened(PAGE, lang=lang)
    number_field(app, "amount").type_in(written).run()
    field = number_field(app, "amount")
    assert field.value == written and why in field.sent["refused"]
    assert "12,000" in field.sent["refused"] and field.sent["value"] == 12_000
    assert "amount" not in app.query_params and not app.warning


def test_what_was_typed_goes_with_its_value_and_a_case_from_elsewhere() -> None:
    app = opened(PAGE)
    number_field(app, "amount").type_in("2万").run()
    app.slider(key="months").set_value(24).run()
    assert number_field(app, "amount").value == "2万"
    app.query_params["amount"] = "30000"
    app.run()
    assert number_field(app, "amount").value == "30,000"


def test_a_field_that_may_be_empty_is_emptied() -> None:
    app = opened(PAGE, settle_after="6")
    number_field(app, "settle_after").type_in("").run()
    assert "settle_after" not in app.query_params
    assert not number_field(app, "settle_after").sent["refused"]


def test_where_no_script_of_ours_runs_a_number_is_text_all_the_same() -> None:
    app = opened(PAGE, lang="zh", plain="1")
    app.text_input(key="amount.field.plain").set_value("1.5万").run()
    assert app.query_params["amount"] == "15000"
    assert "15,000元" in text(app)
    app.text_input(key="amount.field.plain").set_value("[很多](x)").run()
    assert "不是数字" in text(app) and app.query_params["amount"] == "15000"
