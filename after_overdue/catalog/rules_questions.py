"""Rules of one question: its sources, figures, links and form, AO-102 to AO-116."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from after_overdue.catalog.library import Library
from after_overdue.catalog.question_text import (
    FOOTNOTE,
    PLACEHOLDER,
    footnotes_in,
    parameters_in,
)
from after_overdue.catalog.questions import Question
from after_overdue.catalog.search_phrases import phrase_pieces
from after_overdue.catalog.terms import mentioned
from after_overdue.errors import ContentError, Problem


class FigureProblems(Protocol):
    """Given a page and its settings, says what is wrong with them, a sentence each."""

    def __call__(
        self, page: str, settings: Mapping[str, str], *, results: Mapping[str, str]
    ) -> list[str]:
        """Return the sentences; `results` are units by path in the model's summary."""


WARN_AFTER_DAYS, FAIL_AFTER_DAYS = 180, 365
ROW_ID = re.compile(r"\b[SXF]\d+\b", re.ASCII)
SHOWN = 40
PLAIN_MARKDOWN = {
    r"^#{1,2}\s": "a heading above ###",
    r"!\[": "an image",
    r"</?[A-Za-z!]": "HTML",
    r"\]\(|\bhttps?:|\bwww\.": "a link",
    r"[!！](?!\[)": "an exclamation mark",
}


def where(question: Question) -> str:
    """Return how a message names the file of a question."""
    return f"content/questions/{question.slug}.{question.language}.md"


def question_problems(
    question: Question, library: Library, on: date, figure_problems: FigureProblems
) -> Iterator[Problem]:
    """Yield each rule that one question breaks, wording aside."""
    yield from _sources(question, library)
    yield from _footnotes(question)
    yield from _unsourced(question, library)
    yield from _digits(question)
    yield from _figures(question, library, on)
    yield from _links(question, library)
    yield from _shown(question, figure_problems)
    yield from _review(question, on)
    yield from _form(question)


def _shown(question: Question, figure_problems: FigureProblems) -> Iterator[Problem]:
    figure = question.figure
    if figure is None:
        return
    for said in figure_problems(figure.page, figure.address, results={}):
        what = f"'figure' does not open: {said}"
        remedy = "Correct 'page' or 'settings' of the figure."
        yield Problem(where(question), what, remedy, "AO-110")


def _sources(question: Question, library: Library) -> Iterator[Problem]:
    for claim, citations in question.claims.items():
        for citation in citations:
            if not library.is_cited(citation):
                what = f"'claims.{claim}' cites '{citation}', not a known source."
                remedy = "Correct the id or pin, or add it to content/sources.yaml."
                yield Problem(where(question), what, remedy, "AO-102")


def _footnotes(question: Question) -> Iterator[Problem]:
    used = dict.fromkeys(footnotes_in(question.text))
    for claim in used:
        if claim not in question.claims:
            what = f"the footnote [^{claim}] is not listed."
            remedy = "List it under 'claims:' with an id from content/sources.yaml."
            yield Problem(where(question), what, remedy, "AO-103")
    for claim in question.claims:
        if claim not in used:
            what = f"'claims.{claim}' stands nowhere in the text."
            remedy = f"Put [^{claim}] behind the sentence it backs, or take it out."
            yield Problem(where(question), what, remedy, "AO-103")


def _unsourced(question: Question, library: Library) -> Iterator[Problem]:
    """Yield each paragraph or list that states a number or a rule without a note."""
    duty = library.terms.duty.get(question.language, []) if library.terms else []
    for block in re.split(r"\n\s*\n", question.text):
        if block.startswith("#") or FOOTNOTE.search(block):
            continue
        named = [f"{{{name}}}" for name in parameters_in(block)]
        for reason in (named + mentioned(PLACEHOLDER.sub("", block), duty))[:1]:
            what = f"'{_start(block)}' says '{reason}' and has no footnote."
            remedy = "Put [^claim] behind the sentence, with its source above."
            yield Problem(where(question), what, remedy, "AO-106")


def _start(block: str) -> str:
    line = " ".join(block.split())
    return f"{line[:SHOWN]}…" if len(line) > SHOWN else line


def phrase_problems(library: Library) -> Iterator[Problem]:
    """Yield each phrase that finds nothing, or that names more than one question."""
    for language in library.languages:
        slugs: defaultdict[frozenset[str], list[tuple[str, str]]] = defaultdict(list)
        for question in library.every_question():
            if question.language == language:
                for phrase in question.asked_as:
                    slugs[phrase_pieces(phrase)].append((question.slug, phrase))
        for sought, same in slugs.items():
            if not sought or len({slug for slug, _ in same}) > 1:
                yield _phrase_problem(language, same, sought)


