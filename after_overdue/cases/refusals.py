"""Refusals in words: one sentence with the name, its value and what is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from after_overdue.cases.inputs import Input, InputValue, Refusal
from after_overdue.cases.locale import Locale
from after_overdue.units import iso_month
from after_overdue.written import DECIMAL, plain_number

LONGEST_SHOWN = 60
SEVERAL = 2


def sentence(
    refusal: Refusal, *, language: str, name: Callable[[str], str], shown: str = ""
) -> str:
    """Return the refusal as one sentence.

    Parameters
    ----------
    refusal : what was refused
    language : en or zh
    name : how this caller calls an input, for example ``--points-lost``
    shown : how this caller writes the value that it uses instead; none if it stops
    """
    locale = Locale(language)
    texts = locale.words("refused")
    given = refusal.given
    if len(given) > LONGEST_SHOWN:
        given = f"{given[:LONGEST_SHOWN]}…"
    values = {key: _worded(value, locale) for key, value in refusal.values.items()}
    text = texts[refusal.kind].format(
        name=name(refusal.name), given=given, number=_number(given, locale), **values
    )
    none = texts["or_none"].format(none=refusal.none) if refusal.none else ""
    instead = texts["instead"].format(shown=shown) if shown else ""
    return f"{text}{none}{instead}{texts['stop']}"


def _number(given: str, locale: Locale) -> str:
    """Return a number as the language writes it; other text stays as it is."""
    plain = plain_number(given)
    found = DECIMAL.fullmatch(plain)
    has_power = found is not None and found.group(3)
    return locale.exact(Decimal(plain)) if found and not has_power else given


def _worded(value: object, locale: Locale) -> str:
    if isinstance(value, date):
        return iso_month(value)
    if isinstance(value, int | float):
        return locale.exact(value)
    return str(value)


def number_refused(
    name: str, text: str, number: Decimal | None, *, low: float, high: float
) -> Refusal | None:
    """Return why a text is no number from `low` to `high`; None where it is one.

    Parameters
    ----------
    name : of what is asked, as the reader's language calls it
    number : what the text was read as
    """
    if number is not None and low <= number <= high:
        return None
    kind = "out_of_range" if number is not None else "not_a_number"
    kind = kind if text.strip() else "no_number"
    return Refusal(kind, name, text, {"low": low, "high": high})


def gathered(refusals: Iterable[Refusal]) -> list[Refusal]:
    """Return the refusals, all that are no setting of a page as a single one."""
    found = list(refusals)
    unknown = [each for each in found if each.kind == "unknown"]
    if len(unknown) < SEVERAL:
        return found
    names = ", ".join(each.name for each in unknown)
    rest = [each for each in found if each.kind != "unknown"]
    return [replace(unknown[0], kind="several_unknown", given=names), *rest]


def page_sentences(
    refusals: Iterable[Refusal],
    inputs: Mapping[str, Input],
    values: Mapping[str, InputValue],
    locale: Locale,
) -> list[str]:
    """Return one sentence for each value that a page could not use as it was.

    Parameters
    ----------
    inputs : the inputs of the page
    values : what it uses instead
    """

    def label(name: str) -> str:
        each = inputs.get(name)
        return each.value.parameter.label[locale.language] if each else name

    def shown(name: str) -> str:
        if name not in inputs or (values[name] is None and not inputs[name].optional):
            return ""  # what stands in is the day of the page, not a value of an input
        text = inputs[name].write(values[name]) or locale.words("site")["none"]
        return _number(text, locale)

    return [
        sentence(each, language=locale.language, name=label, shown=shown(each.name))
        for each in gathered(refusals)
    ]
