"""Refusals in words: one sentence with the name, its value and what is allowed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from after_overdue.cases.inputs import Refusal
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
