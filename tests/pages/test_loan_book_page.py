"""The loan-book page: answers first, every control kept in the address."""

from tests.pages.number_fields import number_field
from tests.pages.opening import opened, text, unfolded

PAGE = "loan_book"


def test_the_page_says_where_its_matrices_come_from_and_what_was_mended() -> None:
    said = text(unfolded(PAGE))
    assert "adds up to 1.02" in said
    assert "Malik and Thomas" in said


def test_a_control_changes_the_answers_and_the_address() -> None:
    app = opened(PAGE)
    app.slider(key="weak_share").set_value(0.0).run()
    assert app.query_params["weak_share"] == "0"
    assert "review post 0 yuan" in text(app)


def test_the_size_of_the_book_adds_a_spread() -> None:
    app = opened(PAGE)
    number_field(app, "loans").type_in(1_000).run()
    assert "Loans on your book: 1,000." in text(app)


def test_the_roll_rates_can_be_changed() -> None:
    app = opened(PAGE, months="36")
    app.button_group(key="matrix").set_value("ladder").run()
    assert "is written off" in text(app)
    app.slider(key="roll_1_to_2").set_value(0.9).run()
    assert app.query_params["roll_1_to_2"] == "0.9"


def test_the_moves_of_the_chosen_month_are_written_out() -> None:
    app = opened(PAGE, chosen_month="6")
    assert "46.60% × 17.40% = 8.11%" in text(app)
    number_field(app, "chosen_month").type_in(2).run()
    assert "**Month 2**" in text(app)
