"""The page of a lesson that runs on its own: answers to read, then a quiz."""

from __future__ import annotations

import string
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from after_overdue.cases.pictures import PAGE_MODELS, picture
from after_overdue.cases.speech import Speech
from after_overdue.catalog.question_text import question_text
from after_overdue.catalog.questions import Question, Topic, questions
from after_overdue.catalog.quizzes import quizzes
from after_overdue.figures.static_svg import svg
from after_overdue.teaching.exports.bank import (
    MARKDOWN,
    BankQuestion,
    address,
    bank,
    cited_lines,
)

WIDTH = 704
"""Pixels of a chart."""
TO_PASS = 80
"""Per cent of the questions answered rightly that pass a lesson."""
_environment = Environment(
    loader=PackageLoader("after_overdue.teaching.exports"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Reading:
    """One answer to read: its text, its chart and its sources, as HTML."""

    title: str
    short: str
    text: Markup
    chart: Markup
    takeaway: str
    page: str
    sources: Markup


@dataclass(frozen=True)
class Asked:
    """One question of the quiz, its options named by letters as SCORM wants them."""

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


@dataclass(frozen=True)
class Lesson:
    """A topic as a lesson.

    Attributes
    ----------
    base : the address of the site, without a slash at its end
    """

    topic: Topic
    speech: Speech
    base: str
    today: date

    @property
    def title(self) -> str:
        """What it is called."""
        return self.speech.words("answers")[f"topics.{self.topic}"]

    def readings(self) -> list[Reading]:
        """Return its answers to read."""
        asked = questions(self.speech.language).values()
        return [self._reading(each) for each in asked if each.topic == self.topic]

    def asked(self) -> list[Asked]:
        """Return the questions of its quiz."""
        items = quizzes(self.speech.language).values()
        of_topic = [item for item in items if item.topic == self.topic]
        made = bank(of_topic, base=self.base, today=self.today)
        return [Asked(question) for question in made]

    def html(self) -> str:
        """Return its page."""
        site, said = self.speech.words("site"), self.speech.words("take_away")
        return _environment.get_template("lesson.html").render(
            lesson=self,
            language=self.speech.language,
            readings=self.readings(),
            asked=self.asked(),
            name=site["name"],
            said=said,
            label=site["label"].format(date=self.speech.day(self.today)),
            to_pass=TO_PASS,
            html=Markup,
        )

    def _reading(self, question: Question) -> Reading:
        text, figure = question_text(question, self.today), question.figure
        given = {name: [told] for name, told in figure.address.items()}
        held, _ = PAGE_MODELS[figure.page].read(given, self.today)
        case = picture(figure.page, held, self.today, self.speech)
        return Reading(
            text.title,
            text.short_answer,
            Markup(MARKDOWN.render(text.text)),
            Markup(svg(case.figure, width=WIDTH)),
            case.takeaway,
            address(self.base, figure, self.speech.language),
            Markup(cited_lines(text.notes, self.speech.language)),
        )
