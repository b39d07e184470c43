"""Rules of what backs an answer: laws, lines to call, copies, AO-117 to AO-119."""

from __future__ import annotations

import re
from collections.abc import Iterator

from after_overdue.catalog.library import Library
from after_overdue.catalog.question_text import PLACEHOLDER
from after_overdue.catalog.questions import Question
from after_overdue.catalog.rules_questions import where
from after_overdue.catalog.sources import Source
from after_overdue.catalog.terms import mentioned
from after_overdue.errors import Problem

LAW = ("law", "court")
OFFICIAL = (*LAW, "regulator-notice", "official-answer")
"""Kinds of sources whose own text has an issuer's address."""
LANGUAGE_OF_THE_TEXTS = "zh"
LINE = re.compile(r"\{hotline\.")


def backing_problems(question: Question, library: Library) -> Iterator[Problem]:
    """Yield each rule that the backing of one question breaks."""
    yield from _laws(question, library)
    yield from _lines(question, library)
    yield from _copies(question, library)


def _cited(
    question: Question, library: Library
) -> Iterator[tuple[str, str, str, Source]]:
    """Yield claim, citation, pin and source of each citation that leads to one."""
    known = library.sources or {}
    for claim, citations in question.claims.items():
        for citation in citations:
            name, _, pin = citation.partition("#")
            if name in known:
                yield claim, citation, pin, known[name]


def _laws(question: Question, library: Library) -> Iterator[Problem]:
    """Yield each law that is cited without its article, or without a day."""
    for claim, citation, pin, source in _cited(question, library):
        if source.kind not in LAW:
            continue
        if not pin:
            what = f"'claims.{claim}' cites '{citation}', a law, without its article."
            remedy = "Cite the passage, as in credit-reporting-regulation#art-16."
            yield Problem(where(question), what, remedy, "AO-117")
        elif source.published is None:
            what = f"'claims.{claim}' cites '{citation}', a law without a day."
            remedy = "Give 'published' of the source in content/sources.yaml."
            yield Problem(where(question), what, remedy, "AO-117")


def _lines(question: Question, library: Library) -> Iterator[Problem]:
    """Yield a line to call that stands before the step that comes first."""
    found = LINE.search(question.text)
    if found is None:
        return
    steps = library.terms.first_step if library.terms else {}
    before = PLACEHOLDER.sub("", question.text[: found.start()])
    if not mentioned(before, steps.get(question.language, [])):
        what = "names a line to call before the step that comes first."
        remedy = "Say first, as under 'first_step' in terms.yaml, to ask the lender."
        yield Problem(where(question), what, remedy, "AO-118")


def _copies(question: Question, library: Library) -> Iterator[Problem]:
    """Yield each official text of which a Chinese answer has but an unnamed copy."""
    if question.language != LANGUAGE_OF_THE_TEXTS or library.terms is None:
        return
    if mentioned(question.text, library.terms.copied.get(question.language, [])):
        return
    for claim, citation, _, source in _cited(question, library):
        if source.kind in OFFICIAL and source.mirror and not source.url:
            what = f"'claims.{claim}' rests on '{citation}', of which we have a copy."
            remedy = "Give the issuer's address as 'url', or say that it is a copy."
            yield Problem(where(question), what, remedy, "AO-119")
