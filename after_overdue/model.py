"""The arithmetic of each model, by its noun: numbers in, frozen results out.

``from after_overdue.model import score_recovery`` is the short way to
``after_overdue.models.score_recovery.arithmetic``.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


def __getattr__(noun: str) -> ModuleType:
    """Return the arithmetic of a noun; raise AttributeError where there is none."""
    if noun.startswith("_") or find_spec(f"after_overdue.models.{noun}") is None:
        raise AttributeError(f"After Overdue has no model '{noun}'.")
    return import_module(f"after_overdue.models.{noun}.arithmetic")
