"""The page on an unlicensed loan: its controls, its address and its refusals."""

from tests.pages.number_fields import number_field
from tests.pages.opening import opened, text

PAGE = "unlicensed_loan"


def test_what_arrived_is_in_the_address_and_moves_the_principal() -> None:
    app = opened(PAGE)
    number_field(app, "received").type_in(700.0).run()
    assert app.query_params["received"] == "700"
    assert "**700 yuan**, is the principal" in text(app)


def test_less_asked_than_arrived_is_mended_and_told() -> None:
    app = opened(PAGE, lang="zh", asked="1000")
    assert "比到手的1,400还少" in app.warning[0].value
