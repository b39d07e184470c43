"""What a class refuses, in words."""

from __future__ import annotations

from after_overdue.catalog.interface import words
from after_overdue.errors import ClassError


def sentence(error: ClassError, language: str) -> str:
    """Return the sentence that tells a trainer or a learner what to do."""
    said = words("class_refused", language)
    values = {
        key: said.get(f"{key}_{held}", held) for key, held in error.values.items()
    }
    return said[error.reason].format(**values)
