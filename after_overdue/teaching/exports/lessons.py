"""The lessons that leave as packages: each topic, and each ready lesson of content/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from after_overdue.cases.locale import Locale
from after_overdue.cases.view import View
from after_overdue.catalog.lessons import LessonStep, lessons
from after_overdue.catalog.question_text import question_text
from after_overdue.catalog.questions import Figure, Question, questions
from after_overdue.catalog.quizzes import quiz_topics, quizzes
from after_overdue.figures.static_svg import svg
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.teaching.exports.bank import MARKDOWN, address, bank, cited_lines
from after_overdue.teaching.exports.citing import cited
from after_overdue.teaching.exports.lesson_page import (
    AskedQuestion,
    Lesson,
    Part,
    Reading,
    Step,
)
from after_overdue.teaching.exports.predicted import predicted_question
from after_overdue.teaching.quiz import question_of

WIDTH = 704
"""Pixels of a chart."""


def lesson_titles(language: str) -> dict[str, str]:
    """Return the title of every lesson by its name."""
    texts = Locale(language).words("answers")
    topics = {topic: texts[f"topics.{topic}"] for topic in quiz_topics()}
    return topics | {name: each.title[language] for name, each in lessons().items()}


def lesson(name: str, *, base: str, today: date, locale: Locale) -> Lesson:
    """Return a lesson.

    Parameters
    ----------
    name : key of `lesson_titles`
    base : the address of the site, without a slash at its end
    today : the day whose numbers are told
    """
    writer = _Writer(base, today, locale)
    parts = writer.ready(name) if name in lessons() else writer.topic(name)
    about = lessons()[name].about[locale.language] if name in lessons() else ""
    title = lesson_titles(locale.language)[name]
    return Lesson(name, title, about, parts, locale, base, today)


@dataclass(frozen=True)
class _Writer:
    """Writes the parts of lessons, in one language."""

    base: str
    today: date
    locale: Locale

    def topic(self, topic: str) -> list[Part]:
        """Return the answers of a topic, then its quiz."""
        asked = questions(self.locale.language).values()
        items = quizzes(self.locale.language).values()
        ids = [item.id for item in items if item.topic == topic]
        answers = [self._answer(each) for each in asked if each.topic == topic]
        return [Part("read", answers), Part("quiz", self._quiz(*ids))]

    def ready(self, name: str) -> list[Part]:
        """Return the steps of a ready lesson, in their order."""
        steps = enumerate(lessons()[name].steps, 1)
        lines = (each for number, step in steps for each in self._steps(step, number))
        return [Part("steps", list(lines))]

    def _steps(self, step: LessonStep, number: int) -> Iterator[Step]:
        if step.question:
            yield from self._quiz(step.question)
        elif step.predict:
            figure, name = step.predict, f"prediction-{number}"
            page = address(self.base, figure, self.locale.language)
            made = predicted_question(
                name, figure, page=page, today=self.today, locale=self.locale
            )
            if made:
                yield AskedQuestion(made)
        elif step.explore:
            yield self._page(step.explore)

    def _quiz(self, *ids: str) -> list[AskedQuestion]:
        items = [question_of(name, self.locale.language) for name in ids]
        made = bank(items, base=self.base, today=self.today)
        return [AskedQuestion(question) for question in made]

    def _case(self, figure: Figure) -> View[Any]:
        given = {name: [text] for name, text in figure.address.items()}
        values, _ = PAGE_MODELS[figure.page].read(given, self.today)
        return picture(figure.page, values, self.today, self.locale)

    def _answer(self, question: Question) -> Reading:
        text = question_text(question, self.today)
        return self._reading(
            question.figure,
            text.title,
            text.short_answer,
            MARKDOWN.render(text.text),
            cited_lines(text.notes, self.locale.language),
        )

    def _page(self, figure: Figure) -> Reading:
        case, texts = self._case(figure), self.locale.words(figure.page)
        answers = "\n".join(f"- {each}" for each in case.answers)
        sources = cited(case.answer.citations, self.locale)
        return self._reading(
            figure,
            texts["title"],
            texts["lead"],
            MARKDOWN.render(answers),
            MARKDOWN.render("\n".join(f"- {each}" for each in sources)),
        )

    def _reading(
        self, figure: Figure | None, title: str, short: str, text: str, sources: str
    ) -> Reading:
        case = self._case(figure) if figure else None
        return Reading(
            title,
            short,
            Markup(text),
            Markup(svg(case.figure, width=WIDTH) if case else ""),
            case.takeaway if case else "",
            address(self.base, figure, self.locale.language) if figure else "",
            Markup(sources),
        )
