"""Refusals in words: one sentence with the name, its value and what is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from after_overdue.cases.inputs import Given, Input, Refusal
from after_overdue.cases.speech import Speech
from after_overdue.catalog.files import CONTENT
from after_overdue.catalog.interface import words

LONGEST_SHOWN = 60


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
    said = words("refused", language, CONTENT)
    given = refusal.given
    if len(given) > LONGEST_SHOWN:
        given = f"{given[:LONGEST_SHOWN]}…"
    values = {
        key: f"{held:%Y-%m}" if isinstance(held, date) else held
        for key, held in refusal.values.items()
    }
    text = said[refusal.kind].format(name=name(refusal.name), given=given, **values)
    instead = said["instead"].format(shown=shown) if shown else ""
    return f"{text}{instead}{said['stop']}"


def page_sentences(
    refusals: Iterable[Refusal],
    wanted: Mapping[str, Input],
    held: Mapping[str, Given],
    speech: Speech,
) -> list[str]:
    """Return one sentence for each value that a page could not use as it was.

    Parameters
    ----------
    wanted : the inputs of the page
    held : what it uses instead
    """

    def label(name: str) -> str:
        each = wanted.get(name)
        return each.value.parameter.label[speech.language] if each else name

    def shown(name: str) -> str:
        if name not in wanted:
            return ""
        return wanted[name].write(held[name]) or speech.words("site")["none"]

    return [
        sentence(each, language=speech.language, name=label, shown=shown(each.name))
        for each in refusals
    ]
