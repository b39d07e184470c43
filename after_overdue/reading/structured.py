"""Structured data: what a page tells search engines about itself, by schema.org."""

from __future__ import annotations

from typing import Any

from after_overdue.catalog.glossary import glossary
from after_overdue.catalog.question_text import QuestionText
from after_overdue.catalog.questions import Question
from after_overdue.reading.page import Page
from after_overdue.reading.text import inline, plain

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
Data = dict[str, Any]


def question_data(page: Page, question: Question, text: QuestionText) -> Data:
    """Return a question with the one answer that this guide gives it."""
    cited = {
        each.citation.partition("#")[0]: each
        for note in text.notes
        for each in note.citations
    }
    answer = {
        "@type": "Answer",
        "text": text.short_answer + " " + plain(text.text),
        "citation": [
            _without_nothing(
                {
                    "@type": "CreativeWork",
                    "name": each.title,
                    "url": each.url,
                    "publisher": {"@type": "Organization", "name": each.publisher},
                }
            )
            for each in cited.values()
        ],
    }
    main = {"@type": "Question", "name": text.title, "acceptedAnswer": answer}
    return _page(
        page,
        "FAQPage",
        text.title,
        mainEntity=[main],
        dateModified=question.reviewed.isoformat(),
    )


def glossary_data(page: Page) -> Data:
    """Return the words of the trade as a set of defined terms."""
    language = page.language
    terms = [
        {
            "@type": "DefinedTerm",
            "name": each.term[language],
            "description": inline(each.means[language]).striptags(),
            "termCode": slug,
        }
        for slug, each in glossary().items()
    ]
    name = page.said("glossary")["title"]
    return _page(page, "DefinedTermSet", name, hasDefinedTerm=terms)


def list_data(page: Page, name: str) -> Data:
    """Return a page that lists what the guide has."""
    return _page(page, "CollectionPage", name)


def _page(page: Page, kind: str, name: str, **more: Any) -> Data:  # noqa: ANN401
    site = page.said("site")["name"]
    return _without_nothing(
        {
            "@context": "https://schema.org",
            "@type": kind,
            "name": name,
            "url": page.canonical,
            "inLanguage": page.locale_code.replace("_", "-"),
            "license": LICENCE,
            "isPartOf": {"@type": "WebSite", "name": site},
            **more,
        }
    )


def _without_nothing(data: Data) -> Data:
    return {name: value for name, value in data.items() if value is not None}
