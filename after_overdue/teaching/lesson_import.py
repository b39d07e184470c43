"""A lesson from a file: one that was saved here, or a question bank of another tool.

A question that this guide exported comes back as itself; any other becomes a step of
the trainer's own. What cannot be asked here is left out by its name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.errors import ClassError
from after_overdue.teaching.gift_import import gift_questions
from after_overdue.teaching.imported import Imported
from after_overdue.teaching.lesson import STEP, Lesson, QuizStep, Step
from after_overdue.teaching.lesson_file import (
    FORMAT,
    VERSION,
    read_lesson,
)
from after_overdue.teaching.moodle_import import moodle_questions
from after_overdue.teaching.quiz import question_of

LONGEST_BANK = 1_000_000
"""Bytes of a file, questions that are left out included."""
LOST = "\ufffd"
"""What a browser puts for each byte that is no UTF-8: the file's text is gone."""
IMPORTED = (".yaml", ".yml", ".json", ".gift", ".txt", ".xml")
"""Endings of the files that can be opened."""


@dataclass(frozen=True)
class ImportedLesson:
    """What a file holds; a question bank has no title.

    Attributes
    ----------
    left_out : names of questions that cannot be asked here
    whole_only : names of those of which an answer earned a part of the mark, and is
        wrong here
    """

    lesson: Lesson
    left_out: tuple[str, ...]
    whole_only: tuple[str, ...] = ()


def imported_lesson(content: bytes, language: str) -> ImportedLesson:
    """Return the lesson in a file.

    Parameters
    ----------
    language : of the lesson, where the file does not say it

    Raises
    ------
    ClassError
        Where there is none in it, in a sentence.
    """
    if len(content) > LONGEST_BANK:
        raise ClassError("lesson_size", given=len(content), most=LONGEST_BANK)
    try:
        text = content.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise ClassError("lesson_unreadable") from None
    if LOST in text:
        raise ClassError("lesson_unreadable")
    if FORMAT in text:
        return ImportedLesson(read_lesson(content), ())
    said = words("class_session", language)
    if text.startswith("<"):
        found = moodle_questions(text, said["true"], said["false"])
    elif "{" in text:
        found = gift_questions(text, said["true"], said["false"])
    else:
        raise ClassError("lesson_format", format=f"{FORMAT}: {VERSION}")
    return _bank(found, language)


def _bank(questions: Iterable[Imported], language: str) -> ImportedLesson:
    steps: list[Step] = []
    left_out, whole_only = [], []
    for each in questions:
        known = _of_guide(each.id)
        step = known or _own(each)
        if step is None:
            left_out.append(each.name)
            continue
        steps.append(step)
        if each.loses_part and not known:
            whole_only.append(each.name)
    lesson = Lesson("", language, tuple(steps))
    return ImportedLesson(lesson, tuple(left_out), tuple(whole_only))


def _of_guide(name: str) -> Step | None:
    """Return the question of the guide that an exported id stands for."""
    question, _, language = name.rpartition("-")
    if language not in LANGUAGES:
        return None
    try:
        question_of(question, language)
    except ClassError:
        return None
    return QuizStep(question)


def _own(question: Imported) -> Step | None:
    try:
        return STEP.validate_python(question.step)
    except ValidationError:
        return None
