"""The search over HTTP: which questions answer a query, and the nearest topics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from after_overdue.cases.inputs import Refusal
from after_overdue.cases.refusals import gathered
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.catalog.questions import questions
from after_overdue.catalog.search import LONGEST_QUERY, MOST_FOUND, site_search
from after_overdue.settings import rooted
from after_overdue.web.api_response import (
    ANSWERED,
    ApiResponse,
    refusal,
    refused,
    unknown_language,
    written,
)
from after_overdue.web.openapi import LANGUAGE, QUERY


def searched(given: Mapping[str, Sequence[str]], today: date) -> ApiResponse:
    """Return what one query is told on one day."""
    language = given.get(LANGUAGE, LANGUAGES[:1])[-1]
    if language not in LANGUAGES:
        return refused(unknown_language(language))
    if refusals := gathered(_refusals(given)):
        return refused(*(refusal(each, language) for each in refusals))
    found = site_search(today).found(given[QUERY][0])
    return ApiResponse(
        ANSWERED, written(_answer(found.questions, found.topics, language))
    )


def _answer(
    slugs: Sequence[str], topics: Sequence[str], language: str
) -> Mapping[str, Any]:
    asked, texts = questions(language), words("answers", language)
    return {
        "found": [
            {
                "slug": slug,
                "title": asked[slug].title,
                "url": rooted(f"/read/{language}/questions/{slug}"),
            }
            for slug in slugs[:MOST_FOUND]
        ],
        "topics": [
            {"topic": topic, "title": texts[f"topics.{topic}"]} for topic in topics
        ],
    }


def _refusals(given: Mapping[str, Sequence[str]]) -> Iterator[Refusal]:
    """Yield why a query cannot be answered."""
    texts, most = given.get(QUERY, ()), {"most": LONGEST_QUERY}
    for name in given:
        if name not in (QUERY, LANGUAGE):
            yield Refusal("unknown", name, given[name][-1], {"options": QUERY})
    if len(texts) > 1:
        yield Refusal("repeated", QUERY, " ".join(texts), {})
    elif not any(
        character.isprintable() and not character.isspace()
        for character in "".join(texts)
    ):
        yield Refusal("nothing_asked", QUERY, "", most)
    elif len(texts[0]) > LONGEST_QUERY:
        yield Refusal("too_long", QUERY, texts[0], most, texts[0][:LONGEST_QUERY])
