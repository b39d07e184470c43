"""A lesson pack: everything for a lesson in one zip, to teach without this site too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import get_args

from jinja2 import Template

from after_overdue.cases.locale import Locale
from after_overdue.catalog.questions import Topic
from after_overdue.errors import AfterOverdueError
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.reading.markup import templates
from after_overdue.sharing.qr import qr_svg
from after_overdue.teaching.asked import asked_step
from after_overdue.teaching.exports.bank import BankQuestion
from after_overdue.teaching.exports.gift import gift
from after_overdue.teaching.exports.handout import case_handout, topic_handout
from after_overdue.teaching.exports.lessons import LessonWriter, played_lesson
from after_overdue.teaching.exports.scorm import EDITIONS, scorm_package
from after_overdue.teaching.exports.slides import slides
from after_overdue.teaching.exports.typst import TEMPLATES, displayable, pdf
from after_overdue.teaching.exports.zipped import zipped
from after_overdue.teaching.handed_out import HandedOut, handed_out
from after_overdue.teaching.lesson import Lesson, PageStep
from after_overdue.teaching.lesson_file import lesson_yaml
from after_overdue.teaching.notes import step_notes
from after_overdue.teaching.own_asked import OwnAsked
from after_overdue.teaching.own_step import Notes, PauseStep
from after_overdue.teaching.refusals import message_of
from after_overdue.teaching.step_words import step_said

NAME = "lesson"
"""The SCORM package's own name for the lesson."""


@dataclass(frozen=True)
class KeyStep:
    """A step on the answer key."""

    line: str
    right: str
    reasons: list[str]
    notes: Notes | None


@dataclass(frozen=True)
class Pack:
    """What a pack is made of.

    Attributes
    ----------
    base : the address of the site, without a slash at its end
    join : the address at which learners join
    code : of the class, as it is shown; nothing without one
    """

    lesson: Lesson
    base: str
    join: str
    code: str
    today: date

    @property
    def locale(self) -> Locale:
        """The language of the lesson."""
        return Locale(self.lesson.language)

    def zip(self) -> bytes:
        """Return the files of the pack as one."""
        files = {
            "slides.pptx": slides(
                self.lesson, join=self.join, code=self.code, today=self.today
            ),
            "join.pdf": self._join(),
            "answer-key.html": self._key().encode(),
            "lesson.yaml": lesson_yaml(self.lesson).encode(),
        }
        for each in handed_out(self.lesson, self.lesson.language):
            files[f"handout-{each.place}.pdf"] = self._handout(each)
        if self._questions:
            files["questions.gift"] = gift(self._questions, self.lesson.title)
        named = {"name": NAME, "base": self.base, "today": self.today}
        lesson = played_lesson(self.lesson, locale=self.locale, **named)  # type: ignore[arg-type]
        for edition in EDITIONS:
            files[f"scorm-{edition}.zip"] = scorm_package(lesson, edition)
        return zipped(files)

    @property
    def _questions(self) -> list[BankQuestion]:
        """The questions that a bank can ask, those of one topic together."""
        writer = LessonWriter(self.base, self.today, self.locale)
        found = [
            writer.question(step, number)
            for number, step in enumerate(self.lesson.steps, 1)
            if not isinstance(step, PageStep | PauseStep)
        ]
        return sorted(filter(None, found), key=lambda each: each.topic)

    def _handout(self, each: HandedOut) -> bytes:
        if not each.is_page:
            topic = next(known for known in get_args(Topic) if known == each.place)
            made = topic_handout(
                topic, base=self.base, today=self.today, locale=self.locale
            )
            return made.pdf(self.today)
        given = {name: [text] for name, text in each.settings.items()}
        values, _ = PAGE_MODELS[each.place].read(given, self.today)
        case = picture(each.place, values, self.today, self.locale)
        return case_handout(case, base=self.base).pdf(self.today)

    def _join(self) -> bytes:
        texts = self.locale.words("class_session")
        data = {
            "language": self.lesson.language,
            "title": displayable(self.lesson.title),
            "name": self.locale.words("site")["name"],
            "heading": texts["join_title"],
            "place": displayable(self.join.rpartition("://")[2]),
            "code": displayable(self.code),
            "qr": qr_svg(self.join),
        }
        return pdf("join.typ", data, self.today)

    def _key(self) -> str:
        return _template().render(
            language=self.lesson.language,
            title=self.lesson.title,
            said=self.locale.words("pack"),
            desk=self.locale.words("desk"),
            site=self.locale.words("site"),
            label=self.locale.label(self.today),
            steps=list(self._key_steps()),
        )

    def _key_steps(self) -> Iterator[KeyStep]:
        language = self.lesson.language
        for place, step in enumerate(self.lesson.steps):
            right, reasons = "", []
            try:
                line = step_said(step, today=self.today, locale=self.locale)
                if not isinstance(step, PageStep | PauseStep):
                    asked = asked_step(step, language, self.today)
                    line, right = asked.question, asked.right_answer(None)
                    told = asked.reasons(None)
                    own = isinstance(asked, OwnAsked)
                    reasons = [each.because for each in told if own or each.right]
            except AfterOverdueError as error:
                line = message_of(error, language)
            notes = step_notes(self.lesson, place, right)
            yield KeyStep(line, right, reasons, notes)


@cache
def _template() -> Template:
    return templates(TEMPLATES).get_template("answer_key.html")
