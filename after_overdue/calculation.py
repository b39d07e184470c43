"""The library: a model asked from Python, for notebooks and programs of others.

``import after_overdue as ao`` has `calculate`, `sweep` and `inputs` from here.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from html import escape
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from after_overdue import clock
from after_overdue.cases.inputs import Input, InputValue
from after_overdue.cases.locale import Locale
from after_overdue.cases.refusals import sentence
from after_overdue.cases.result import AnyResult
from after_overdue.cases.view import View
from after_overdue.catalog.files import LANGUAGES
from after_overdue.errors import InputError
from after_overdue.figures.static_svg import svg
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.registry import MODELS, PAGE_MODELS
from after_overdue.written import day_of

Day: TypeAlias = str | date | np.datetime64
"""A day as Python, pandas and NumPy have it, or as a person writes it."""
Given: TypeAlias = Day | float | bool | Sequence[str] | None
"""A value as Python has it, or as a person writes it."""
THEME = "light"
PIXELS = 704


@dataclass(frozen=True, eq=False)
class Calculation:
    """What a model answers: numbers, table, figure and what they rest on.

    Attributes
    ----------
    model : its name
    values : every input, read and checked
    today : the day whose rules are used
    language : of sentence, figure and labels
    """

    model: str
    values: Mapping[str, InputValue] = field(repr=False)
    today: date
    language: str

    @cached_property
    def _result(self) -> AnyResult:
        return PAGE_MODELS[self.model].answer(self.values, self.today)

    @cached_property
    def _view(self) -> View[Any]:
        locale = Locale(self.language)
        return MODELS[self.model].picture(self.values, self.today, locale)

    @property
    def inputs(self) -> Mapping[str, InputValue]:
        """The values used, by input; those left out as they were filled in."""
        return self._result.inputs

    @property
    def summary(self) -> Mapping[str, Any]:
        """The answers, by name."""
        return dict(self._result.summary)

    @property
    def frame(self) -> pd.DataFrame:
        """The table behind the figure, a row a step."""
        return self._result.frame

    @property
    def sentence(self) -> str:
        """The answer in one sentence."""
        return "".join(text for text, _ in self._view.sentence) or self._view.takeaway

    @cached_property
    def figure(self) -> go.Figure:
        """The picture of the case, to show or to change."""
        return go.Figure(painted(self._view.figure, PALETTES[THEME]))

    @property
    def sources(self) -> list[dict[str, Any]]:
        """What the numbers rest on: title, publisher, address and grade of each."""
        found: list[dict[str, Any]] = self.document()["sources"]
        return found

    def document(self) -> dict[str, Any]:
        """Return all of it as plain data, as the JSON interface sends it."""
        return self._result.document()

    def __str__(self) -> str:
        """Return it as the command line prints it."""
        return self._result.table()

    def _repr_html_(self) -> str:
        """Return it as a notebook shows it, which needs no script."""
        rows = "".join(
            f"<tr><th>{escape(label)}</th><td>{escape(value)}</td></tr>"
            for label, value in self._view.headlines
        )
        cited = "".join(
            f"<li>{_cited(each, self.language)}</li>" for each in self.sources
        )
        palette = PALETTES[THEME]  # on its own paper, whatever the notebook's is
        drawn = svg(self._view.figure, width=PIXELS, palette=palette)
        style = f"background:{palette['paper']};color:{palette['text']};padding:1em"
        return (
            f'<div style="{style}"><p>{escape(self.sentence)}</p>{drawn}'
            f"<table>{rows}</table><ul>{cited}</ul>"
            f"<p><small>{escape(self._view.origin)}</small></p></div>"
        )


def _cited(source: Mapping[str, Any], language: str) -> str:
    title = escape(source["title"][language])
    url = source["url"] or source["mirror"]
    return f'<a href="{escape(url)}">{title}</a>' if url else title


def calculate(
    model: str,
    *,
    today: Day | None = None,
    language: str = LANGUAGES[0],
    **given: Given,
) -> Calculation:
    """Return what a model answers.

    Parameters
    ----------
    model : its name, such as ``apr`` or ``credit-record``
    today : the day whose numbers and rules are used; this day where none is given
        A date, a time (its day), ``Timestamp`` of pandas, ``datetime64`` of NumPy, or
        text such as ``2026-11-23``; so, too, an input that is a day.
    language : of sentence, figure and refusals
    given : values by input; `inputs` tells which there are, and what is left out has
        its default; a day that pandas has not (``NaT``) is as None

    Raises
    ------
    InputError
        Where a value cannot be used, in a sentence for each.

    Examples
    --------
    >>> found = calculate("apr", amount=12000, months=12, monthly_fee=0.006)
    >>> round(found.summary["apr"], 4)
    0.1303
    >>> len(found.frame), found.inputs["fees"]
    (13, 'spread')
    >>> calculate("apr", months=0)
    Traceback (most recent call last):
    after_overdue.errors.InputError: months is 0; allowed is 1 to 60.
    """
    noun, day = _noun(model), _today(today)
    _check_language(language)
    page = PAGE_MODELS[noun]
    texts = _texts(page.inputs_on(day), given)
    values, refused = page.read(texts, day)
    if refused:
        raise InputError(
            [sentence(each, language=language, name=str) for each in refused]
        )
    return Calculation(noun, values, day, language)


def sweep(
    model: str,
    *,
    over: Mapping[str, Iterable[Given]],
    today: Day | None = None,
    language: str = LANGUAGES[0],
    **given: Given,
) -> pd.DataFrame:
    """Return the answers for each value of an input, a row a case, as one table.

    Parameters
    ----------
    over : the values that each input takes; of several inputs, every combination
    model, today, language, given : as for `calculate`; these stay as they are

    Examples
    --------
    >>> costs = sweep("apr", over={"months": [6, 24]}, monthly_fee=0.006)
    >>> costs[["months", "apr"]].round(4).to_numpy().tolist()
    [[6.0, 0.1224], [24.0, 0.1327]]
    """
    swept = {name: list(values) for name, values in over.items()}
    rows = []
    for values in product(*swept.values()):
        case = dict(zip(swept, values, strict=True))
        found = calculate(model, today=today, language=language, **given, **case)
        rows.append(case | dict(_columns(found.summary)))
    return pd.DataFrame(rows)


def _columns(summary: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each answer by its name, those of a group with the group's before it."""
    for name, value in summary.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}_{part}", each) for part, each in value.items())
        else:
            yield name, value


