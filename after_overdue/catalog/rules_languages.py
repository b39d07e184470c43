"""Rules of the languages: the same things said in each, AO-104, -105, -401 to -406."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from after_overdue.catalog.files import WRITTEN_IN, Bilingual, Record
from after_overdue.catalog.interface import fields
from after_overdue.catalog.lessons import lesson_file
from after_overdue.catalog.library import UNITS, Library
from after_overdue.catalog.parameters import parameter_file
from after_overdue.catalog.question_text import footnotes_in, parameters_in
from after_overdue.catalog.questions import Heading, Question
from after_overdue.errors import Problem

FIRST = WRITTEN_IN[0]
PLACED = (
    "site.tagline",
    "site.label",
    "site.of_place",
    "three_clocks.lead",
    "reading.lead",
    "api.about",
)
"""Words that a reader may meet first, wherever he lives."""
OWN_WORDS = ("title", "short_answer", "asked_as")


def language_problems(library: Library) -> Iterator[Problem]:
    """Yield each thing that one language says and another does not."""
    yield from _interface(library.said)
    yield from _placeless(library.said)
    yield from _lacking_words(library)
    for slug, languages in library.asked.items():
        place = partial(_question_file, slug)
        yield from lacking(library, "question", languages, place=place, rule="AO-104")
        tongues = library.questions[slug]
        first = tongues.get(FIRST)
        for language, question in tongues.items():
            if first and language != FIRST:
                yield from _differences(first, question)


def _interface(said: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Yield each difference, units aside: plurals differ, and have their own rule."""
    for key in sorted(set().union(*said.values())):
        having = [language for language in said if key in said[language]]
        for language in said:
            if language not in having and not key.startswith(UNITS):
                what = f"'{key}' is missing; {having[0]} has it."
                remedy = "Write it, or delete it in the other languages."
                yield Problem(_interface_file(language), what, remedy, "AO-401")
        for language in having[1:]:
            if fields(said[language][key]) != fields(said[having[0]][key]):
                what = f"'{key}' has other {{values}} than in {having[0]}."
                remedy = "Use the same names in braces in every language."
                yield Problem(_interface_file(language), what, remedy, "AO-402")


def _placeless(said: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Yield each word that does not name the place whose rules these are."""
    for language, words in said.items():
        place = words.get("site.place", "").casefold()
        for key in PLACED:
            if key in words and not (place and place in words[key].casefold()):
                what = f"'{key}' does not say whose rules these are."
                remedy = "Name the place of 'site.place' in it."
                yield Problem(_interface_file(language), what, remedy, "AO-406")


def _interface_file(language: str) -> str:
    return f"content/interface.{language}.yaml"


def _lacking_words(library: Library) -> Iterator[Problem]:
    """Yield each text of a data file that lacks a language, or has one unheard of."""
    shelves: dict[str, object] = {
        f"content/{name}.yaml": getattr(library, name)
        for name in (
            "sources",
            "facts",
            "claims",
            "contradictions",
            "glossary",
            "timeline",
            "credit_types",
            "offer_signs",
            "call_signs",
            "permalinks",
            "routes",
        )
    }
    for name, parameter in library.parameters.items():
        shelves[parameter_file(name)] = parameter
    for name, lesson in library.lessons.items():
        shelves[lesson_file(name)] = lesson
    for where, value in shelves.items():
        for key, words in _texts(value, ""):
            written = words.by_language().keys()
            for language in sorted(set(library.languages) ^ written):
                if language in written:
                    what = f"'{key}.{language}' is in no language of this guide."
                    remedy = f"Correct it, or add content/interface.{language}.yaml."
                else:
                    what, remedy = f"'{key}.{language}' is missing.", "Write it."
                yield Problem(where, what, remedy, "AO-405")


def _texts(value: object, key: str) -> Iterator[tuple[str, Bilingual]]:
    if isinstance(value, Bilingual):
        yield key, value
        return
    parts: list[tuple[object, object]] = []
    if isinstance(value, Record):
        parts = list(value)
    elif isinstance(value, Mapping):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value))
    for name, part in parts:
        yield from _texts(part, f"{key}.{name}" if key else str(name))


def lacking(
    library: Library,
    noun: str,
    having: frozenset[str],
    *,
    place: Callable[[str], str],
    rule: str,
) -> Iterator[Problem]:
    """Yield each language that a file should stand in, or stands in for nothing.

    Parameters
    ----------
    noun : what the file holds
    having : the languages it stands in
    place : names its file in a language
    rule : what a lack breaks
    """
    for language in sorted(set(library.languages) - having):
        what = f"is missing; the {noun} stands in {', '.join(sorted(having))}."
        remedy = f"Write the {noun} in this language too."
        yield Problem(place(language), what, remedy, rule)
    for language in sorted(having - set(library.languages)):
        what = f"is in '{language}', which is no language of this guide."
        remedy = f"Correct the name, or add content/interface.{language}.yaml."
        yield Problem(place(language), what, remedy, rule)


def _question_file(slug: str, language: str) -> str:
    return f"content/questions/{slug}.{language}.md"


def _differences(first: Question, other: Question) -> Iterator[Problem]:
    where = _question_file(other.slug, other.language)
    remedy = f"Make it the same as in {first.language}, or change both."
    for key in Heading.model_fields:
        here, there = getattr(other, key), getattr(first, key)
        if key not in OWN_WORDS and here != there:
            what = f"'{key}' is {_shown(here)}, in {first.language} {_shown(there)}."
            yield Problem(where, what, remedy, "AO-105")
    here, there = footnotes_in(other.text), footnotes_in(first.text)
    if here != there:
        what = f"its footnotes are {_shown(here)}, in {first.language} {_shown(there)}."
        yield Problem(where, what, remedy, "AO-105")
    numbers, others = _numbers(other), _numbers(first)
    if numbers != others:
        odd = ", ".join(sorted(numbers ^ others))
        what = f"only one of {other.language} and {first.language} names {odd}."
        yield Problem(where, what, remedy, "AO-105")


def _numbers(question: Question) -> set[str]:
    written = (question.title, question.short_answer, question.text)
    return {name for each in written for name in parameters_in(each)}


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(value) or "none"
    if isinstance(value, Record):
        return str(value.model_dump())
    return str(value)
