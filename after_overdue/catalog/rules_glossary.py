"""Rules of the glossary, the terms and the words for units, AO-404 to AO-417."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from after_overdue.catalog.figures_in_words import unit_problems as wrong_words
from after_overdue.catalog.library import UNITS, Library
from after_overdue.catalog.search_text import normal
from after_overdue.catalog.search_words import FILE
from after_overdue.errors import Problem

GLOSSARY = "content/glossary.yaml"


def glossary_problems(library: Library) -> Iterator[Problem]:
    """Yield each rule that the glossary breaks."""
    glossary = library.glossary or {}
    for slug, term in glossary.items():
        for other in term.look_alike:
            if other not in glossary or other == slug:
                what = f"'{slug}.look_alike' has '{other}', which is no other term."
                yield Problem(GLOSSARY, what, "Correct the slug.", "AO-412")
            elif slug not in glossary[other].look_alike:
                what = f"'{other}.look_alike' lacks '{slug}', which looks like it."
                yield Problem(GLOSSARY, what, f"Add {slug} there.", "AO-412")
        for citation in term.sources:
            if not library.is_cited(citation):
                what = f"'{slug}.sources' has '{citation}', not a known source."
                remedy = "Correct the id or pin, or add it to content/sources.yaml."
                yield Problem(GLOSSARY, what, remedy, "AO-413")
    yield from _shared_names(library)


def _shared_names(library: Library) -> Iterator[Problem]:
    for language in library.languages:
        slugs: defaultdict[str, set[str]] = defaultdict(set)
        for slug, term in (library.glossary or {}).items():
            for name in term.names(language):
                slugs[name.casefold()].add(slug)
        for name, same in slugs.items():
            if len(same) > 1:
                what = f"'{name}' ({language}) names {' and '.join(sorted(same))}."
                remedy = "Leave it to the one term that readers mean by it."
                yield Problem(GLOSSARY, what, remedy, "AO-414")


def search_word_problems(library: Library) -> Iterator[Problem]:
    """Yield each word that is said to tell nothing and to mean something."""
    if library.search_words is None:
        return
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for name, words in library.search_words.alike.items():
        for word in words.every():
            rows[normal(word)].append(f"'alike.{name}'")
    for word in library.search_words.elsewhere:
        rows[normal(word)].append("'elsewhere'")
    for word in library.search_words.filler.every():
        for row in rows.get(normal(word), ()):
            what = f"'{word}' stands under 'filler' and in {row}."
            remedy = "Leave it in one of them: a filler tells nothing of what is asked."
            yield Problem(f"content/{FILE}", what, remedy, "AO-417")


def unit_problems(library: Library) -> Iterator[Problem]:
    """Yield each unit that a language cannot say."""
    for language in library.said:
        where = f"content/interface.{language}.yaml"
        for key, what, remedy in wrong_words(library.unit_words(language)):
            yield Problem(where, f"'{UNITS}{key}' {what}", remedy, "AO-404")


def term_problems(library: Library) -> Iterator[Problem]:
    """Yield each language for which no words are listed."""
    for key in ("trade", "duty") if library.terms else ():
        for language in library.languages:
            if not getattr(library.terms, key).get(language):
                what = f"'{key}.{language}' lists no words."
                remedy = "List them; content/README.md says which."
                yield Problem("content/terms.yaml", what, remedy, "AO-415")
