"""The working of a card debt, line by line."""

from __future__ import annotations

from after_overdue.models.card_plan.steps import first_cycle_steps, plan_steps
from after_overdue.models.card_plan.words import CardPlanWords
from after_overdue.steps import Step


def workings(wording: CardPlanWords, _place: int | None = None) -> list[list[str]]:
    """Return the first month of each way, and the plan, line by line."""
    first, plan = _first(wording), _plan(wording)
    return [
        [wording.say("working_rests", days=wording.cycle), *_lines(wording, first)],
        [wording.say("working_plan_rests"), *_lines(wording, plan)],
    ]


def steps_of(wording: CardPlanWords, _place: int | None = None) -> list[Step]:
    """Return the sums as the model gives them."""
    return [*_first(wording), *_plan(wording)]


def _first(wording: CardPlanWords) -> tuple[Step, ...]:
    case = wording.case
    return first_cycle_steps(case.debt, case.pay_per_month, terms=case.terms)


def _plan(wording: CardPlanWords) -> tuple[Step, ...]:
    case = wording.case
    return plan_steps(case.debt, rate_per_year=case.plan_rate, months=case.plan_months)


def _lines(wording: CardPlanWords, steps: tuple[Step, ...]) -> list[str]:
    return [_line(wording, step) for step in steps]


def _line(wording: CardPlanWords, step: Step) -> str:
    written = (
        wording.dressed(step.result)
        if step.kind == "floor"
        else step.written(wording.dressed)
    )
    return wording.say(f"working_{step.kind}", sum=written)