def inputs(
    model: str, *, today: Day | None = None, language: str = LANGUAGES[0]
) -> pd.DataFrame:
    """Return what a model can be asked: a row an input, with range and default.

    Examples
    --------
    >>> inputs("apr").loc["months", ["unit", "low", "high", "default"]].tolist()
    ['months', '1', '60', '12']
    """
    day = _today(today)
    rows = {
        name: {
            "label": each.value.parameter.label[language],
            "kind": each.kind,
            "unit": each.value.parameter.unit,
            "low": each.write(each.low) if each.value.dated.range else "",
            "high": each.write(each.high) if each.value.dated.range else "",
            "options": ", ".join(each.options),
            "default": each.write(each.default),
        }
        for name, each in PAGE_MODELS[_noun(model)].inputs_on(day).items()
    }
    return pd.DataFrame.from_dict(rows, orient="index")


def _noun(model: str) -> str:
    noun = model.replace("-", "_")
    if noun in MODELS:
        return noun
    near = difflib.get_close_matches(noun, MODELS, n=1)
    meant = f", did you mean {near[0]}" if near else ""
    raise InputError(
        [f"There is no model '{model}'{meant}; there are {', '.join(MODELS)}."]
    )


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise InputError([f"'{language}' is no language of the guide; it has {known}."])


def _texts(
    known: Mapping[str, Input], given: Mapping[str, Given]
) -> dict[str, list[str]]:
    """Return values as an address carries them, which every caller reads alike."""
    return {
        name: [_text(known[name], value) if name in known else str(value)]
        for name, value in given.items()
    }


def _text(input_: Input, value: Any) -> str:  # noqa: ANN401  # NumPy's and pandas', too
    if isinstance(value, str):
        return value
    plain = _plain(value)
    return input_.write(list(plain) if isinstance(plain, tuple) else plain)


def _plain(value: Any) -> Any:  # noqa: ANN401  # as above
    """Return a value as Python has it: a time as its day, a missing day as None."""
    if value is pd.NaT:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, np.datetime64):  # nanoseconds alone would be a whole number
        return value.astype("datetime64[D]").item()
    return value.tolist() if hasattr(value, "tolist") else value


def _today(given: Day | None) -> date:
    """Return the day that is given, this day where none is; raise InputError."""
    if given is None:
        return clock.today()
    try:
        day = day_of(given) if isinstance(given, str) else _plain(given)
    except ValueError:
        day = None
    if isinstance(day, date):
        return day
    raise InputError([f"today is '{given}', not a day; write it as 2026-11-23."])
