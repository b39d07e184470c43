"""Wording: a case in the words of one language; each model has a class of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Generic, Protocol, Self, TypeVar

from after_overdue.cases.locale import Locale
from after_overdue.cases.sentences import Parts

Case = TypeVar("Case")


@dataclass(frozen=True)
class CaseWording(Generic[Case]):
    """One case in the words of one language.

    Attributes
    ----------
    noun : the model, whose page's words are used
    """

    noun: ClassVar[str]
    case: Case
    locale: Locale

    def say(self, key: str, **values: object) -> str:
        """Return one of the page's sentences with its values filled in."""
        return self.locale.words(self.noun)[key].format(**values)

    def along(self, cases: Iterable[Case]) -> list[Self]:
        """Return other cases in the same words."""
        return [replace(self, case=case) for case in cases]


class PageWording(Protocol):
    """What a case in words says wherever it is shown."""

    def headlines(self) -> Sequence[tuple[str, str]]:
        """Return label and value of each key number."""

    def answers(self) -> Sequence[str]:
        """Return one sentence for each thing the reader asked."""

    def sentence(self) -> Parts:
        """Return the sentence that answers, which follows the slider."""
