"""Asked paths: what the address of a slider's positions asks for, read and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from after_overdue.cases.inputs import Refusal
from after_overdue.cases.json_bytes import json_bytes
from after_overdue.cases.locale import Locale
from after_overdue.cases.moves import WIDTHS_AT, drawn_moves
from after_overdue.cases.paths import DAY, LANGUAGE, RELEASE
from after_overdue.cases.refusals import sentence
from after_overdue.cases.release import release
from after_overdue.catalog.files import LANGUAGES
from after_overdue.errors import InputError
from after_overdue.models.registry import PAGE_MODELS, picture

EITHER_SIDE = timedelta(days=1)
"""A page is opened before midnight and asks after it; servers lie in other zones."""
OWN = (LANGUAGE, DAY, RELEASE)


@dataclass(frozen=True)
class AskedPaths:
    """One set of paths: the same whichever way and order its address was written.

    Attributes
    ----------
    root : a key of `WIDTHS_AT` where the drawings at every position are asked for
    settings : every value of the page, as a link carries it
    """

    root: str
    noun: str
    language: str
    day: date
    settings: tuple[tuple[str, str], ...]

    def as_json(self) -> bytes:
        """Return every position of the slider as JSON."""
        given = {name: [text] for name, text in self.settings}
        values, _ = PAGE_MODELS[self.noun].read(given, self.day)
        drawn: Any = picture(self.noun, values, self.day, Locale(self.language))
        is_drawn = self.root in WIDTHS_AT
        return json_bytes(drawn_moves(drawn, self.root) if is_drawn else drawn.paths())


def asked_paths(
    root: str, noun: str, given: Mapping[str, Sequence[str]], today: date
) -> AskedPaths:
    """Return what an address asks for; raise InputError with a sentence for each fault.

    Parameters
    ----------
    root : `PATHS`, `MOVES` or `PAGE_MOVES`
    noun : a key of `PAGE_MODELS`
    given : texts by name, as the address holds them
    today : the day of this server; a day further than the next is refused
    """
    refused: list[Refusal] = []
    language = _one(given, LANGUAGE, LANGUAGES, refused)
    _one(given, RELEASE, (release(),), refused)
    days = {
        each.isoformat(): each
        for each in (today - EITHER_SIDE, today, today + EITHER_SIDE)
    }
    day = days.get(_one(given, DAY, tuple(days), refused), today)
    model = PAGE_MODELS[noun]
    texts = {name: each for name, each in given.items() if name not in OWN}
    values, unusable = model.read(texts, day)
    refused += unusable
    if refused:
        tongue = language if language in LANGUAGES else LANGUAGES[0]
        lines = (sentence(each, language=tongue, name=str) for each in refused)
        raise InputError(list(lines))
    inputs = model.inputs_on(day).items()
    written = sorted((name, each.write(values[name])) for name, each in inputs)
    settings = tuple((name, text) for name, text in written if text)
    return AskedPaths(root, noun, language, day, settings)


def _one(
    given: Mapping[str, Sequence[str]],
    name: str,
    allowed: Sequence[str],
    refused: list[Refusal],
) -> str:
    """Return the one text of a parameter; refuse another than is allowed."""
    text = " ".join(given.get(name, ()))
    if text not in allowed:
        options = {"options": ", ".join(allowed)}
        refused.append(Refusal("not_an_option", name, text, options, allowed[0]))
    return text
