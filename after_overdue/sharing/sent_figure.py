"""What the live figure's script is sent of a picture, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from after_overdue.cases.permalinks import query
from after_overdue.cases.view import Cursor, Slider, View
from after_overdue.figures.theme import PALETTES, PLOTLY_URL, Figure


def sent_figure(drawn: View[Any]) -> dict[str, Any]:
    """Return what is drawn now; the words of other places travel with the paths."""
    locale = drawn.asked.locale
    words, own = locale.words("figure"), locale.words(drawn.noun)
    return {
        "figure": drawn.figure,
        "name": drawn.name,
        "headlines": drawn.headlines,
        "sentence": drawn.sentence,
        "tries": [vars(each) for each in drawn.tries],
        "words": {
            **words,
            "keys": own.get("keys", words["keys"]),
            "origin": drawn.origin,
            "try_hint": own.get("try_hint", ""),
        },
        "link": query(drawn.link),
        "filename": drawn.noun.replace("_", "-"),
        "slider": _light(drawn.slider, "texts"),
        "chosen": _light(drawn.chosen, "words") if drawn.chosen else None,
        "paths": drawn.paths_address,
        "palettes": dict(PALETTES),
        "plotly": PLOTLY_URL,
    }


def sent_page(drawn: View[Any]) -> dict[str, Any]:
    """Return what is drawn now on a page of the site, with the files it gives away."""
    return sent_figure(drawn) | {"files": given_away(drawn)}


def given_away(drawn: View[Any]) -> dict[str, str]:
    """Return where the files are that a page offers and its script cannot make."""
    return {form: drawn.files[form] for form in ("csv", "pdf")}


def sent_still(
    figure: Figure, *, name: str, words: Mapping[str, str], filename: str
) -> dict[str, Any]:
    """Return a figure in which nothing moves; its text grows with the screen.

    Parameters
    ----------
    name : accessible name
    words : of the buttons, and the line that a saved picture carries
    filename : of a saved picture
    """
    return {
        "figure": figure,
        "name": name,
        "headlines": [],
        "sentence": [],
        "tries": [],
        "words": words,
        "link": "",
        "filename": filename,
        "slider": None,
        "chosen": None,
        "paths": "",
        "palettes": dict(PALETTES),
        "plotly": PLOTLY_URL,
        "fits": True,
    }


def _light(moved: Slider | Cursor, words: str) -> dict[str, Any]:
    light = {key: value for key, value in vars(moved).items() if key != words}
    return {**light, "word": moved.word, "count": len(getattr(moved, words))}
