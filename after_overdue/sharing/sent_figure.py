"""What the live figure's script is sent of a picture, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from after_overdue.cases.inputs import InputValue
from after_overdue.cases.moves import moves_address
from after_overdue.cases.paths import PAGE_MOVES
from after_overdue.cases.permalinks import query
from after_overdue.cases.view import Cursor, Slider, View
from after_overdue.catalog.presets import Preset, presets
from after_overdue.figures.theme import PALETTES, PLOTLY_URL, Figure
from after_overdue.models.registry import HOME, MODELS, PAGE_MODELS


def sent_figure(drawn: View[Any]) -> dict[str, Any]:
    """Return what is drawn now; the words of other places travel with the paths."""
    locale = drawn.asked.locale
    words, own = locale.words("figure"), locale.words(drawn.noun)
    return {
        "figure": drawn.figure,
        "name": drawn.name,
        "headlines": drawn.headlines,
        "sentence": drawn.sentence,
        "takeaway": drawn.takeaway,
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
    """Return what is drawn now on a page of the site, with the cases it offers."""
    chips = [
        {
            "label": each.label[drawn.asked.locale.language],
            "is_held": _is_held(drawn, each),
        }
        for each in presets(drawn.noun)
    ]
    path = "/" if drawn.noun == HOME else f"/{drawn.noun}"
    return sent_figure(drawn) | {
        "presets": chips,
        "path": path,
        "moves": moves_address(drawn, PAGE_MOVES),
    }


def preset_case(noun: str, preset: Preset, today: date) -> dict[str, InputValue]:
    """Return the case that a preset names; what it does not say is as a page begins.

    What a reader looks at in it, such as one month, is no part of a case.
    """
    given = {name: [text] for name, text in preset.settings.items()}
    values, _ = PAGE_MODELS[noun].read(given, today)
    return {name: values[name] for name in MODELS[noun].inputs}


def _is_held(drawn: View[Any], preset: Preset) -> bool:
    """Return whether the case is the preset's, so that taking it changes nothing."""
    asked = drawn.asked
    named = preset_case(drawn.noun, preset, asked.today)
    return all(asked.values[name] == each for name, each in named.items())


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
        "takeaway": figure["layout"]["meta"]["alt"],
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
