"""The page on several debts: the list of debts, in fields and in the address."""

import pytest

from tests.pages.number_fields import number_field
from tests.pages.opening import opened, text

PAGE = "pay_first"


def test_a_field_of_a_debt_goes_to_the_address() -> None:
    app = opened(PAGE)
    number_field(app, "debts.1.rate").type_in(12.0).run()
    assert app.query_params["debts"] == "20000:0.24:600,3000:0.12:100,8000:0.06:300"
    app.checkbox(key="debts.2.late").check().run()
    assert app.query_params["debts"].endswith("8000:0.06:300:late")
    assert "Why arrears first may be worth it" in text(app)


@pytest.mark.parametrize(
    ("part", "written", "said", "entry"),
    [
        ("balance", "1.2万", "12,000元", "12000:0:100"),
        ("rate", "24%", "24%", "3000:0.24:100"),
        ("rate", "7.5", "", "3000:0.075:100"),
        ("least", "￥2００", "200元", "3000:0:200"),
    ],
)
def test_a_part_of_a_debt_is_read_as_people_write_it(part, written, said, entry):
    app = opened(PAGE, lang="zh", debts="20000:0.24:600,3000:0:100")
    number_field(app, f"debts.1.{part}").type_in(written).run()
    assert app.query_params["debts"] == f"20000:0.24:600,{entry}"
    sent = number_field(app, f"debts.1.{part}").sent
    assert (sent["text"], sent["said"]) == (written, said)


def test_a_part_of_a_debt_that_cannot_be_used_names_itself() -> None:
    app = opened(PAGE)
    number_field(app, "debts.1.rate").type_in("120%").run()
    sent = number_field(app, "debts.1.rate").sent
    said = "Interest a year, % is 120%; allowed is 0 to 100, so this page shows 0."
    assert sent["refused"] == said
    assert "debts" not in app.query_params


def test_debts_are_added_and_removed() -> None:
    app = opened(PAGE, lang="zh", debts="20000:0.24:600,3000:0:100")
    assert [each.key for each in app.button if ".remove" in str(each.key)] == []
    app.button(key="debts.add").click().run()
    assert app.query_params["debts"] == "20000:0.24:600,3000:0:100,3000:0:100"
    app.button(key="debts.0.remove").click().run()
    assert app.query_params["debts"] == "3000:0:100,3000:0:100"
    assert not app.exception


def test_a_number_and_a_press_that_come_together_are_both_taken() -> None:
    """A click after typing reaches the server with it, before it is drawn again."""
    app = opened(PAGE, debts="20000:0.24:600,3000:0:100")
    number_field(app, "debts.0.balance").type_in("9000")
    app.checkbox(key="debts.0.late").check()
    app.button(key="debts.add").click().run()
    given = "9000:0.24:600:late,3000:0:100,3000:0:100"
    assert app.query_params["debts"] == given


def test_six_debts_are_the_most() -> None:
    app = opened(PAGE, debts=",".join(["500:0.1:10"] * 6))
    assert not any(each.key == "debts.add" for each in app.button)


def test_a_budget_below_the_least_payments_is_raised_and_says_so() -> None:
    app = opened(PAGE, budget="500")
    assert "the minimum payments sum to 1,000" in app.warning[0].value
    assert app.query_params["budget"] == "1000"


def test_a_debt_that_cannot_be_read_is_named() -> None:
    app = opened(PAGE, lang="zh", debts="20000:0.24:600,a:b:c")
    assert "第2笔是“a:b:c”" in app.warning[0].value.replace("\\", "")
