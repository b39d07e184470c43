"""The search for readers without scripts: what answers a query, or an honest no."""

from __future__ import annotations

from after_overdue.catalog.questions import questions
from after_overdue.catalog.search import LONGEST_QUERY, MOST_FOUND, site_search
from after_overdue.reading.page import Page
from after_overdue.reading.question_page import question_rows

SEARCH = "search"
"""Its name among the pages of a language; only a server has it."""


def search_page(page: Page, query: str) -> str:
    """Return what a query finds, or the nearest topics; the field alone without one."""
    text = " ".join(query.split())[:LONGEST_QUERY]
    found = site_search(page.today).found(text)
    asked, said = questions(page.language), page.said("answers")
    slugs = [slug for slug in found.questions if slug in asked][:MOST_FOUND]
    return page.write(
        "search.html",
        query=text,
        found=question_rows(page, slugs),
        topics=[(topic, said[f"topics.{topic}"]) for topic in found.topics],
    )
