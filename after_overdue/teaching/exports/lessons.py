"""The lessons that leave as packages: each topic, and each ready lesson of content/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import Any

from markupsafe import Markup

from after_overdue.cases.locale import Locale
from after_overdue.cases.view import View
from after_overdue.catalog.lessons import PredictedFigure, lessons
from after_overdue.catalog.question_text import question_text
from after_overdue.catalog.questions import Figure, Question, questions
from after_overdue.catalog.quizzes import quiz_topics, quizzes
from after_overdue.figures.static_svg import svg
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.teaching.exports.bank import (
    MARKDOWN,
    BankQuestion,
    address,
    bank,
    cited_lines,
)
from after_overdue.teaching.exports.citing import cited
from after_overdue.teaching.exports.lesson_page import (
    AskedQuestion,
    Lesson,
    Part,
    Reading,
    Step,
)
from after_overdue.teaching.exports.own_bank import own_question
from after_overdue.teaching.exports.predicted import predicted_question
from after_overdue.teaching.lesson import AskedStep, PageStep, Prediction, QuizStep
from after_overdue.teaching.lesson import Lesson as Played
from after_overdue.teaching.lesson import Step as PlayedStep
from after_overdue.teaching.lesson_text import ready_lesson
from after_overdue.teaching.own_step import PauseStep
from after_overdue.teaching.quiz import question_of
from after_overdue.teaching.reveal import texts

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
    writer = LessonWriter(base, today, locale)
    title = lesson_titles(locale.language)[name]
    if name not in lessons():
        return Lesson(name, title, "", writer.topic(name), locale, base, today)
    about = lessons()[name].about[locale.language]
    parts = writer.played(ready_lesson(name, locale.language))
    return Lesson(name, title, about, parts, locale, base, today)


def played_lesson(
    played: Played, *, name: str, base: str, today: date, locale: Locale
) -> Lesson:
    """Return a lesson that a class plays, as one that runs on its own."""
    parts = LessonWriter(base, today, locale).played(played)
    return Lesson(name, played.title, "", parts, locale, base, today)


def _told_apart(steps: Iterable[Step]) -> Iterator[Step]:
    """Yield the steps, a question that is asked again under an id of its own."""
    asked: set[str] = set()
    for number, step in enumerate(steps, 1):
        if isinstance(step, AskedQuestion) and step.question.id in asked:
            again = replace(step.question, id=f"{step.question.id}-{number}")
            step = AskedQuestion(again)
        if isinstance(step, AskedQuestion):
            asked.add(step.question.id)
        yield step


@dataclass(frozen=True)
class LessonWriter:
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

    def played(self, played: Played) -> list[Part]:
        """Return the steps of a lesson that a class plays, in their order."""
        steps = enumerate(played.steps, 1)
        lines = (each for number, step in steps for each in self._steps(step, number))
        return [Part("steps", list(_told_apart(lines)))]

    def _steps(self, step: PlayedStep, number: int) -> Iterator[Step]:
        if isinstance(step, PageStep):
            shown: dict[str, Any] = {**texts(step.settings)}
            yield self._page(Figure(page=step.page, settings=shown))
        elif isinstance(step, PauseStep):
            text = "".join(f"<p>{escape(each)}</p>" for each in step.text.splitlines())
            yield Reading(step.heading, "", Markup(text), Markup(), "", "", Markup())
        else:
            made = self.question(step, number)
            if made:
                yield AskedQuestion(made)

    def question(self, step: AskedStep, number: int) -> BankQuestion | None:
        """Return a step as a question of the bank; None of what no bank can ask."""
        language = self.locale.language
        if isinstance(step, QuizStep):
            return self._bank(step.question)[0]
        if not isinstance(step, Prediction):
            return own_question(step, f"own-{number}", language)
        settings: dict[str, Any] = {**texts(step.settings)}
        figure = PredictedFigure(page=step.page, settings=settings, asks=step.asks)
        return predicted_question(
            f"prediction-{number}",
            figure,
            page=address(self.base, figure, language),
            today=self.today,
            locale=self.locale,
        )

    def _bank(self, *ids: str) -> tuple[BankQuestion, ...]:
        items = [question_of(name, self.locale.language) for name in ids]
        return bank(items, base=self.base, today=self.today)

    def _quiz(self, *ids: str) -> list[AskedQuestion]:
        return [AskedQuestion(question) for question in self._bank(*ids)]

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
