"""The search without a server: what it finds, held against the server's, in Node."""

import csv
import html
import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from after_overdue.catalog.questions import questions
from after_overdue.catalog.search import MOST_FOUND, site_search
from after_overdue.clock import TODAY as DAY
from after_overdue.reading.files import ASSETS
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
MOST_APART = 0.005
"""Share of queries with another best page: a word mistyped in its ending, which the
table has no stem of."""
SECONDS = 120
ASK = """
const [table, queries] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const search = new Search(table);
const asked = queries.map((query) => {
  const found = search.found(query);
  const sentence = (at) => search.sentence(found, table.pages[at].sentences);
  return [found.pages.map((at) => [search.slugs[at], sentence(at)]), found.topics];
});
console.log(JSON.stringify(asked));
"""


def page_in(language: str, *, is_folder: bool = True) -> Page:
    return Page(language, SEARCH, Links(is_folder=is_folder), TODAY)


def index_of(language: str) -> dict:
    text = list(search_files(page_in(language)).values())[-1].decode()
    return json.loads(text.removeprefix(f"{CALL}(").rstrip(";\n)"))


def asked_in_node(language: str, queries: list[str]) -> list:
    script = (ASSETS / "search.js").read_text("utf-8") + ASK
    done = subprocess.run(
        [str(shutil.which("node")), "-e", script],
        input=json.dumps([index_of(language), queries]),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.stderr == ""
    return json.loads(done.stdout)


def every_query() -> list[str]:
    tables = sorted((ROOT / "tests/catalog").glob("queries*.csv"))
    return [
        row["query"]
        for table in tables
        for row in csv.DictReader(table.read_text("utf-8").splitlines())
    ]


def test_a_folder_finds_what_the_server_finds() -> None:
    queries, search = [*every_query(), *TYPED], site_search(TODAY)
    found = asked_in_node("zh", queries)
    apart = {
        query: [slug for slug, _ in told]
        for query, (told, topics) in zip(queries, found, strict=True)
        for server in (search.found(query),)
        if [slug for slug, _ in told[:1]] != list(server.questions[:1])
        or topics != list(server.topics)
    }
    assert len(apart) <= MOST_APART * len(queries), apart
    assert apart.keys().isdisjoint(TYPED)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_word_finds_the_same_pages_and_sentences_as_on_a_server(language) -> None:
    folder = asked_in_node(language, list(TYPED))
    for (query, slug), (told, _) in zip(TYPED.items(), folder, strict=True):
        read = html.unescape(search_page(page_in(language, is_folder=False), query))
        rows = re.findall(r'questions/([\w-]+)">[^<]*</a><p>([^<]*)</p>', read)
        assert [list(row) for row in rows] == told
        assert [each for each, _ in told[:1]] == ([slug] if slug else [])


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
    assert len(re.findall(r'<script defer src="\.\./assets/search\.', text)) == 2
    assert "<noscript><p>" in text
    index = index_of("zh")
    slug = index["slugs"].index("being-sued")
    assert index["pages"][slug]["link"] == "questions/being-sued.html"
    assert index["pages"][slug]["title"] == questions("zh")["being-sued"].title
    assert index["topics_named"]["courts"][1] == "index.html#courts"
    assert len(index["slugs"]) == len(questions("zh")) > MOST_FOUND
