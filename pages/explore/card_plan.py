"""How a card debt is paid off: the minimum, a sum of one's own, an agreed plan."""

from typing import Any

from after_overdue.cases.view import View
from after_overdue.models.card_plan import case as card_plan
from after_overdue.models.card_plan.words import CardPlanWords
from after_overdue.models.card_plan.working import workings
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import PageInputs

NOUN = card_plan.NOUN
PAYMENT = "pay_per_month"
texts = locale().words(NOUN)


def settings(inputs: PageInputs) -> None:
    """Draw the payment of one's own, typed, and the card."""
    wording = CardPlanWords(
        card_plan.card_plan_case(inputs.values, inputs.today), locale()
    )
    controls.typed(inputs, PAYMENT)
    controls.chips(PAYMENT, wording.chips(), texts["chips"])
    controls.rows(inputs, card_plan.SETTINGS, texts)


def working(_inputs: PageInputs, drawn: View[Any]) -> None:
    """Draw the working of the first month, and of the plan."""
    elements.workings(texts["working_now"], workings(drawn.wording))


explore.page(
    NOUN,
    settings=settings,
    working=working,
    numbers=lambda drawn: drawn.wording.case.numbers.values(),
)
