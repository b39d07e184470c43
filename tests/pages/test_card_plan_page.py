"""The page on a card debt: the slider, the typed sum, the chips."""

from tests.pages.number_fields import number_field
from tests.pages.opening import opened, text

PAGE = "card_plan"


def test_a_chip_sets_the_payment_to_the_plans_instalment() -> None:
    app = opened(PAGE)
    assert "94 months" in text(app)
    app.button(key="pay_per_month.chip.1").click().run()
    assert app.query_params["pay_per_month"] == "833.33"
    assert "833.33 yuan a month ends the debt after 155 months" in text(app)


def test_a_sum_is_typed_to_the_cent() -> None:
    app = opened(PAGE, lang="zh")
    number_field(app, "pay_per_month").type_in(833.33).run()
    assert "每月833.33元，155个月还清，利息78,881.32元" in text(app)


def test_the_plain_chart_keeps_a_payment_beyond_the_slider() -> None:
    app = opened(PAGE, plain="yes", pay_per_month="30000")
    app.run()
    assert "30,000 yuan a month ends the debt after 2 months" in text(app)
    app.slider(key="pay_per_month").set_value(800).run()
    assert "800 yuan a month" in text(app)


def test_a_shorter_plan_asks_for_more_a_month() -> None:
    app = opened(PAGE)
    app.slider(key="plan_months").set_value(36).run()
    assert "over 36 months without interest: 1,388.89 yuan a month" in text(app)
