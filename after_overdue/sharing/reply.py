"""A reply: what everybody is told who asks a model, at a terminal or over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from after_overdue.cases.inputs import Input, Refusal
from after_overdue.cases.locale import Locale
from after_overdue.cases.model import Model
from after_overdue.cases.permalinks import read_link
from after_overdue.cases.refusals import sentence
from after_overdue.cases.result import AnyResult


@dataclass(frozen=True)
class Refused:
    """One value that was not usable.

    Attributes
    ----------
    name : the input, as the caller calls it
    given : what was given, as text
    kind : why: a key under ``refused`` in the interface words
    nearest : the nearest value that can be used, as text; none where there is none
    sentence : all of it in words
    """

    name: str
    given: str
    kind: str
    nearest: str | None
    sentence: str


@dataclass(frozen=True)
class ModelReply:
    """An answer, or why there is none.

    Attributes
    ----------
    since : what has changed since the link was made that was asked with, if it is old
    """

    answer: AnyResult | None
    refused: tuple[Refused, ...]
    since: str


def reply(
    model: Model,
    given: Mapping[str, Sequence[str]],
    today: date,
    *,
    language: str,
    name: Callable[[str], str] = str,
) -> ModelReply:
    """Read what was given to a model; refuse it in words, or answer.

    Parameters
    ----------
    given : texts by input
    language : of the sentences
    name : how this caller calls an input, for example ``--points-lost``
    """
    values, refusals = model.read(given, today)
    since = read_link(model.slug, given).notice(Locale(language))
    if not refusals:
        return ModelReply(model.answer(values, today), (), since)
    inputs = model.inputs_on(today)
    refused = (
        Refused(
            name=name(each.name),
            given=each.given,
            kind=each.kind,
            nearest=_nearest(each, inputs),
            sentence=sentence(each, language=language, name=name),
        )
        for each in refusals
    )
    return ModelReply(None, tuple(refused), since)


def _nearest(refusal: Refusal, inputs: Mapping[str, Input]) -> str | None:
    known = inputs.get(refusal.name)
    return (known.write(refusal.nearest) or None) if known else None
