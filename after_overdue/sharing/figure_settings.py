"""Figure settings: whether the settings of a link open the figure they promise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from numbers import Real
from typing import Any

from after_overdue.cases.refusals import sentence
from after_overdue.errors import AfterOverdueError, InputError
from after_overdue.models.registry import MODELS

MOST_KEPT = 512
NO_RESULTS: Mapping[str, str] = {}


def figure_problems(
    page: str,
    settings: Mapping[str, str],
    today: date,
    results: Mapping[str, str] = NO_RESULTS,
) -> list[str]:
    """Return what is wrong with a page's settings, one sentence each.

    The ranges are those of the guide's own parameters on the day `today`.

    Parameters
    ----------
    page, settings : as in the address
    today : the day asked on
    results : units by the dotted path of each result that the model should give
    """
    try:
        summary = figure_summary(page, settings, today)
    except InputError as error:
        return list(error.sentences)
    except AfterOverdueError as error:
        return [str(error)]
    return [
        f"'{path}' is {found!r} there, not a {'day' if unit == 'day' else 'number'}."
        for path, unit in results.items()
        if not _is_said_in(found := result_at(summary, path), unit)
    ]


def figure_summary(
    page: str, settings: Mapping[str, str], today: date
) -> Mapping[str, Any]:
    """Return what the model of a page answers; raise InputError if it is refused."""
    return _summary(page, tuple(sorted(settings.items())), today)


@lru_cache(MOST_KEPT)
def _summary(
    page: str, settings: tuple[tuple[str, str], ...], today: date
) -> Mapping[str, Any]:
    model = MODELS.get(page)
    if model is None:
        message = f"the page '{page}' has no model; it has {', '.join(MODELS)}."
        raise InputError([message])
    values, refusals = model.read({name: [text] for name, text in settings}, today)
    if refusals:
        raise InputError([sentence(each, language="en", name=str) for each in refusals])
    summary: Mapping[str, Any] = model.answer(values, today).summary
    return summary


def result_at(summary: Mapping[str, Any], path: str) -> object:
    """Return what stands at a dotted path of a summary; None where nothing does.

    Examples
    --------
    >>> result_at({"schedule": {"back_in_month": 40}}, "schedule.back_in_month")
    40
    """
    found: object = summary
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _is_said_in(found: object, unit: str) -> bool:
    if unit == "day":
        return isinstance(found, date)
    return isinstance(found, Real) and not isinstance(found, bool)
