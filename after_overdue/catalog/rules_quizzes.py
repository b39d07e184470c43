"""Rules of one item of a quiz: its replies, settings and sources, AO-304 to AO-315."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from after_overdue.catalog.figures_in_words import UNITS
from after_overdue.catalog.library import Library
from after_overdue.catalog.question_text import (
    FOOTNOTE,
    PLACEHOLDER,
    footnotes_in,
    parameters_in,
)
from after_overdue.catalog.questions import Figure, Setting
from after_overdue.catalog.quizzes import RESULT, Number, QuizItem, Text
from after_overdue.catalog.rules_questions import (
    PLAIN_MARKDOWN,
    ROW_ID,
    FigureProblems,
)
from after_overdue.catalog.terms import ABBREVIATION, mentioned, without
from after_overdue.errors import ContentError, Problem

SHOWN = 40


def quiz_file(slug: str, language: str) -> str:
    """Return how a message names the file of a quiz."""
    return f"content/quizzes/{slug}.{language}.yaml"


def item_problems(
    item: QuizItem, library: Library, on: date, figure_problems: FigureProblems
) -> Iterator[Problem]:
    """Yield each rule that one item of a quiz breaks."""
    for what, remedy, rule in (
        *_right(item),
        *_see(item),
        *_settings(item, figure_problems),
        *_sources(item, library),
        *_footnotes(item),
        *_read(item, library),
    ):
        yield _problem(item, what, remedy, rule)
    for text in item.texts():
        for what, remedy, rule in (
            *_digits(text),
            *_figures(text, item.language, library, on),
            *_unsourced(text, item.language, library),
            *_form(text),
            *_unexplained(text, item.language, library),
        ):
            yield _problem(item, f"'{text.key}' {what}", remedy, rule)


Broken = Iterator[tuple[str, str, str]]


def _problem(item: QuizItem, what: str, remedy: str, rule: str) -> Problem:
    where = quiz_file(item.slug, item.language)
    return Problem(where, f"in '{item.id}', {what}", remedy, rule)


def _right(item: QuizItem) -> Broken:
    right = sum(option.right for option in item.options)
    if item.kind == "single" and right != 1:
        remedy = "Write 'right: true' under one option, or make the kind multiple."
        yield f"{right} options are right; single has one.", remedy, "AO-304"
    if item.kind == "multiple" and not 0 < right < len(item.options):
        remedy = "Write 'right: true' under each right option, and add a wrong one."
        what = f"{right} of {len(item.options)} options are right; multiple has both."
        yield what, remedy, "AO-304"
    if item.kind == "order" and right:
        remedy = "Take 'right' out; the options stand as they should."
        yield f"{right} options of an order are marked right.", remedy, "AO-304"


def _see(item: QuizItem) -> Broken:
    for option in item.options:
        if option.see is None and not option.right:
            remedy = "Add the page and the settings that disprove it."
            yield f"the option '{option.id}' has no 'see'.", remedy, "AO-305"


def _settings(item: QuizItem, figure_problems: FigureProblems) -> Broken:
    """Yield each setting that its page refuses, and each result that is not there."""
    cases = {f"options.{each.id}.see": each.see for each in item.options if each.see}
    for key, case in (*cases.items(), ("case", item.case), ("number", item.number)):
        if case is None:
            continue
        refused = figure_problems(case.page, case.address, results={})
        for said in refused:
            remedy = "Correct 'page' or 'settings'."
            yield f"'{key}' does not open: {said}", remedy, "AO-306"
        results = {} if refused else _results(item, case)
        for said in figure_problems(case.page, case.address, results=results):
            if not refused:
                remedy = "Name a number of the summary, as the command line prints it."
                yield f"'{key}' gives no such result: {said}", remedy, "AO-307"


def _results(item: QuizItem, case: Figure) -> dict[str, str]:
    """Return what the texts of a case want of its model: units by path."""
    results = {case.result: str(case.unit)} if isinstance(case, Number) else {}
    for text in item.texts():
        if text.case is case:
            results |= {path: unit for path, unit, _ in RESULT.findall(text.said)}
    return results


def _sources(item: QuizItem, library: Library) -> Broken:
    for claim, citations in item.claims.items():
        for citation in citations:
            if not library.is_cited(citation):
                what = f"'claims.{claim}' cites '{citation}', not a known source."
                remedy = "Correct the id or pin, or add it to content/sources.yaml."
                yield what, remedy, "AO-308"


def _footnotes(item: QuizItem) -> Broken:
    used: dict[str, None] = {}
    for text in item.texts():
        found = footnotes_in(text.said)
        used |= dict.fromkeys(found)
        if found and text.key.endswith(".say"):
            remedy = "Put it into the reply or into 'ask'."
            yield f"'{text.key}' has a footnote.", remedy, "AO-309"
    for claim in used:
        if claim not in item.claims:
            remedy = "List it under 'claims:' with an id from content/sources.yaml."
            yield f"the footnote [^{claim}] is not listed.", remedy, "AO-309"
    for claim in item.claims:
        if claim not in used:
            remedy = f"Put [^{claim}] behind the sentence it backs, or take it out."
            yield f"'claims.{claim}' stands nowhere in the texts.", remedy, "AO-309"


def _read(item: QuizItem, library: Library) -> Broken:
    if item.read not in library.asked:
        what = f"'read' is '{item.read}', which is no question."
        yield what, "Write the slug of a question under content/questions.", "AO-310"


def _digits(text: Text) -> Broken:
    prose = RESULT.sub("", FOOTNOTE.sub("", PLACEHOLDER.sub("", text.said)))
    for found in dict.fromkeys(re.findall(r"\S*\d\S*", ROW_ID.sub("", prose))):
        what = f"has '{_start(found)}', a number typed by hand."
        remedy = "Name a parameter, a setting of the case, or {result.path:unit}."
        yield what, remedy, "AO-311"


def _figures(text: Text, language: str, library: Library, on: date) -> Broken:
    for name in dict.fromkeys(parameters_in(text.said)):
        try:
            library.figure(name, language, on, given=set_here(name, text.case))
        except ContentError as error:
            reason = error.problems[0]
            what = f"names {{{name}}}: {reason.where} {reason.what}"
            yield what, reason.remedy, "AO-312"
    for path, unit, _ in RESULT.findall(text.said):
        if text.case is None:
            remedy = "Add 'see' with the settings that give it."
            yield f"names the result '{path}' of no case.", remedy, "AO-312"
        elif unit not in UNITS:
            what = f"gives the result '{path}' the unit '{unit}', which is none."
            yield what, f"Write one of {', '.join(UNITS)}.", "AO-312"
    if re.search(r"[{}]", RESULT.sub("", PLACEHOLDER.sub("", text.said))):
        remedy = "Write {noun.name}, {noun.name:bare} or {result.path:unit}."
        yield "has a brace that names nothing.", remedy, "AO-312"


def set_here(name: str, case: Figure | None) -> Setting | None:
    """Return what a case sets the parameter `name` to; None where it does not."""
    page, _, setting = name.partition(".")
    return case.settings.get(setting) if case and case.page == page else None


def _unsourced(text: Text, language: str, library: Library) -> Broken:
    """Yield a reply that states a number of the world or a rule without a note."""
    if text.key.endswith(".say") or FOOTNOTE.search(text.said):
        return
    duty = library.terms.duty.get(language, []) if library.terms else []
    named = [
        f"{{{name}}}"
        for name in parameters_in(text.said)
        if set_here(name, text.case) is None
    ]
    for reason in (named + mentioned(PLACEHOLDER.sub("", text.said), duty))[:1]:
        remedy = "Put [^claim] behind the sentence, with its source under 'claims:'."
        yield f"says '{reason}' and has no footnote.", remedy, "AO-313"


def _form(text: Text) -> Broken:
    said = re.sub(r"`[^`\n]*`", "", FOOTNOTE.sub("", text.said))
    for pattern, name in PLAIN_MARKDOWN.items():
        if found := re.search(pattern, said, re.MULTILINE | re.IGNORECASE):
            what = f"has {name}: '{_start(said[found.start() :])}'."
            yield what, "Write plain sentences, with footnotes for links.", "AO-314"


def _unexplained(text: Text, language: str, library: Library) -> Broken:
    if library.terms is None or library.glossary is None:
        return
    explained = {
        name
        for term in library.glossary.values()
        for tongue in library.languages
        for name in term.names(tongue)
    }
    left = without(RESULT.sub("", PLACEHOLDER.sub("", text.said)), explained)
    trade = mentioned(left, library.terms.trade.get(language, []))
    short = set(ABBREVIATION.findall(left)) - set(library.terms.everyday)
    for word in [*trade, *sorted(short)]:
        what = f"uses '{word}', which the glossary does not explain."
        remedy = "Say it in plain words, or explain it in content/glossary.yaml."
        yield what, remedy, "AO-315"


def _start(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:SHOWN]}…" if len(line) > SHOWN else line
