"""Steps of a trainer's own: questions and texts that the trainer wrote.

What is written here is plain text of one language. It is no Markdown and no HTML, and
every page shows it as it was typed.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

PLAIN = ConfigDict(extra="forbid", allow_inf_nan=False, coerce_numbers_to_str=True)
GREATEST = 1e12
LONGEST_ANSWER = 140
"""Characters of a short text that a learner writes."""
LONGEST_UNIT = 16
Ask = Annotated[str, Field(min_length=1, max_length=240)]
Said = Annotated[str, Field(min_length=1, max_length=120)]
Because = Annotated[str, Field(max_length=1200)]
Note = Annotated[str, Field(max_length=600)]
Number = Annotated[float, Field(strict=True, ge=-GREATEST, le=GREATEST)]


@dataclass(frozen=True, config=PLAIN)
class Notes:
    """What the trainer has in front of them at a step; learners never see it.

    `minutes` is how long the step takes, `point` what it is for, `wrong` the usual
    wrong answer, and `say` what to say.
    """

    minutes: Annotated[int, Field(ge=0, le=240)] = 0
    point: Note = ""
    wrong: Note = ""
    say: Note = ""


@dataclass(frozen=True, config=PLAIN)
class Option:
    """One option of a question; `because` is told to whoever chose it."""

    say: Said
    right: bool = False
    because: Because = ""


@dataclass(frozen=True, config=PLAIN)
class ChoiceStep:
    """A question with options: one, several, a poll, or lines to put in order.

    A poll and an order mark no option as right: a poll has none, and the options of an
    order stand as they should. `because` is told at the reveal.
    """

    kind: Literal["single", "multiple", "poll", "order"]
    ask: Ask
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]
    because: Because = ""
    notes: Notes | None = None

    @model_validator(mode="after")
    def _is_of_its_kind(self) -> ChoiceStep:
        says = [each.say for each in self.options]
        right = sum(each.right for each in self.options)
        if len(set(says)) < len(says):
            raise PydanticCustomError("twice", "Two options say the same.")
        if self.kind == "single" and right != 1:
            raise PydanticCustomError("one_right", "One option has to be right.")
        if self.kind == "multiple" and not right:
            raise PydanticCustomError("some_right", "An option has to be right.")
        if self.kind in ("poll", "order") and right:
            raise PydanticCustomError("none_right", "No option may be right.")
        return self


@dataclass(frozen=True, config=PLAIN)
class NumberStep:
    """A question for a number; what lies `within` of `right` is right."""

    ask: Ask
    right: Number
    within: Annotated[float, Field(ge=0, le=GREATEST)] = 0
    unit: Annotated[str, Field(max_length=LONGEST_UNIT)] = ""
    because: Because = ""
    kind: Literal["number"] = "number"
    notes: Notes | None = None


@dataclass(frozen=True, config=PLAIN)
class TextStep:
    """A question for a short text, which nobody sees before the trainer shows it."""

    ask: Ask
    kind: Literal["text"] = "text"
    notes: Notes | None = None


@dataclass(frozen=True, config=PLAIN)
class PauseStep:
    """A text to read together, or a break; nobody answers it."""

    heading: Ask
    text: Annotated[str, Field(max_length=500)] = ""
    kind: Literal["pause"] = "pause"
    notes: Notes | None = None


OwnStep = ChoiceStep | NumberStep | TextStep
