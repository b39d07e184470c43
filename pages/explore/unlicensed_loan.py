"""What an unlicensed loan costs, what the law counts, and what borrowing on makes."""

from typing import Any

from after_overdue.cases.view import View
from after_overdue.models.unlicensed_loan.case import NOUN
from after_overdue.models.unlicensed_loan.working import workings
from after_overdue.ui import controls, elements, explore, rows
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import PageInputs

texts = locale().words(NOUN)


def settings(inputs: PageInputs) -> None:
    """Draw what was received and what is asked back."""
    controls.rows(inputs, [["received", "asked"], ["lend_again_fee"]], texts)


def working(_inputs: PageInputs, drawn: View[Any]) -> None:
    """Draw the working of the rate, the law's interest, and borrowing on."""
    for lines in workings(drawn.wording):
        elements.working(lines)


explore.page(
    NOUN,
    settings=settings,
    working=working,
    numbers=lambda drawn: drawn.wording.case.numbers.values(),
)
rows.link("questions", texts["question_lender"], q="unlicensed-lenders")
rows.link("questions", texts["question_repay"], q="borrow-to-repay")
rows.link("call_check", locale().words("call_check")["menu"])
