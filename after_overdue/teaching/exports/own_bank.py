"""A question of the trainer's own as a question of the bank."""

from __future__ import annotations

from html import escape

from after_overdue.catalog.quizzes import Kind
from after_overdue.teaching.exports.bank import BankQuestion, Choice, Target
from after_overdue.teaching.own_asked import OwnAsked
from after_overdue.teaching.own_step import ChoiceStep, NumberStep, OwnStep

OWN = "own"
"""The topic of every such question."""
KINDS: dict[str, Kind] = {
    "single": "single",
    "multiple": "multiple",
    "order": "order",
    "number": "number",
}


def own_question(step: OwnStep, name: str, language: str) -> BankQuestion | None:
    """Return a question of the bank; None of a poll and of a text, which have no right.

    Parameters
    ----------
    name : id of the question
    """
    kind, asked = KINDS.get(step.kind), OwnAsked(step, language)
    if kind is None or not isinstance(step, ChoiceStep | NumberStep):
        return None
    return BankQuestion(
        id=name,
        kind=kind,
        language=language,
        topic=OWN,
        title=step.ask,
        ask=f"<p>{escape(step.ask)}</p>",
        choices=_choices(asked),
        shown=[each for each, _ in asked.options],
        target=_target(step) if isinstance(step, NumberStep) else None,
        sources=_because(step),
    )


def _because(step: ChoiceStep | NumberStep) -> str:
    """Return what is told after any answer; of a number every reply tells it."""
    if isinstance(step, NumberStep) or not step.because:
        return ""
    return f"<p>{escape(step.because)}</p>"


def _choices(asked: OwnAsked) -> list[Choice]:
    step = asked.step
    if not isinstance(step, ChoiceStep):
        return []
    return [
        Choice(name, escape(each.say), escape(each.because), each.right)
        for name, each in zip(asked.says, step.options, strict=True)
    ]


def _target(step: NumberStep) -> Target:
    unit = f"… {step.unit}".strip()
    because = escape(step.because)
    return Target(step.right, step.within, escape(unit), because, because, because)
