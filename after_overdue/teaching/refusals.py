"""What a class refuses, in words."""

from __future__ import annotations

from after_overdue.catalog.interface import words
from after_overdue.errors import AfterOverdueError, ClassError


def sentence(error: ClassError, language: str) -> str:
    """Return the sentence that tells a trainer or a learner what to do."""
    texts = words("class_refused", language)
    values = {
        key: texts.get(f"{key}_{value}", value) for key, value in error.values.items()
    }
    return texts[error.reason].format(**values)


def message_of(error: AfterOverdueError, language: str) -> str:
    """Return why something cannot be done; what is no class's own says it itself."""
    return sentence(error, language) if isinstance(error, ClassError) else str(error)
