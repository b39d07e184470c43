"""The page of a lesson that runs on its own: answers to read, and questions."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from after_overdue.cases.locale import Locale
from after_overdue.reading.markup import templates
from after_overdue.teaching.exports.bank import BankQuestion
from after_overdue.teaching.exports.typst import TEMPLATES

TO_PASS = 80
"""Per cent of the questions answered rightly that pass a lesson."""
_environment = templates(TEMPLATES)


@dataclass(frozen=True)
class Reading:
    """One answer to read: its text, its chart if it has one, and its sources.

    Attributes
    ----------
    page : address of the interactive page at the same settings
    """

    title: str
    short: str
    text: Markup
    chart: Markup
    takeaway: str
    page: str
    sources: Markup


@dataclass(frozen=True)
class AskedQuestion:
    """One question, its options named by letters as SCORM wants them."""

    question: BankQuestion

    @property
    def letters(self) -> dict[str, str]:
        """The letter of each option, in the order in which they are shown."""
        return dict(zip(self.question.shown, string.ascii_lowercase, strict=False))

    @property
    def right(self) -> str:
        """What is right: letters with commas, or a number."""
        if self.question.target is not None:
            return f"{self.question.target.value:.10g}"
        return ",".join(self.letters[name] for name in self.question.right)


Step = Reading | AskedQuestion


@dataclass(frozen=True)
class Part:
    """Steps under one title.

    Attributes
    ----------
    name : key of the title under ``take_away`` in the interface words
    """

    name: str
    steps: Sequence[Step]


@dataclass(frozen=True)
class Lesson:
    """A lesson, part by part.

    Attributes
    ----------
    name : in kebab case
    base : the address of the site, without a slash at its end
    """

    name: str
    title: str
    about: str
    parts: Sequence[Part]
    locale: Locale
    base: str
    today: date

    @property
    def asked(self) -> list[AskedQuestion]:
        """Its questions, in order."""
        steps = (step for part in self.parts for step in part.steps)
        return [step for step in steps if isinstance(step, AskedQuestion)]

    def html(self) -> str:
        """Return its page."""
        site, texts = self.locale.words("site"), self.locale.words("take_away")
        return _environment.get_template("lesson.html").render(
            lesson=self,
            language=self.locale.language,
            numbers={each.question.id: n for n, each in enumerate(self.asked, 1)},
            count=len(self.asked),
            name=site["name"],
            said=texts,
            refused=self.locale.words("quiz_refused"),
            label=self.locale.label(self.today),
            to_pass=TO_PASS,
            html=Markup,
        )
