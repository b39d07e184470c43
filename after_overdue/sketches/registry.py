"""The sketches an answer may show, by the name it calls them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from after_overdue.cases.locale import Locale
from after_overdue.catalog.questions import SketchName
from after_overdue.sketches.court_leaves import court_leaves
from after_overdue.sketches.query_windows import query_windows
from after_overdue.sketches.sketch import Sketch, SketchRequest

SKETCHES: Mapping[SketchName, Callable[[SketchRequest], Sketch]] = MappingProxyType(
    {"query_windows": query_windows, "court_leaves": court_leaves}
)


def drawn_sketch(name: SketchName, today: date, locale: Locale) -> Sketch:
    """Return a sketch with the numbers of a day, in one language."""
    return SKETCHES[name](SketchRequest(name, today, locale))
