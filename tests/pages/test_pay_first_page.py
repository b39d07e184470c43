"""The page on several debts: the list of debts, in fields and in the address."""

from tests.pages.opening import opened, text

PAGE = "pay_first"


def test_a_field_of_a_debt_goes_to_the_address() -> None:
    app = opened(PAGE)
    app.number_input(key="debts.1.rate").set_value(12.0).run()
    assert app.query_params["debts"] == "20000:0.24:600,3000:0.12:100,8000:0.06:300"
    app.checkbox(key="debts.2.late").check().run()
    assert app.query_params["debts"].endswith("8000:0.06:300:late")
    assert "Why arrears first may be worth it" in text(app)


def test_debts_are_added_and_removed() -> None:
    app = opened(PAGE, lang="zh", debts="20000:0.24:600,3000:0:100")
    assert [each.key for each in app.button if ".remove" in str(each.key)] == []
    app.button(key="debts.add").click().run()
    assert app.query_params["debts"] == "20000:0.24:600,3000:0:100,3000:0:100"
    app.button(key="debts.0.remove").click().run()
    assert app.query_params["debts"] == "3000:0:100,3000:0:100"
    assert not app.exception


def test_six_debts_are_the_most() -> None:
    app = opened(PAGE, debts=",".join(["500:0.1:10"] * 6))
    assert not any(each.key == "debts.add" for each in app.button)


def test_a_budget_below_the_least_payments_is_raised_and_says_so() -> None:
    app = opened(PAGE, budget="500")
    assert "the least payments sum to 1,000" in app.warning[0].value
    assert app.query_params["budget"] == "1000"


def test_a_debt_that_cannot_be_read_is_named() -> None:
    app = opened(PAGE, lang="zh", debts="20000:0.24:600,a:b:c")
    assert "第2笔是“a:b:c”" in app.warning[0].value.replace("\\", "")
