"""Figure settings: whether the settings of a link open the figure they promise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from after_overdue.cases.models import MODELS
from after_overdue.cases.refusals import sentence
from after_overdue.errors import AfterOverdueError


def figure_problems(page: str, settings: Mapping[str, str], today: date) -> list[str]:
    """Return what is wrong with a page's settings, one sentence each.

    The ranges are those of the guide's own parameters on the day `today`.
    """
    model = MODELS.get(page)
    if model is None:
        return [f"the page '{page}' has no model; it has {', '.join(MODELS)}."]
    given = {name: [text] for name, text in settings.items()}
    try:
        held, refusals = model.read(given, today)
        if not refusals:
            model.answer(held, today)
    except AfterOverdueError as error:
        return [str(error)]
    return [sentence(each, language="en", name=str) for each in refusals]
