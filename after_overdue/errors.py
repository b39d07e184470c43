"""Every error After Overdue raises on purpose.

* AfterOverdueError
  - ContentError    files under content/ break a rule; the author reads it
  - TranslationError  a translation that cannot be taken in; the translator reads it
  - ModelError      numbers that describe no possible loan; the developer reads it
  - FigureError     what the static drawing would get wrong; the developer reads it
  - InputError      values a reader gave that cannot be used; the reader reads it
  - SettingError    a setting of the server that cannot be used; its keeper reads it
  - ClassError      what a class refuses; its trainer or its learner reads it
  - TrainingError   a quiz or a class refuses an answer; the learner reads it
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One broken rule in one file, worded for the author who will mend it."""

    where: str
    what: str
    remedy: str
    rule: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.remedy} [{self.rule}]"


class AfterOverdueError(Exception):
    """Base class: a page catches this and nothing wider."""


class ContentError(AfterOverdueError):
    """Content that cannot be shown until an author mends it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


class TranslationError(AfterOverdueError):
    """A translator's file, or what was asked of it, that cannot be used."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = tuple(sentences)


class ModelError(AfterOverdueError, ValueError):
    """An argument has a value that no loan can have."""


class FigureError(AfterOverdueError, ValueError):
    """A figure says something that the static drawing does not know."""


class InputError(AfterOverdueError, ValueError):
    """Values that a reader gave and that cannot be used, one sentence each."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = tuple(sentences)


class SettingError(AfterOverdueError):
    """A setting of the server, such as an environment variable, is of no use."""


class ClassError(AfterOverdueError):
    """What a class refuses; `class_refused` in the interface words has its sentence.

    Parameters
    ----------
    reason : key of the sentence
    values : what the sentence fills in
    """

    def __init__(self, reason: str, **values: str | int) -> None:
        super().__init__(f"{reason}: {values}")
        self.reason = reason
        self.values = values


class TrainingError(AfterOverdueError):
    """A quiz or a class refuses what was asked of it, in one sentence."""
