"""The working of a card debt, line by line."""

from __future__ import annotations

from after_overdue.models.card_plan.steps import first_cycle_steps, plan_steps
from after_overdue.models.card_plan.words import CardPlanWords
from after_overdue.steps import Step


def workings(told: CardPlanWords, _place: int | None = None) -> list[list[str]]:
    """Return the first month of each way, and the plan, line by line."""
    first, plan = _first(told), _plan(told)
    return [
        [told.say("working_rests", days=told.cycle), *_lines(told, first)],
        [told.say("working_plan_rests"), *_lines(told, plan)],
    ]


def steps_of(told: CardPlanWords, _place: int | None = None) -> list[Step]:
    """Return the sums as the model gives them."""
    return [*_first(told), *_plan(told)]


def _first(told: CardPlanWords) -> tuple[Step, ...]:
    case = told.case
    return first_cycle_steps(case.debt, case.pay_per_month, terms=case.terms)


def _plan(told: CardPlanWords) -> tuple[Step, ...]:
    case = told.case
    return plan_steps(case.debt, rate_per_year=case.plan_rate, months=case.plan_months)


def _lines(told: CardPlanWords, steps: tuple[Step, ...]) -> list[str]:
    return [_line(told, step) for step in steps]


def _line(told: CardPlanWords, step: Step) -> str:
    written = (
        told.dressed(step.result)
        if step.kind == "floor"
        else step.written(told.dressed)
    )
    return told.say(f"working_{step.kind}", sum=written)
