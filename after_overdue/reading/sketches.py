"""Sketches: the figure inside an answer, drawn still for a phone and a wide screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from after_overdue.catalog.questions import Question
from after_overdue.figures.static_svg import WIDTHS, svg
from after_overdue.reading.page import Page
from after_overdue.sketches.registry import drawn_sketch
from after_overdue.sketches.sketch import Sketch


@dataclass(frozen=True)
class StillSketch:
    """The sketch of a question with its drawing for each width."""

    sketch: Sketch
    drawings: Mapping[str, Markup]


def still_sketch(page: Page, question: Question) -> StillSketch | None:
    """Return the sketch that stands on the page of a question, if one does."""
    if question.sketch is None:
        return None
    sketch = drawn_sketch(question.sketch, page.today, page.locale)
    return StillSketch(
        sketch,
        {
            name: Markup(svg(sketch.figure, width=width))
            for name, width in WIDTHS.items()
        },
    )