def _phrase_problem(
    language: str, same: list[tuple[str, str]], sought: frozenset[str]
) -> Problem:
    (slug, phrase), *others = same
    if not sought:
        what, remedy = "has no word in it.", "Write what readers type."
    else:
        named = ", ".join(f"'{other}' of {at}" for at, other in others)
        what = f"is searched for like {named}."
        remedy = "Leave it once, to the question that answers it best."
    place = f"content/questions/{slug}.{language}.md"
    return Problem(place, f"'asked_as' has '{phrase}', which {what}", remedy, "AO-116")


def _written(question: Question) -> dict[str, str]:
    return {
        "title": question.title,
        "short_answer": question.short_answer,
        "the text": question.text,
    }


def _digits(question: Question) -> Iterator[Problem]:
    for key, text in _written(question).items():
        prose = ROW_ID.sub("", FOOTNOTE.sub("", PLACEHOLDER.sub("", text)))
        for found in dict.fromkeys(re.findall(r"\S*\d\S*", prose)):
            what = f"{key} has '{_start(found)}', a number typed by hand."
            remedy = "Name a parameter, such as {credit_record.retention_years}."
            yield Problem(where(question), what, remedy, "AO-107")


def _figures(question: Question, library: Library, on: date) -> Iterator[Problem]:
    for key, text in _written(question).items():
        for name in dict.fromkeys(parameters_in(text)):
            try:
                library.figure(name, question.language, on)
            except ContentError as error:
                reason = error.problems[0]
                what = f"{key} names {{{name}}}: {reason.where} {reason.what}"
                yield Problem(where(question), what, reason.remedy, "AO-108")
        for found in PLACEHOLDER.finditer(text):
            yield from _said_twice(question, found, library, on)
        if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
            what = f"{key} has a brace that names no parameter."
            remedy = "Write {noun.name} or {noun.name:bare}."
            yield Problem(where(question), what, remedy, "AO-108")


def _said_twice(
    question: Question, found: re.Match[str], library: Library, on: date
) -> Iterator[Problem]:
    """Yield a parameter whose unit the text says once more, as in "2025年年"."""
    try:
        figure = library.figure(
            found[1], question.language, on, bare=found[2] is not None
        )
    except ContentError:
        return  # named above
    unit = re.search(r"[^\W\d_]+$", figure)
    rest = found.string[found.end() :].lstrip()
    if unit and re.match(rf"{unit[0]}(?![A-Za-z])", rest):
        what = f"{found[0]} is '{figure}', and '{unit[0]}' follows once more."
        remedy = f"Take '{unit[0]}' out of the text."
        yield Problem(where(question), what, remedy, "AO-108")


def _links(question: Question, library: Library) -> Iterator[Problem]:
    for slug in question.related:
        if slug not in library.asked or slug == question.slug:
            what = f"'related' has '{slug}', which is no other question."
            remedy = "Correct the slug, or take it out."
            yield Problem(where(question), what, remedy, "AO-109")
    for claim in question.article:
        if library.claims is not None and claim not in library.claims:
            what = f"'article' has '{claim}', which is not in content/claims.yaml."
            remedy = "Correct the id, or take it out."
            yield Problem(where(question), what, remedy, "AO-109")


def _review(question: Question, on: date) -> Iterator[Problem]:
    age = (on - question.reviewed).days
    if age < 0:
        what = f"'reviewed' is {question.reviewed}, after today, {on}."
        yield Problem(where(question), what, "Correct the day.", "AO-111")
    elif age > FAIL_AFTER_DAYS:
        yield _overdue_review(question, age, FAIL_AFTER_DAYS)


def review_warnings(question: Question, on: date) -> Iterator[Problem]:
    """Yield a warning where the last review is long ago, but not too long."""
    age = (on - question.reviewed).days
    if WARN_AFTER_DAYS < age <= FAIL_AFTER_DAYS:
        yield _overdue_review(question, age, WARN_AFTER_DAYS)


def _overdue_review(question: Question, age: int, limit: int) -> Problem:
    what = f"'reviewed' is {age} days ago, over {limit}."
    remedy = "Read both languages against the sources, then set the day."
    return Problem(where(question), what, remedy, "AO-111")


def _form(question: Question) -> Iterator[Problem]:
    for key, written in _written(question).items():
        text = re.sub(r"`[^`\n]*`", "", FOOTNOTE.sub("", written))
        for pattern, name in PLAIN_MARKDOWN.items():
            if found := re.search(pattern, text, re.MULTILINE | re.IGNORECASE):
                line = _start(text[found.start() :])
                what = f"{key} has {name}: '{line}'."
                remedy = "Write plain paragraphs and lists, with footnotes for links."
                yield Problem(where(question), what, remedy, "AO-115")
