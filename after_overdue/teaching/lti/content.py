"""What a platform's link may lead to: a lesson, a page of a model, a topic of the quiz.

A link carries it as custom parameters: ``lesson`` with ``pace``, or ``page``, or
``quiz``; and ``language``, where the platform does not tell that of its reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.catalog.lessons import lessons
from after_overdue.catalog.quizzes import quiz_topics
from after_overdue.errors import ClassError
from after_overdue.models.registry import PAGE_MODELS

Kind = Literal["lesson", "page", "quiz"]
KINDS: tuple[Kind, ...] = ("lesson", "page", "quiz")
LESSON: Kind = "lesson"
OWN, LIVE = "own", "live"
PACES = (OWN, LIVE)


@dataclass(frozen=True)
class Content:
    """One thing that a link leads to.

    Attributes
    ----------
    name : slug of the lesson, noun of the model, or topic of the quiz
    pace : of a lesson: ``own`` or ``live``
    """

    kind: Kind
    name: str
    language: str
    pace: str = OWN

    @property
    def custom(self) -> dict[str, str]:
        """The parameters that a link carries."""
        pace = {"pace": self.pace} if self.kind == "lesson" else {}
        return {self.kind: self.name, **pace, "language": self.language}

    @property
    def title(self) -> str:
        """What it is called in its language."""
        return dict(choices(self.language)[self.kind])[self.name]

    @property
    def address(self) -> str:
        """Where a page stands, or the quiz; as it is seen inside another page."""
        query = {"lang": self.language, "embed": "true"}
        if self.kind == "page":
            return f"/{self.name}?{urlencode(query)}"
        return f"/quiz?{urlencode({'topic': self.name, **query})}"


def choices(language: str) -> dict[str, list[tuple[str, str]]]:
    """Return everything that can be chosen, by kind: its name and what it is called."""
    said = words("answers", language)
    return {
        "lesson": [(slug, each.title[language]) for slug, each in lessons().items()],
        "page": [(noun, words(noun, language)["menu"]) for noun in PAGE_MODELS],
        "quiz": [(topic, said[f"topics.{topic}"]) for topic in quiz_topics()],
    }


def content_of(given: Mapping[str, str], language: str) -> Content:
    """Return what custom parameters lead to.

    Parameters
    ----------
    language : of whoever asks, where the parameters name none

    Raises
    ------
    ClassError
        ``lti_content`` where they lead to nothing.
    """
    asked = given.get("language", "") or language
    asked = asked if asked in LANGUAGES else LANGUAGES[0]
    for kind in KINDS:
        name, pace = given.get(kind, ""), given.get("pace") or OWN
        if name in dict(choices(asked)[kind]) and pace in PACES:
            return Content(kind, name, asked, pace)
    raise ClassError("lti_content")
