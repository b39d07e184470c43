"""The page on credit: one control, and the history corrected."""

from tests.pages.number_fields import number_field
from tests.pages.opening import opened, text, unfolded

PAGE = "credit_lag"


def test_the_amount_is_in_the_address() -> None:
    app = opened(PAGE)
    number_field(app, "amount").type_in(250.0).run()
    assert app.query_params["amount"] == "250"
    assert "7,500 yuan × days" in text(app)


def test_the_articles_dating_is_corrected() -> None:
    said = text(unfolded(PAGE))
    assert "Earlier entries that correct it: 1856 and 1924" in said
