"""Rules of all quizzes: every language, the same in each, AO-302, AO-303, AO-316."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from after_overdue.catalog.files import WRITTEN_IN
from after_overdue.catalog.library import Library
from after_overdue.catalog.question_text import footnotes_in, parameters_in
from after_overdue.catalog.quizzes import RESULT, Item, QuizItem
from after_overdue.catalog.rules_languages import lacking
from after_overdue.catalog.rules_quizzes import quiz_file
from after_overdue.errors import Problem

FIRST = WRITTEN_IN[0]
SHOWN = 60


def quiz_problems(library: Library) -> Iterator[Problem]:
    """Yield each thing that one language of a quiz has and another has not."""
    for slug, having in library.quizzed.items():
        place = partial(quiz_file, slug)
        yield from lacking(library, "quiz", having, place=place, rule="AO-302")
        tongues = library.quizzes[slug]
        first = tongues.get(FIRST)
        for language, items in tongues.items():
            if first and language != FIRST:
                yield from _differences(first, items)
    yield from _twice(library)


def _differences(
    first: tuple[QuizItem, ...], other: tuple[QuizItem, ...]
) -> Iterator[Problem]:
    """Yield each difference between two languages, words aside."""
    where = quiz_file(other[0].slug, other[0].language)
    remedy = f"Make it the same as in {FIRST}, or change both."
    here, there = ([item.id for item in items] for items in (other, first))
    if here != there:
        what = f"its items are {', '.join(here)}, in {FIRST} {', '.join(there)}."
        yield Problem(where, what, remedy, "AO-303")
        return
    for one, value in zip(first, other, strict=True):
        expected, found = _without_words(one), _without_words(value)
        for key in sorted(expected.keys() | found.keys()):
            if found.get(key) != expected.get(key):
                shown, asked = _shown(found.get(key)), _shown(expected.get(key))
                what = f"in '{value.id}', '{key}' is {shown}, in {FIRST} {asked}."
                yield Problem(where, what, remedy, "AO-303")


def _without_words(item: QuizItem) -> dict[str, object]:
    """Return what every language has to have alike, by key."""
    alike: dict[str, object] = {
        key: getattr(item, key)
        for key in Item.model_fields
        if key not in ("ask", "options", "number")
    }
    alike["options"] = [option.id for option in item.options]
    for option in item.options:
        alike[f"options.{option.id}.right"] = option.right
        alike[f"options.{option.id}.see"] = option.see
    if item.number:
        alike["number"] = item.number.model_dump(exclude={"right", "low", "high"})
    for text in item.texts():
        alike[f"the footnotes of {text.key}"] = footnotes_in(text.said)
        results = {path for path, _, _ in RESULT.findall(text.said)}
        named = sorted({*parameters_in(text.said), *results})
        alike[f"the numbers of {text.key}"] = named
    return alike


def _shown(value: object) -> str:
    said = ", ".join(value) if isinstance(value, list) else str(value)
    return f"{said[:SHOWN]}…" if len(said) > SHOWN else said or "none"


def _twice(library: Library) -> Iterator[Problem]:
    for language in library.languages:
        files: dict[str, list[str]] = {}
        for item in library.every_quiz_item():
            if item.language == language:
                files.setdefault(item.id, []).append(quiz_file(item.slug, language))
        for name, (first, *others) in files.items():
            for where in others:
                what = f"the id '{name}' stands in {first} too."
                yield Problem(where, what, "Give each item its own id.", "AO-316")
