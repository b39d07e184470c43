"""The page of one question: the answer whole, with figure, sources and neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from after_overdue.catalog.claims import claims
from after_overdue.catalog.figures_in_words import figure_in_words
from after_overdue.catalog.glossary import glossary, terms_in
from after_overdue.catalog.parameters import Value
from after_overdue.catalog.question_text import QuestionText, question_text
from after_overdue.catalog.questions import CHECKS, Question, questions
from after_overdue.catalog.sources import citation_in_words, sources
from after_overdue.reading.figures import StillFigure
from after_overdue.reading.page import Page
from after_overdue.reading.sketches import still_sketch
from after_overdue.reading.structured import question_data
from after_overdue.reading.text import html, inline, note_mark

FOLDER = "questions/"
FACE = "does-repair-bring-points-back"
"""The question whose figure stands for the pages that have none of their own."""


def read_on(page: Page, slug: str) -> QuestionText:
    """Return a question as it reads on the page's day."""
    question = questions(page.language)[slug]
    return question_text(question, page.today, mark=note_mark)


def question_rows(page: Page, slugs: Iterable[str]) -> list[dict[str, Any]]:
    """Return questions as title, short answer and link."""
    return [
        {
            "title": text.title,
            "short": text.short_answer,
            "link": page.to(FOLDER + text.slug),
        }
        for text in (read_on(page, slug) for slug in slugs)
    ]


def still_figure(page: Page, question: Question) -> StillFigure | None:
    """Return the figure that stands on the page of a question, if one does."""
    figure = question.figure
    if figure is None:
        return None
    return StillFigure(figure, page.language, page.today, page.links, page.name)


def face(page: Page) -> StillFigure | None:
    """Return the figure that stands for a page without one, where it is shared."""
    return still_figure(page, questions(page.language)[FACE])


def question_page(page: Page, slug: str) -> str:
    """Return the page of a question as HTML."""
    question, text = questions(page.language)[slug], read_on(page, slug)
    figure = still_figure(page, question)
    notes = [
        (note.number, page.cited(each.citation for each in note.citations))
        for note in text.notes
    ]
    check = CHECKS.get(question.topic)
    return page.write(
        "question.html",
        check=check and page.app(check),
        check_name=check and page.said(check)["menu"],
        question=question,
        text=text,
        answer=html(text.text),
        sketch=still_sketch(page, question),
        figure=figure or face(page),
        figure_script=figure and page.links.beside(figure.script_name, page.name),
        notes=notes,
        numbers=[_number(page, value) for value in text.figures],
        claims=[(name, claims()[name]) for name in question.article],
        terms=_terms(question),
        related=question_rows(page, question.related),
        reviewed=page.locale.day(question.reviewed),
        data=question_data(page, question, text),
    )


def _terms(question: Question) -> list[tuple[str, str, str]]:
    language = question.language
    used = terms_in(f"{question.short_answer}\n{question.text}", language)
    return [
        (slug, glossary()[slug].term[language], glossary()[slug].means[language])
        for slug in used
    ]


def _number(page: Page, value: Value) -> Markup:
    """Return a number: what it is, its value, how sure it is, and what backs it."""
    said, known = page.said("sources"), sources()
    cited = [citation_in_words(each, page.language, known) for each in value.sources]
    return inline(
        said["number"].format(
            label=value.parameter.label[page.language],
            number=figure_in_words(value, page.said("units")),
            status=page.locale.backed(value.parameter.status),
            backing=said["between"].join(each.line(said) for each in cited),
        )
    )
