"""A form: inputs of a page as fields of plain HTML, with their values in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from after_overdue.cases.inputs import Input, InputValue
from after_overdue.cases.locale import Locale
from after_overdue.cases.setting_words import option_word, said_back, takes_digits

MOST_STEPS = 500
"""A range with more steps than this cannot be hit by hand; it is a number field."""
FIELDS = {
    "month": "month",
    "date": "date",
    "choice": "select",
    "choices": "checkboxes",
    "flag": "flag",
    "debts": "text",
    "events": "text",
}
"""The field of each kind of input that is no number."""

READ_BACK = ("range", "number", "month")
"""Fields beside which stands in words what was read."""


@dataclass(frozen=True)
class FieldOption:
    """One thing that may be chosen."""

    code: str
    word: str
    chosen: bool


@dataclass(frozen=True)
class Field:
    """One input as a field.

    Attributes
    ----------
    kind : range, number, text, or a value of `FIELDS`
    text : its value as the address holds it
    word : its value with unit, in words; empty where the field itself says it, or
        where there is none
    step : of a number
    options : of a choice
    note : what is to be known about it
    needed : whether it may not be left empty
    share : whether it is a share, which people read as per cent
    digits : whether digits suffice, so that a phone offers a keypad of digits
    """

    name: str
    label: str
    kind: str
    text: str
    word: str
    low: str
    high: str
    step: str
    options: tuple[FieldOption, ...]
    note: str
    needed: bool
    share: bool
    digits: bool


def field(noun: str, input_: Input, value: InputValue, locale: Locale) -> Field:
    """Return an input of a page as a field that holds a value."""
    parameter, dated = input_.value.parameter, input_.value.dated
    kind = field_kind(input_)
    note = parameter.note[locale.language] if parameter.note else ""
    step = f"{dated.step or (1 if input_.kind == 'integer' else 'any')}"
    return Field(
        name=input_.name,
        label=parameter.label[locale.language],
        kind=kind,
        text=input_.write(value),
        word=said_back(input_, value, locale) if kind in READ_BACK else "",
        low=f"{input_.low}",
        high=f"{input_.high}",
        step=step,
        options=tuple(_options(noun, input_, value, locale)),
        note=note,
        needed=not input_.optional,
        share=input_.kind == "share",
        digits=takes_digits(input_),
    )


def field_kind(input_: Input) -> str:
    """Return which field fits an input."""
    if input_.kind in FIELDS:
        return FIELDS[input_.kind]
    low, high = float(str(input_.low)), float(str(input_.high))
    steps = (high - low) / (input_.value.dated.step or 1)
    by_hand = input_.kind == "share" or steps <= MOST_STEPS
    return "range" if by_hand and not input_.optional else "number"


def _options(
    noun: str, input_: Input, value: InputValue, locale: Locale
) -> Iterator[FieldOption]:
    if input_.kind == "events":
        return
    if input_.kind == "flag":
        for code, is_so in (("yes", True), ("no", False)):
            yield FieldOption(code, locale.words("embed")[code], value is is_so)
        return
    texts: Mapping[str, str] = locale.words(noun)
    chosen: Any = value if isinstance(value, list) else [value]
    for code in input_.options:
        yield FieldOption(code, option_word(texts, input_.name, code), code in chosen)
