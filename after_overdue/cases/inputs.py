"""Inputs: what a reader may give a model, and one sentence for what cannot be used.

An input is a parameter with an `input:` kind. Its name is the option of the command
line and the parameter of the address; its range and default live in its file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from itertools import takewhile
from types import MappingProxyType

from after_overdue.cases.debts import Flaw, debt_of, split_debts
from after_overdue.cases.events import read_events
from after_overdue.catalog.parameters import Figure, Scalar, Value, value
from after_overdue.units import iso_month, positional
from after_overdue.written import ONE_WIDTH, PERCENT, day_of, month_of, read_number

InputValue = Figure
"""What an input holds once read: a number, a date, codes, or None for "not given"."""
FLAGS: Mapping[str, bool] = {"yes": True, "no": False, "true": True, "false": False}
"""How a flag is written here, and how JSON writes it."""
EMPTY = ("", "none", "null")
"""How an input that may be left out is written as empty: addresses, tables, JSON."""
LEFT_EMPTY = {
    **dict.fromkeys(("integer", "share", "number"), "no_number"),
    "month": "no_month",
    "date": "no_day",
    "choice": "no_option",
    "choices": "nothing_chosen",
    "flag": "no_yes_or_no",
    "debts": "no_debts",
}
"""What is said of an input of each kind that is left empty."""


@dataclass(frozen=True)
class Refusal:
    """Why a value cannot be used as it was given.

    Attributes
    ----------
    kind : key of the sentence under ``refused`` in the interface words
    name : the input
    given : what was given, as text
    values : what else the sentence needs, as text
    nearest : the nearest value that can be used
    none : how the input is written where it is left out, if there is a word for it
    """

    kind: str
    name: str
    given: str
    values: Mapping[str, Scalar]
    nearest: InputValue = None
    none: str = ""


@dataclass(frozen=True)
class Input:
    """One input on one day: its kind, range and default from its parameter file."""

    name: str
    value: Value

    @property
    def kind(self) -> str:
        """What kind of text it takes: a key of `_READERS`."""
        return self.value.parameter.input or ""

    @property
    def unit(self) -> str:
        """What its numbers count."""
        return self.value.parameter.unit

    @property
    def optional(self) -> bool:
        """Whether it may be left out for good."""
        return self.value.parameter.optional

    @property
    def none(self) -> str:
        """How it is written where it is left out; empty where it has no word for it."""
        return self.value.parameter.none or ""

    @property
    def default(self) -> InputValue:
        """Value where none is given."""
        return self.value.dated.value

    @property
    def low(self) -> Scalar:
        """Least value allowed."""
        return self.value.dated.range[0] if self.value.dated.range else 0

    @property
    def high(self) -> Scalar:
        """Greatest value allowed."""
        return self.value.dated.range[1] if self.value.dated.range else 0

    @property
    def options(self) -> tuple[str, ...]:
        """Codes that may be chosen."""
        return tuple(self.value.dated.options or ())

    def read(self, given: str) -> tuple[InputValue, Refusal | None]:
        """Return the value `given` stands for, and a refusal where it is another."""
        text = given.strip()
        if self.optional and text.lower() in (*EMPTY, self.none):
            return None, None
        if not text:
            return self.left_empty()
        value, refusal = _READERS[self.kind](self, text)
        return value, replace(refusal, none=self.none) if refusal else None

    def left_empty(self) -> tuple[InputValue, Refusal]:
        """Return the value that stands in where none is given, and what to do."""
        values: dict[str, Scalar] = {"low": self.low, "high": self.high}
        if self.options:
            values = {"options": ", ".join(self.options)}
        if self.value.dated.count:
            values = dict(zip(values, self.value.dated.count, strict=True))
        return _refuse(self, LEFT_EMPTY[self.kind], "", self.default, **values)

    def write(self, value: InputValue) -> str:
        """Return `value` as the text that `read` takes back."""
        if value is None:
            return self.none
        if isinstance(value, list):
            return ",".join(map(str, value))
        if isinstance(value, date):
            return iso_month(value) if self.kind == "month" else value.isoformat()
        if isinstance(value, bool):
            return "yes" if value else "no"
        return positional(value) if isinstance(value, float) else str(value)


def input_names(case: type) -> tuple[str, ...]:
    """Return the inputs of a case: its fields before ``numbers``, those of the day."""
    names = (each.name for each in fields(case))
    return tuple(takewhile(lambda name: name != "numbers", names))


@lru_cache(maxsize=64)
def inputs(noun: str, names: tuple[str, ...], on: date) -> Mapping[str, Input]:
    """Return the inputs of one model as they stand on a day."""
    found = {name: Input(name, value(f"{noun}.{name}", on)) for name in names}
    return MappingProxyType(found)


def _refuse(
    input_: Input, kind: str, text: str, nearest: InputValue, **values: Scalar
) -> tuple[InputValue, Refusal]:
    return nearest, Refusal(kind, input_.name, text, values, nearest)


def _in_range(
    input_: Input, text: str, number: int | float
) -> tuple[InputValue, Refusal | None]:
    low, high = input_.low, input_.high
    if low <= number <= high:  # type: ignore[operator]  # both are numbers
        return number, None
    nearest = low if number < low else high  # type: ignore[operator]
    kind, is_bare = (
        "out_of_range",
        input_.kind == "share" and "%" not in text.translate(ONE_WIDTH),
    )
    if is_bare and low <= number / PERCENT <= high:  # type: ignore[operator]
        kind = "meant_in_per_cent"
    return _refuse(input_, kind, text, nearest, low=low, high=high)


def _number(input_: Input, text: str) -> tuple[InputValue, Refusal | None]:
    number, is_whole = read_number(text, input_.unit), input_.kind == "integer"
    if number is not None and not (is_whole and number % 1):
        return _in_range(input_, text, int(number) if is_whole else float(number))
    kind = "not_a_share" if input_.kind == "share" else "not_a_number"
    kind = kind if number is None else "not_whole"
    return _refuse(input_, kind, text, input_.default, low=input_.low, high=input_.high)


def _calendar(
    parse: Callable[[str], date], kind: str
) -> Callable[[Input, str], tuple[InputValue, Refusal | None]]:
    def read(input_: Input, text: str) -> tuple[InputValue, Refusal | None]:
        low, high = (parse(str(end)) for end in (input_.low, input_.high))
        ends = {"low": input_.write(low), "high": input_.write(high)}
        try:
            day = parse(text)
        except ValueError:
            return _refuse(input_, kind, text, input_.default, **ends)
        if not low <= day <= high:
            nearest = low if day < low else high
            return _refuse(input_, f"{kind}_out_of_range", text, nearest, **ends)
        return day, None

    return read


def _choice(input_: Input, text: str) -> tuple[InputValue, Refusal | None]:
    if text in input_.options:
        return text, None
    options = ", ".join(input_.options)
    return _refuse(input_, "not_an_option", text, input_.default, options=options)


def _choices(input_: Input, text: str) -> tuple[InputValue, Refusal | None]:
    chosen = [part.strip() for part in text.split(",")]
    known: list[Scalar] = [code for code in input_.options if code in chosen]
    unknown = [code for code in chosen if code not in input_.options]
    if not unknown:
        return known, None
    options = ", ".join(input_.options)
    return _refuse(
        input_,
        "not_an_option",
        ",".join(unknown),
        known or input_.default,
        options=options,
    )


def _events(input_: Input, text: str) -> tuple[InputValue, Refusal | None]:
    """Return the events, the earliest first, or name what cannot be used."""
    events, flaw = read_events(text, input_.options, input_.low, input_.high)
    value: InputValue = [*events] or None
    if flaw is None:
        return value, None
    return _refuse(input_, flaw.kind, flaw.given, value, **flaw.values)


def _flag(input_: Input, text: str) -> tuple[InputValue, Refusal | None]:
    if text.lower() in FLAGS:
        return FLAGS[text.lower()], None
    return _refuse(input_, "not_yes_or_no", text, input_.default)


def _debts(input_: Input, text: str) -> tuple[InputValue, Refusal | None]:
    """Return each debt as it is written, or name the one that cannot be used."""
    dated, entries = input_.value.dated, split_debts(text)
    low, high = dated.count or (1, 1)
    if not low <= len(entries) <= high:
        ends = {"low": low, "high": high, "count": len(entries)}
        return _refuse(input_, "debts_count", text, input_.default, **ends)
    debts: list[Scalar] = []
    for number, entry in enumerate(entries, 1):
        found = debt_of(entry, dated.parts or {})
        if isinstance(found, Flaw):
            values = {"debt": number, "low": found.low, "high": found.high}
            return _refuse(input_, found.kind, found.given, input_.default, **values)
        debts.append(found.written)
    return debts, None


_READERS: Mapping[str, Callable[[Input, str], tuple[InputValue, Refusal | None]]] = {
    **dict.fromkeys(("integer", "share", "number"), _number),
    "month": _calendar(month_of, "not_a_month"),
    "date": _calendar(day_of, "not_a_day"),
    "choice": _choice,
    "choices": _choices,
    "flag": _flag,
    "debts": _debts,
    "events": _events,
}


def defaults(inputs: Mapping[str, Input]) -> dict[str, InputValue]:
    """Return the value that each input begins with."""
    return {name: each.default for name, each in inputs.items()}


def read_inputs(
    inputs: Mapping[str, Input], given: Mapping[str, Sequence[str]]
) -> tuple[dict[str, InputValue], list[Refusal]]:
    """Return the value of every input, and a refusal for each that was not usable.

    Parameters
    ----------
    inputs : the inputs of the model
    given : texts by name, as the address or the command line holds them
    """
    values = defaults(inputs)
    refusals = [
        Refusal("unknown", name, texts[-1], {"options": ", ".join(inputs)})
        for name, texts in given.items()
        if name not in inputs
    ]
    for name, each in inputs.items():
        if not (texts := given.get(name)):
            continue
        values[name], refusal = each.read(texts[-1])
        if len(set(texts)) > 1:
            refusal = Refusal("repeated", name, " ".join(texts), {}, values[name])
        if refusal:
            refusals.append(refusal)
    return values, refusals
