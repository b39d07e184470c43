"""The note of a call: what happened and which text it breaks, to print and complete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import Any

from after_overdue.cases.locale import Locale
from after_overdue.catalog.call_signs import CallSign, call_signs
from after_overdue.catalog.offer_signs import said_on
from after_overdue.teaching.exports.citing import cited
from after_overdue.teaching.exports.typst import pdf

NOUN = "call_check"
BLANKS = ("number", "caller", "lender", "words", "proof", "wanted")
"""What is written by hand: no name and no number of anybody reaches the site."""
LONG = ("words", "proof", "wanted")
"""Blanks with room for sentences."""


def call_note(
    slugs: Sequence[str],
    *,
    day: date | None,
    hour: time | None,
    today: date,
    locale: Locale,
) -> bytes:
    """Return one page of A4 as PDF.

    Parameters
    ----------
    slugs : the signs that are ticked
    day, hour : when it happened; a blank where None
    today : the day whose numbers are used
    """
    texts = locale.words(NOUN)
    found = [call_signs().signs[slug] for slug in slugs]
    routes = dict.fromkeys(slug for sign in found for slug in sign.routes)
    values = call_signs().routes
    sources = dict.fromkeys(
        source for sign in found for text in sign.against for source in text.sources
    )
    data = {
        "language": locale.language,
        "name": locale.words("site")["name"],
        "title": texts["note_heading"],
        "when": list(_when(day, hour, locale)),
        "blanks": [(texts[f"note_{each}"], each in LONG) for each in BLANKS],
        "signs": [_sign(each, today, locale) for each in found],
        "routes": [
            [said_on(values[slug].name, locale.language, today),
             said_on(values[slug].does, locale.language, today)]
            for slug in routes
        ],
        "sources": cited(sources, locale),
        "label": texts["note_made"].format(
            advice=texts["advice"], date=locale.day(today)
        ),
        "words": {
            "colon": locale.words("answers")["colon"],
            "happened": texts["note_happened"],
            "routes": texts["routes"],
            "sources": locale.words("take_away")["sources"],
        },
    }  # fmt: skip
    return pdf("call_note.typ", data, today)


def _when(day: date | None, hour: time | None, locale: Locale) -> Iterator[list[str]]:
    texts = locale.words(NOUN)
    yield [texts["note_day"], locale.day(day) if day else ""]
    yield [texts["note_hour"], f"{hour:%H:%M}" if hour else ""]


def _sign(sign: CallSign, today: date, locale: Locale) -> dict[str, Any]:
    texts = locale.words(NOUN)
    return {
        "happened": said_on(sign.happened, locale.language, today),
        "against": [
            [
                texts[f"strength_{each.strength}"],
                said_on(each.breaks, locale.language, today),
            ]
            for each in sign.against
        ],
    }
