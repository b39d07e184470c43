"""The search without a server: what its page and its index hold."""

import html
import json
import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from after_overdue.catalog.questions import questions
from after_overdue.catalog.search import MOST_FOUND
from after_overdue.clock import TODAY as DAY
from after_overdue.reading.links import Links
from after_overdue.reading.page import Page
from after_overdue.reading.search_page import (
    CALL,
    SEARCH,
    scripted_search_page,
    search_files,
    search_page,
)

ROOT = Path(__file__).parents[2]
APP = str(ROOT / "after_overdue/ui/main.py")
TODAY = date(2026, 11, 25)
TYPED = {
    "被催收怎么办": "what-collectors-may-not-do",
    "征信": "free-reports",
    "beicuishou": "what-collectors-may-not-do",
    "罚席怎么算": "what-it-costs",
    "minimum payment": "minimum-payment",
    "lawsuit": "being-sued",
    "credit buraeu": "reported-when",
    "I do not want to live any more because of debt": "when-it-is-too-much",
    "xylophone": None,
}
"""What a reader types, and the page that comes first; none where the guide has none."""


def page_in(language: str, *, is_folder: bool = True) -> Page:
    return Page(language, SEARCH, Links(is_folder=is_folder), TODAY)


def index_of(language: str) -> dict:
    text = list(search_files(page_in(language)).values())[-1].decode()
    return json.loads(text.removeprefix(f"{CALL}(").rstrip(";\n)"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_server_shows_the_sentence_that_holds_what_was_asked(language) -> None:
    for query, slug in TYPED.items():
        read = html.unescape(search_page(page_in(language, is_folder=False), query))
        rows = re.findall(r'questions/([\w-]+)">[^<]*</a><p>([^<]*)</p>', read)
        assert [each for each, _ in rows[:1]] == ([slug] if slug else [])
        documents = {each["slug"]: each for each in index_of(language)["documents"]}
        for found, sentence in rows:
            told = documents[found]
            assert sentence in {told["short"], *told["text"]}


@pytest.mark.parametrize(
    ("language", "query"),
    [("zh", "被催收怎么办"), ("en", "minimum payment"), ("en", "lawsuit")],
)
def test_a_word_finds_the_same_page_first_in_the_app(
    language, query, monkeypatch
) -> None:
    monkeypatch.setenv(DAY, TODAY.isoformat())
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update({"lang": language, "find": query})
    app.switch_page(str(ROOT / "pages/answers/questions.py")).run()
    asked = [each.proto.query_string for each in app.get("page_link")]
    found = [found[1] for each in asked if (found := re.search(r"q=([\w-]+)", each))]
    assert found[0] == TYPED[query]


def test_a_folder_says_where_it_leads_and_without_scripts_too() -> None:
    text = scripted_search_page(page_in("zh"))
    assert 'action="search.html"' in text
    assert len(re.findall(r'<script defer src="\.\./assets/search\.', text)) == 3
    assert "<noscript><p>" in text
    index = index_of("zh")
    found = {each["slug"]: each for each in index["documents"]}
    assert found["being-sued"]["link"] == "questions/being-sued.html"
    assert found["being-sued"]["title"] == questions("zh")["being-sued"].title
    assert index["topics"]["courts"][1] == "index.html#courts"
    assert len(found) == len(questions("zh")) > MOST_FOUND


def test_the_library_says_under_which_licence_it_comes() -> None:
    library = next(iter(search_files(page_in("en")).values())).decode()
    assert library.startswith("/*\nCopyright")
    assert "Permission is hereby granted" in library.partition("*/")[0]
