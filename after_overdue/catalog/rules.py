"""The content rules: every rule that a file under content/ can break.

Each has a number, a sentence in docs/content-rules.md and a broken example under
tests/broken/.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from after_overdue.catalog.call_signs import call_sign_problems
from after_overdue.catalog.credit_types import credit_type_problems
from after_overdue.catalog.files import PAGES
from after_overdue.catalog.library import Library, library
from after_overdue.catalog.offer_signs import offer_sign_problems
from after_overdue.catalog.permalinks import permalink_problems
from after_overdue.catalog.routes import route_problems
from after_overdue.catalog.rules_backing import backing_problems
from after_overdue.catalog.rules_glossary import (
    glossary_problems,
    search_word_problems,
    term_problems,
    unit_problems,
)
from after_overdue.catalog.rules_languages import language_problems
from after_overdue.catalog.rules_ledger import ledger_problems
from after_overdue.catalog.rules_lessons import lesson_problems
from after_overdue.catalog.rules_models import ModelNeeds, model_problems
from after_overdue.catalog.rules_parameters import parameter_problems
from after_overdue.catalog.rules_questions import (
    FigureProblems,
    phrase_problems,
    question_problems,
    review_warnings,
)
from after_overdue.catalog.rules_quiz_languages import quiz_problems
from after_overdue.catalog.rules_quizzes import item_problems
from after_overdue.catalog.rules_wording import wording_problems
from after_overdue.catalog.timeline import timeline_problems
from after_overdue.errors import Problem


@dataclass(frozen=True)
class Report:
    """What a check read, every rule that was broken, and what soon will be."""

    counts: Mapping[str, int]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        read = ", ".join(_counted(count, noun) for noun, count in self.counts.items())
        broken = len(self.problems)
        verdict = _counted(broken, "problems") if broken else "no problems"
        soon = len(self.warnings)
        warned = f", {_counted(soon, 'warnings')}" if soon else ""
        return f"{read}: {verdict}{warned}."


def _counted(count: int, nouns: str) -> str:
    return f"{count} {nouns[:-1] if count == 1 else nouns}"


def checked(
    content: Path,
    *,
    on: date,
    figure_problems: FigureProblems,
    models: Sequence[ModelNeeds] = (),
    pages: Path = PAGES,
) -> Report:
    """Return what is under `content` and every rule it breaks.

    Parameters
    ----------
    content : the folder
    on : the day of the check, for reviews and for values that change
    figure_problems : says what is wrong with a page's settings
    models : what the declared models need
    pages : the folder of the site's pages
    """
    if not content.is_dir():
        what, remedy = "is not a folder.", "Name the folder that holds the content."
        return Report({"files": 0}, (Problem(str(content), what, remedy, "AO-001"),))
    read = library(content)
    found = [*read.problems, *_broken(read), *model_problems(models, read, pages)]
    found += route_problems(
        read.routes or {}, {each.stem for each in pages.rglob("*.py")}
    )
    warnings: list[Problem] = []
    for question in read.every_question():
        found += question_problems(question, read, on, figure_problems)
        found += wording_problems(question, read, on)
        found += backing_problems(question, read)
        warnings += review_warnings(question, on)
    for item in read.every_quiz_item():
        found += item_problems(item, read, on, figure_problems)
    found += lesson_problems(read, figure_problems)
    return Report(_counts(read), tuple(dict.fromkeys(found)), tuple(warnings))


def _broken(read: Library) -> Iterator[Problem]:
    yield from parameter_problems(read)
    yield from ledger_problems(read)
    yield from phrase_problems(read)
    yield from language_problems(read)
    yield from quiz_problems(read)
    yield from unit_problems(read)
    yield from glossary_problems(read)
    yield from term_problems(read)
    yield from search_word_problems(read)
    if read.timeline and read.sources:
        yield from timeline_problems(read.timeline, read.sources)
    if read.credit_types and read.sources:
        yield from credit_type_problems(read.credit_types, read.sources)
    if read.offer_signs:
        yield from offer_sign_problems(
            read.offer_signs, read.facts, read.sources, read.figures
        )
    if read.call_signs:
        yield from call_sign_problems(
            read.call_signs, read.facts, read.sources, read.figures
        )
    if read.permalinks:
        yield from permalink_problems(read.permalinks, read.parameters)


def _counts(read: Library) -> dict[str, int]:
    return {
        "claims": len(read.claims or {}),
        "facts": len(read.facts or {}),
        "contradictions": len(read.contradictions or {}),
        "questions": len(read.asked),
        "quiz questions": len({item.id for item in read.every_quiz_item()}),
        "lessons": len(read.lessons),
        "glossary terms": len(read.glossary or {}),
        "parameters": len(read.parameters),
        "sources": len(read.sources or {}),
        "events": len(read.timeline or {}),
        "languages": len(read.languages),
    }
