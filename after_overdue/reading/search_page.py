"""The search: on a server answered by it, in a folder by a script beside the page."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import product
from typing import Any

from after_overdue.cases.json_bytes import json_bytes
from after_overdue.catalog.question_text import QuestionText
from after_overdue.catalog.questions import questions
from after_overdue.catalog.search import (
    LONGEST_QUERY,
    MOST_FOUND,
    MOST_TOPICS,
    site_search,
)
from after_overdue.catalog.search_lexicon import FOREMOST, SOUNDED, Lexicon
from after_overdue.catalog.search_sound import sounds as sounds_of
from after_overdue.catalog.search_text import is_han, normal, runs
from after_overdue.catalog.search_words import search_words
from after_overdue.reading.files import ASSETS, alone, named_by_content
from after_overdue.reading.links import Links
from after_overdue.reading.page import Page
from after_overdue.reading.question_page import FOLDER, read_on
from after_overdue.reading.text import sentences

SEARCH = "search"
"""Its name among the pages of a language."""
LIBRARY, LICENCE = "minisearch-7.2.0.min.js", "minisearch-LICENSE.txt"
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
    """Return the page whose script finds without a server."""
    scripts = [page.links.beside(name, page.name) for name in search_files(page)]
    return page.write("search.html", query="", found=[], topics=[], scripts=scripts)


def search_files(page: Page) -> dict[str, bytes]:
    """Return what finds without a server, by file: the script and then its index."""
    script, library, licence = (
        (ASSETS / name).read_text(encoding="utf-8")
        for name in ("search.js", LIBRARY, LICENCE)
    )
    files = {
        "search.library.js": f"/*\n{licence}*/\n{library}",
        "search.js": alone(script),
        f"search.{page.language}.js": _index(page.language, page.links, page.today),
    }
    found = {name: text.encode() for name, text in files.items()}
    return {named_by_content(*each): each[1] for each in found.items()}


@lru_cache(maxsize=4)
def _index(language: str, links: Links, today: date) -> str:
    page = Page(language, SEARCH, links, today)
    said, search = page.said("questions"), site_search(today)
    content = {
        "documents": [_document(page, slug) for slug in search.topics],
        "words": _words(search.lexicon),
        "foremost": {f"#{each}": FOREMOST for each in search_words().foremost},
        "topics": {each: _topic(page, each) for each in search.topics.values()},
        "most": {"found": MOST_FOUND, "topics": MOST_TOPICS},
        "said": {"found": said["found"], "none": said["found_none"]},
    }
    return f"{CALL}({json_bytes(content).decode()});\n"


def _words(lexicon: Lexicon) -> dict[str, list[str]]:
    """Return what each known word means, in pinyin too; a filler means nothing."""
    words = search_words()
    filler = (each for each in words.filler.every() if normal(each) in lexicon.filler)
    means = {each: frozenset[str]() for each in filler} | dict(words.meanings())
    for name in filter(is_han, [*means]):
        for sounds in product(*map(sounds_of, name)) if len(name) in SOUNDED else ():
            means.setdefault("".join(sounds), means[name])
    return {"".join(runs(name)): sorted(meant) for name, meant in means.items()}


def _document(page: Page, slug: str) -> dict[str, Any]:
    """Return a question as it is found and shown, with every way of asking it."""
    text, search = read_on(page, slug), site_search(page.today)
    asked = search.asked_as
    return {
        "slug": slug,
        "title": text.title,
        "short": text.short_answer,
        "text": sentences(text.text),
        "topic": search.topics[slug],
        "link": page.to(FOLDER + slug),
        "asked": [*asked.documents[slug], *asked.in_pinyin.get(slug, ())],
    }


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
