"""A lesson with every kind of step that a trainer can write, in hostile words."""

from after_overdue.teaching.lesson import Lesson, QuizStep
from after_overdue.teaching.own_step import (
    ChoiceStep,
    Notes,
    NumberStep,
    Option,
    PauseStep,
    TextStep,
)

MARKUP = "<img src=x onerror=alert(1)> [a](http://a.example) **b** {c} :red[d] $e$"
NOTES = Notes(3, f"point {MARKUP}", f"wrong {MARKUP}", f"say {MARKUP}")


def says(*names: str, right: str = "", because: str = "") -> tuple[Option, ...]:
    return tuple(
        Option(f"{each} {MARKUP}", each in right.split(), because) for each in names
    )


OWN = {
    "single": ChoiceStep(
        "single",
        f"single {MARKUP}",
        says("one", "two", right="two", because=f"why {MARKUP}"),
        f"because {MARKUP}",
        NOTES,
    ),
    "multiple": ChoiceStep(
        "multiple", f"multiple {MARKUP}", says("one", "two", "three", right="one two")
    ),
    "poll": ChoiceStep("poll", f"poll {MARKUP}", says("one", "two")),
    "order": ChoiceStep("order", f"order {MARKUP}", says("one", "two", "three")),
    "number": NumberStep(f"number {MARKUP}", 12.5, 0.5, "<b>yuan</b>", "because"),
    "text": TextStep(f"text {MARKUP}"),
    "pause": PauseStep(f"pause {MARKUP}", f"first {MARKUP}\nsecond"),
}
RIGHT = {
    "single": {"options": ["2"]},
    "multiple": {"options": ["1", "2"]},
    "poll": {"options": ["1"]},
    "order": {"order": ["1", "2", "3"]},
    "number": {"number": 12},
    "text": {"text": f"text {MARKUP}"},
}
"""An answer to each kind that is right, where something is."""
LESSON = Lesson(f"title {MARKUP}", "en", (*OWN.values(), QuizStep("what-is-late")))
