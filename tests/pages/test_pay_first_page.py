"""The page on several debts: the list of debts, in fields and in the address."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "after_overdue/ui/main.py")
PAGE = str(Path(__file__).parents[2] / "pages/explore/pay_first.py")


def opened(**address: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update(address)
    app.switch_page(PAGE)
    app.run()
    assert not app.exception
    return app


def text(app: AppTest) -> str:
    return "\n".join(each.value for each in app.markdown)


def test_the_starting_state_already_teaches() -> None:
    said = text(opened(lang="en"))
    assert "**Dearest first**: all gone after 18 months, with 3,731.04 yuan" in said
    assert "The first debt is gone in month 3" in said


def test_a_field_of_a_debt_goes_to_the_address() -> None:
    app = opened(lang="en")
    app.number_input(key="debts.1.rate").set_value(12.0).run()
    assert app.query_params["debts"] == "20000:0.24:600,3000:0.12:100,8000:0.06:300"
    app.checkbox(key="debts.2.late").check().run()
    assert app.query_params["debts"].endswith("8000:0.06:300:late")
    assert "Why arrears first may be worth it" in text(app)


def test_debts_are_added_and_removed() -> None:
    app = opened(lang="zh", debts="20000:0.24:600,3000:0:100")
    assert [each.key for each in app.button if ".remove" in str(each.key)] == []
    app.button(key="debts.add").click().run()
    assert app.query_params["debts"] == "20000:0.24:600,3000:0:100,3000:0:100"
    app.button(key="debts.0.remove").click().run()
    assert app.query_params["debts"] == "3000:0:100,3000:0:100"
    assert not app.exception


def test_six_debts_are_the_most() -> None:
    app = opened(lang="en", debts=",".join(["500:0.1:10"] * 6))
    assert not any(each.key == "debts.add" for each in app.button)


def test_a_budget_below_the_least_payments_is_raised_and_says_so() -> None:
    app = opened(lang="en", budget="500")
    assert "the least payments sum to 1,000" in app.warning[0].value
    assert app.query_params["budget"] == "1000"


def test_a_debt_that_cannot_be_read_is_named() -> None:
    app = opened(lang="zh", debts="20000:0.24:600,a:b:c")
    assert "第2笔是“a:b:c”" in app.warning[0].value.replace("\\", "")
