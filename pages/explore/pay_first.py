"""Which of several debts to pay first: one budget, three orders."""

from typing import Any

from after_overdue.cases.view import View
from after_overdue.models.pay_first import case as pay_first
from after_overdue.models.pay_first.working import workings
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import PageInputs

texts = locale().words(pay_first.NOUN)


def settings(inputs: PageInputs) -> None:
    """Draw the budget, typed, and the debts."""
    controls.typed(inputs, "budget")
    controls.control(inputs, "debts", texts)


def working(_inputs: PageInputs, drawn: View[Any]) -> None:
    """Draw the working of the first month."""
    elements.workings(texts["working_now"], workings(drawn.wording))


explore.page(
    pay_first.NOUN,
    settings=settings,
    working=working,
    numbers=lambda drawn: drawn.wording.case.numbers.values(),
)
