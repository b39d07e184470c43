"""What the live figure's script is sent of a picture, as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from after_overdue.cases.inputs import InputValue
from after_overdue.cases.moves import moves_address
from after_overdue.cases.paths import PAGE_MOVES
from after_overdue.cases.permalinks import query
from after_overdue.cases.view import Cursor, Slider, View
from after_overdue.catalog.presets import presets
from after_overdue.figures.theme import PALETTES, PLOTLY_URL, Figure
from after_overdue.models.registry import HOME, MODELS, PAGE_MODELS
from after_overdue.settings import rooted


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
        "plotly": rooted(PLOTLY_URL),
    }


def sent_page(drawn: View[Any]) -> dict[str, Any]:
    """Return what is drawn now on a page of the site, with the cases it offers."""
    asked = drawn.asked
    cases = preset_cases(drawn.noun, asked.today)
    chips = [
        {
            "label": each.label[asked.locale.language],
            "is_held": all(asked.values[name] == case[name] for name in case),
        }
        for each, case in zip(presets(drawn.noun), cases, strict=True)
    ]
    path = rooted("/" if drawn.noun == HOME else f"/{drawn.noun}")
    return sent_figure(drawn) | {
        "presets": chips,
        "path": path,
        "moves": moves_address(drawn, PAGE_MOVES),
    }


@lru_cache(maxsize=64)
def preset_cases(noun: str, today: date) -> Sequence[Mapping[str, InputValue]]:
    """Return the cases of a page's presets; what one does not say is as it begins.

    What a reader looks at in it, such as one month, is no part of a case.
    """
    given = [
        {name: [text] for name, text in each.settings.items()} for each in presets(noun)
    ]
    read = [PAGE_MODELS[noun].read(each, today)[0] for each in given]
    return [{name: values[name] for name in MODELS[noun].inputs} for values in read]


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
        "plotly": rooted(PLOTLY_URL),
        "fits": True,
    }


def _light(moved: Slider | Cursor, words: str) -> dict[str, Any]:
    light = {key: value for key, value in vars(moved).items() if key != words}
    return {**light, "word": moved.word, "count": len(getattr(moved, words))}
