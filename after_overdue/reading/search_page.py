"""The search: on a server answered by it, in a folder by a script beside the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from after_overdue.cases.json_bytes import json_bytes
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.question_text import QuestionText
from after_overdue.catalog.questions import questions
from after_overdue.catalog.search import LONGEST_QUERY, MOST_FOUND, site_search
from after_overdue.catalog.search_table import search_table
from after_overdue.catalog.search_words import search_words
from after_overdue.reading.files import ASSETS, named_by_content
from after_overdue.reading.links import Links
from after_overdue.reading.page import Page
from after_overdue.reading.question_page import FOLDER, read_on
from after_overdue.reading.text import sentences

SEARCH = "search"
"""Its name among the pages of a language."""
CALL = "searchThese"
"""The function of the search's script that takes what there is to be found."""


def search_page(page: Page, query: str) -> str:
    """Return what a query finds, or the nearest topics; the field alone without one."""
    text = " ".join(query.split())[:LONGEST_QUERY]
    search = site_search(page.today)
    found = search.found(text)
    rows = [
        _row(page, read_on(page, slug), search.sentence(text, _sentences(page, slug)))
        for slug in found.questions[:MOST_FOUND]
        if slug in questions(page.language)
    ]
    topics = [_topic(page, topic) for topic in found.topics]
    return page.write("search.html", query=text, found=rows, topics=topics)


def scripted_search_page(page: Page) -> str:
    """Return the page whose script finds what the server would."""
    scripts = [page.links.beside(name, page.name) for name in search_files(page)]
    return page.write("search.html", query="", found=[], topics=[], scripts=scripts)


def search_files(page: Page) -> dict[str, bytes]:
    """Return what finds without a server, by file: the script and then its index."""
    script = (ASSETS / "search.js").read_text(encoding="utf-8")
    files = {"search.js": f"(() => {{\n{script}}})();\n"}
    files[f"search.{page.language}.js"] = _index(page.language, page.links, page.today)
    found = {name: text.encode() for name, text in files.items()}
    return {named_by_content(*each): each[1] for each in found.items()}


@lru_cache(maxsize=4)
def _index(language: str, links: Links, today: date) -> str:
    page = Page(language, SEARCH, links, today)
    said = page.said("questions")
    table = _table(today)
    topics = {each: _topic(page, each) for each in dict.fromkeys(table["topics"])}
    content = {
        **table,
        "pages": [_page(page, slug) for slug in table["slugs"]],
        "topics_named": {each: list(named) for each, named in topics.items()},
        "said": {"found": said["found"], "none": said["found_none"]},
    }
    return f"{CALL}({json_bytes(content).decode()});\n"


@lru_cache(maxsize=2)
def _table(today: date) -> Mapping[str, Any]:
    texts = [
        text
        for language in LANGUAGES
        for each in questions(language).values()
        for text in (each.title, each.short_answer, each.text)
    ]
    return search_table(site_search(today), [*texts, *search_words().every()])


def _page(page: Page, slug: str) -> dict[str, Any]:
    """Return a question as it is shown where it is found."""
    link, text = page.to(FOLDER + slug), read_on(page, slug)
    return {"title": text.title, "link": link, "sentences": _sentences(page, slug)}


def _sentences(page: Page, slug: str) -> list[str]:
    """Return every sentence of an answer, the short ones that sum it up first."""
    text = read_on(page, slug)
    return [text.short_answer, *sentences(text.text)]


def _row(page: Page, text: QuestionText, sentence: str) -> dict[str, str]:
    link = page.to(FOLDER + text.slug)
    return {"title": text.title, "short": sentence, "link": link}


def _topic(page: Page, topic: str) -> tuple[str, str]:
    """Return the name of a topic and the link to its questions."""
    return page.said("answers")[f"topics.{topic}"], page.to("", topic)
