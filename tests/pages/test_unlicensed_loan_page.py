"""The page on an unlicensed loan: its controls, its address and its refusals."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "after_overdue/ui/main.py")
PAGE = str(Path(__file__).parents[2] / "pages/explore/unlicensed_loan.py")


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
    assert "2234.7% a year" in said
    assert "This is not legal advice." in said


def test_what_arrived_is_in_the_address_and_moves_the_principal() -> None:
    app = opened(lang="en")
    app.number_input(key="received").set_value(700.0).run()
    assert app.query_params["received"] == "700"
    assert "**700 yuan**, is the principal" in text(app)


def test_less_asked_than_arrived_is_mended_and_told() -> None:
    app = opened(lang="zh", asked="1000")
    assert "比到手的1,400还少" in app.warning[0].value


def test_the_plain_chart_has_the_slider_of_days() -> None:
    app = opened(lang="en", plain="yes")
    app.slider(key="days").set_value(14).run()
    assert "1117.3% a year" in text(app)
