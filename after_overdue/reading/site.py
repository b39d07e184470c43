"""The site of reading pages: which pages there are, and each of them as HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.questions import questions
from after_overdue.reading.data_page import data_page
from after_overdue.reading.links import Links
from after_overdue.reading.list_pages import (
    claims_page,
    glossary_page,
    index_page,
    sources_page,
)
from after_overdue.reading.page import Page
from after_overdue.reading.privacy_page import privacy_page
from after_overdue.reading.question_page import FOLDER, question_page, still_figure

LISTS: Mapping[str, Callable[[Page], str]] = MappingProxyType(
    {
        "": index_page,
        "claims": claims_page,
        "glossary": glossary_page,
        "sources": sources_page,
        "data": data_page,
        "privacy": privacy_page,
    }
)
"""The pages that list, by name; the one without a name is the index."""


def page_names() -> list[str]:
    """Return the name of every page, in every language."""
    return [
        f"{language}/{about}"
        for language in LANGUAGES
        for about in (*LISTS, *(FOLDER + slug for slug in questions(language)))
    ]


def has_figure(name: str) -> bool:
    """Return whether the page called `name` is that of a question with a figure."""
    language, _, about = name.partition("/")
    if name not in page_names() or about in LISTS:
        return False
    return questions(language)[about.removeprefix(FOLDER)].figure is not None


def page_of(name: str, links: Links, today: date) -> Page | None:
    """Return the page called `name`; None where there is none."""
    if name not in page_names():
        return None
    language, _, about = name.partition("/")
    return Page(language, about, links, today)


def html_of(page: Page) -> str:
    """Return a page as HTML."""
    if page.about in LISTS:
        return LISTS[page.about](page)
    return question_page(page, page.about.removeprefix(FOLDER))


def figure_script(page: Page) -> str:
    """Return what makes the figure of a question's page move."""
    slug = page.about.removeprefix(FOLDER)
    figure = still_figure(page, questions(page.language)[slug])
    if figure is None:
        raise LookupError(f"'{page.name}' has no figure.")
    return figure.script


def missing_page(language: str, path: str, links: Links, today: date) -> str:
    """Return the page that says that there is none at `path`."""
    return Page(language, "", links, today).write("missing.html", path=path)
