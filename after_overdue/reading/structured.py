"""Structured data: what a page tells search engines about itself, by schema.org."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from after_overdue import __version__
from after_overdue.catalog.claims import claims
from after_overdue.catalog.glossary import glossary
from after_overdue.catalog.question_text import QuestionText
from after_overdue.catalog.questions import Question
from after_overdue.catalog.sources import sources
from after_overdue.reading.page import LICENCE, Page
from after_overdue.reading.text import inline, plain

Data = dict[str, Any]
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}


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


def claims_data(page: Page) -> Data:
    """Return the claims of the article, each reviewed, as fact checkers tell them."""
    site, said = page.said("site")["name"], page.said("claims")
    author = sources()["article"].publisher[page.language]
    reviews = [
        {
            "@type": "ClaimReview",
            "url": f"{page.canonical or ''}#{name}",
            "claimReviewed": claim.text[page.language],
            "reviewBody": inline(claim.verdict[page.language]).striptags(),
            "author": {"@type": "Organization", "name": site},
            "itemReviewed": {
                "@type": "Claim",
                "name": claim.text[page.language],
                "author": {"@type": "Organization", "name": author},
            },
            "reviewRating": {
                "@type": "Rating",
                "alternateName": page.locale.backed(claim.status),
            },
        }
        for name, claim in claims().items()
    ]
    return _page(page, "CollectionPage", said["title"], hasPart=reviews)


def data_data(page: Page, files: Mapping[str, str]) -> Data:
    """Return the tables as a data set.

    Parameters
    ----------
    files : address of each file by its name
    """
    said = page.said("data")
    downloads = [
        {"@type": "DataDownload", "name": name, "contentUrl": address}
        | {"encodingFormat": MEDIA_TYPES[name.rpartition(".")[2]]}
        for name, address in files.items()
    ]
    site = page.said("site")
    more = {
        "description": said["description"],
        "version": __version__,
        "isAccessibleForFree": True,
        "spatialCoverage": {"@type": "Place", "name": site["place"]},
    }
    creator = {"@type": "Organization", "name": site["name"]}
    return _page(
        page, "Dataset", said["title"], creator=creator, distribution=downloads, **more
    )


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
