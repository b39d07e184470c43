"""Settings in words: what an input is called, and what it is set to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from after_overdue.cases.debts import Flaw, debt_of
from after_overdue.cases.events import event_day
from after_overdue.cases.inputs import Input, InputValue
from after_overdue.cases.locale import Locale
from after_overdue.catalog.figures_in_words import figure_in_words
from after_overdue.catalog.parameters import Scalar


def option_word(words: Mapping[str, str], name: str, code: str) -> str:
    """Return how a page calls an option of an input: by its code, or name and code."""
    return words.get(code) or words[f"{name}_{code}"]


def debt_in_words(entry: str, locale: Locale) -> str:
    """Return what an entry of a list of debts says; as it stands where it is none."""
    debt = debt_of(entry, {})
    if isinstance(debt, Flaw):
        return entry
    return locale.words("debts")["told_late" if debt.late else "told"].format(
        balance=locale.yuan(debt.balance),
        rate=locale.share(debt.rate),
        least=locale.yuan(debt.least),
    )


def event_in_words(event: Scalar, words: Mapping[str, str], locale: Locale) -> str:
    """Return an event of a page as its kind and its day."""
    kind = words[f"events_{str(event).partition(':')[0]}"]
    return words["event"].format(kind=kind, day=locale.day(event_day(event)))


def setting_in_words(
    input_: Input, value: InputValue, noun: str, locale: Locale
) -> str:
    """Return what an input of a page is set to.

    Parameters
    ----------
    noun : the page, whose words name codes
    """
    texts, general = locale.words(noun), locale.words("predictions")
    if input_.kind == "debts":
        entries: Any = value
        return general["between"].join(debt_in_words(each, locale) for each in entries)
    if isinstance(value, bool):
        return general["yes" if value else "no"]
    if input_.kind == "events" and isinstance(value, list):
        events = [event_in_words(each, texts, locale) for each in value]
        return general["between"].join(events)
    if isinstance(value, list):
        return general["between"].join(texts[str(each)] for each in value)
    if isinstance(value, str):
        return texts.get(f"{input_.name}_{value}") or texts[value]
    if isinstance(value, date) and input_.kind == "month":
        return locale.month(value)
    if value is None:
        return texts.get(f"{input_.name}_none", general["none_given"])
    return number_in_words(input_, value, locale)


def number_in_words(input_: Input, value: InputValue, locale: Locale) -> str:
    """Return a number that an input is set to, with its unit."""
    dated = input_.value.dated.model_copy(update={"value": value})
    return figure_in_words(replace(input_.value, dated=dated), locale.words("units"))


def takes_digits(input_: Input) -> bool:
    """Return whether digits suffice to type it, as a phone's keypad has them."""
    low: Any = input_.low
    return input_.kind == "integer" and low >= 0


def said_back(input_: Input, value: InputValue, locale: Locale) -> str:
    """Return a number, or a month, in words; nothing where there is none."""
    if value is None:
        return ""
    if isinstance(value, date):
        return locale.month(value)
    return number_in_words(input_, value, locale)


def number_as_typed(input_: Input, value: Any, locale: Locale) -> str:  # noqa: ANN401
    """Return a number, or a month, as a field shows it and as `Input.read` takes it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return locale.month(value)
    return locale.share(value) if input_.kind == "share" else locale.exact(value)
