"""The site of reading pages: whole, linked, told to search engines, light."""

import json
import re
from dataclasses import dataclass, field, replace
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

import brotli
import pytest

from after_overdue.cases.moves import drawn_moves
from after_overdue.catalog.claims import claims
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.glossary import glossary
from after_overdue.catalog.questions import questions
from after_overdue.catalog.sources import sources
from after_overdue.reading.app_manifest import MANIFEST, app_files
from after_overdue.reading.data import FILES as DATA_FILES
from after_overdue.reading.figures import CALL
from after_overdue.reading.files import files
from after_overdue.reading.links import DATA, Links, file_of
from after_overdue.reading.question_page import still_figure
from after_overdue.reading.search_page import SEARCH
from after_overdue.reading.site import (
    figure_script,
    has_figure,
    html_of,
    missing_page,
    page_names,
    page_of,
)

TODAY = date(2026, 11, 25)
ADDRESS = "https://guide.example"
LINKS = Links(ADDRESS)
NAMES = page_names()
QUESTIONS = [name for name in NAMES if has_figure(name)]
MOST_BYTES = 100_000
LONGEST_DESCRIPTION = 320
LONG_ENOUGH = 20


@dataclass
class Read(HTMLParser):
    """A page as a program reads it."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    title: str = ""
    inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, {name: attributes or "" for name, attributes in attrs}))
        self.inside = tag

    def handle_data(self, data) -> None:
        if self.inside == "title" and not self.title:
            self.title = data
        if self.inside not in ("script", "style"):
            self.words.append(data)

    def all(self, tag: str, **expected: str) -> list[dict[str, str]]:
        return [
            attributes
            for each, attributes in self.tags
            if each == tag
            and all(attributes.get(key) == value for key, value in expected.items())
        ]

    def meta(self, name: str) -> str:
        kind = "property" if ":" in name else "name"
        (found,) = self.all("meta", **{kind: name})
        return found["content"]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def read(text: str) -> Read:
    parser = Read()
    parser.feed(text)
    return parser


def written(name: str, links: Links = LINKS) -> str:
    return html_of(page_of(name, links, TODAY))


@pytest.fixture(scope="module")
def every_page() -> dict[str, Read]:
    return {name: read(written(name)) for name in NAMES}


@pytest.mark.parametrize("slug", questions("en"))
def test_an_answer_stands_on_its_page_whole(slug) -> None:
    for language in ("en", "zh"):
        question = questions(language)[slug]
        name = f"{language}/questions/{slug}"
        text, page = written(name), read(written(name))
        assert page.all("h1")
        assert "{" not in question.title and question.title in page.text
        for claim in question.claims:
            assert f"[^{claim}]" not in text
        marks = {each["href"] for each in page.all("a", **{"class": "note"})}
        ids = {
            f"#{attributes['id']}" for _, attributes in page.tags if "id" in attributes
        }
        assert marks
        assert marks <= ids


def test_every_claim_term_and_source_has_its_place() -> None:
    for language in ("en", "zh"):
        for about, value in (
            ("claims", claims()),
            ("glossary", glossary()),
            ("sources", sources()),
        ):
            page = read(written(f"{language}/{about}"))
            ids = {
                attributes["id"] for _, attributes in page.tags if "id" in attributes
            }
            assert set(value) <= ids


def test_no_id_stands_twice_on_a_page(every_page) -> None:
    for name, page in every_page.items():
        ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
        assert len(ids) == len(set(ids)), name


@pytest.mark.parametrize("is_folder", [False, True], ids=["server", "folder"])
def test_every_link_inside_leads_to_a_page_and_a_place_on_it(is_folder) -> None:
    links = Links(ADDRESS, is_folder)
    base = "file:///site/" if is_folder else f"{ADDRESS}/read/"
    pages = {
        base + (file_of(name) if is_folder else name): read(written(name, links))
        for name in NAMES
    }
    search = f"{{language}}/{SEARCH}{'.html' if is_folder else ''}"
    known = {*pages, *(base + name for name in files())}
    known |= {base + search.format(language=each) for each in LANGUAGES}
    known |= {f"{base}{each}/explore/index.html" for each in LANGUAGES}
    known |= {base + name for name in app_files()}
    known |= {f"{base}{each}/{MANIFEST}" for each in LANGUAGES}
    known |= {base + f"{name}.figure.js" for name in QUESTIONS}
    known |= {base + DATA + name for name in DATA_FILES}
    places = {
        at: {attributes["id"] for _, attributes in page.tags if "id" in attributes}
        for at, page in pages.items()
    }
    for at, page in pages.items():
        expected = [
            attributes["href"] for attributes in page.all("a") + page.all("link")
        ]
        expected += [
            attributes["src"]
            for attributes in page.all("script")
            if "src" in attributes
        ]
        expected += [attributes["src"] for attributes in page.all("live-figure")]
        for target, anchor in (urldefrag(urljoin(at, each)) for each in expected):
            if target.startswith(base):
                assert target in known, (at, target)
                assert not anchor or anchor in places[target], (at, target, anchor)


def test_nothing_is_loaded_from_elsewhere(every_page) -> None:
    for page in every_page.values():
        loaded = [each["href"] for each in page.all("link", rel="stylesheet")]
        loaded += [each["src"] for each in page.all("script") if "src" in each]
        loaded += [each["src"] for each in page.all("img")]
        assert all(each.startswith("/read/") for each in loaded)


def test_every_page_tells_search_engines_what_it_is(every_page) -> None:
    titles = [page.title for page in every_page.values()]
    assert len(titles) == len(set(titles))
    for name, page in every_page.items():
        language, about = name.split("/", 1)
        assert page.all("html")[0]["lang"].startswith(language)
        assert LONG_ENOUGH <= len(page.meta("description")) <= LONGEST_DESCRIPTION
        assert page.title.startswith(f"{page.meta('og:title')} · ")
        assert page.meta("og:url") == f"{ADDRESS}/read/{name}"
        (canonical,) = page.all("link", rel="canonical")
        assert canonical["href"] == f"{ADDRESS}/read/{name}"
        alternates = {
            each["hreflang"]: each["href"]
            for each in page.all("link", rel="alternate")
            if "hreflang" in each
        }
        assert alternates == {
            "en": f"{ADDRESS}/read/en/{about}",
            "zh": f"{ADDRESS}/read/zh/{about}",
            "x-default": f"{ADDRESS}/read/en/{about}",
        }


def test_a_shared_question_shows_its_figure_at_its_settings() -> None:
    image = read(written("zh/questions/what-it-costs")).meta("og:image")
    assert image.startswith(f"{ADDRESS}/charts/penalty_interest.png?lang=zh&")
    assert "days=30" in image


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_answer_without_a_figure_draws_none_and_is_shared_with_another(
    language,
) -> None:
    name = f"{language}/questions/will-i-go-to-jail"
    page = read(written(name))
    assert questions(language)["will-i-go-to-jail"].figure is None
    assert page.all("section", **{"class": "figure"}) == []
    assert page.meta("og:image").startswith(f"{ADDRESS}/charts/score_recovery.png?")
    with pytest.raises(LookupError, match="has no figure"):
        figure_script(page_of(name, LINKS, TODAY))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_law_leads_to_the_official_text_first_and_to_the_copy_second(
    language,
) -> None:
    page = read(written(f"{language}/questions/will-i-go-to-jail"))
    ways = [attributes["href"] for attributes in page.all("a") if "href" in attributes]
    official = ways.index("https://flk.npc.gov.cn")
    assert ways[official + 1] == "https://github.com/LawRefBook/Laws"


@pytest.mark.parametrize("about", ["", "claims", "glossary", "sources"])
def test_a_shared_list_shows_the_figure_of_an_answer(about) -> None:
    page = read(written(f"zh/{about}"))
    assert page.meta("og:image").startswith(f"{ADDRESS}/charts/score_recovery.png?")
    assert "lang=zh" in page.meta("og:image")
    assert page.meta("og:image:alt")


def structured(name: str) -> dict:
    (data,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', written(name)
    )
    return json.loads(data)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_question_is_told_with_its_one_answer_and_its_sources(language) -> None:
    data = structured(f"{language}/questions/five-years-from-when")
    (question,) = data["mainEntity"]
    asked = questions(language)["five-years-from-when"]
    assert data["@type"] == "FAQPage"
    assert data["dateModified"] == asked.reviewed.isoformat()
    assert question["name"] == asked.title
    assert question["acceptedAnswer"]["citation"]
    assert "<" not in question["acceptedAnswer"]["text"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_answer_that_machines_quote_holds_no_number_of_a_footnote(language) -> None:
    name, marks = f"{language}/questions/five-years-from-when", 'class="note"'
    assert marks in written(name)
    message = structured(name)["mainEntity"][0]["acceptedAnswer"]["text"]
    assert not re.search(r"[.。,，;；:：][0-9]+(\D|$)", message)


def test_the_glossary_is_told_as_a_set_of_terms() -> None:
    data = structured("zh/glossary")
    assert data["@type"] == "DefinedTermSet"
    assert len(data["hasDefinedTerm"]) == len(glossary())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_claim_is_told_as_reviewed_and_of_whom(language) -> None:
    reviews = structured(f"{language}/claims")["hasPart"]
    assert [each["@type"] for each in reviews] == ["ClaimReview"] * len(claims())
    for review, claim in zip(reviews, claims().values(), strict=True):
        assert review["claimReviewed"] == claim.text[language]
        assert review["itemReviewed"]["author"]["name"]
        assert review["reviewRating"]["alternateName"]
        assert review["url"].startswith(f"{ADDRESS}/read/{language}/claims")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_tables_are_told_as_a_data_set_to_download(language) -> None:
    data = structured(f"{language}/data")
    assert data["@type"] == "Dataset"
    assert 50 <= len(data["description"].encode()) <= 5000  # what search engines take
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    found = {each["name"]: each["contentUrl"] for each in data["distribution"]}
    assert found["claims.csv"] == f"{ADDRESS}/data/claims.csv"
    assert "datapackage.json" in found


@pytest.mark.parametrize("name", NAMES)
def test_a_page_with_all_it_loads_is_light(name) -> None:
    loaded = b"".join(brotli.compress(each) for each in files().values())
    page = brotli.compress(written(name).encode())
    assert len(loaded) + len(page) < MOST_BYTES


@pytest.mark.parametrize("name", QUESTIONS[::5])
def test_what_moves_the_figure_is_what_python_computes(name) -> None:
    page = page_of(name, LINKS, TODAY)
    slug = page.about.rpartition("/")[2]
    drawn = still_figure(page, questions(page.language)[slug]).picture
    script = figure_script(page)
    found = json.loads(script.removeprefix(f"{CALL}(").rstrip(";\n)"))
    assert found["paths"] == json.loads(json.dumps(drawn_moves(drawn)))
    assert found["sent"]["figure"] == json.loads(json.dumps(drawn.figure))


def test_a_folder_sends_no_figure_to_a_library_that_it_does_not_have() -> None:
    page = page_of("en/questions/what-it-costs", Links(ADDRESS, True), TODAY)
    assert '"figure":null' in figure_script(page)
    tools = read(html_of(page)).all("button", type="button")
    hidden = {each["data-part"] for each in tools if "hidden" in each}
    assert hidden == {"png", "svg"}


def test_a_place_that_moves_the_numbers_is_not_chosen_without_python() -> None:
    page = page_of("en/questions/five-years-from-when", LINKS, TODAY)
    still = still_figure(page, questions("en")["five-years-from-when"])
    assert '"chosen":{' in still.script
    still.__dict__["picture"] = replace(still.picture, follows_chosen=True)
    assert '"chosen":null' in still.script


def test_a_folder_without_a_server_links_to_no_server() -> None:
    text = written("en/questions/what-it-costs", Links(is_folder=True))
    page = read(text)
    assert page.all("link", rel="canonical") == []
    assert page.all("a", **{"class": "way"}) == []
    assert not re.search(r'(?:href|src)="/', text)


def test_the_files_are_named_by_what_is_in_them() -> None:
    assert {name.partition(".")[2].rpartition(".")[2] for name in files()} == {
        "css",
        "js",
    }
    for name in files():
        assert re.fullmatch(r"assets/reading\.[0-9a-f]{12}\.(css|js)", name)


def test_the_script_is_no_module_so_that_a_disk_can_serve_it() -> None:
    (script,) = (
        value.decode() for name, value in files().items() if name.endswith("js")
    )
    assert not re.search(r"^\s*(import|export) ", script, re.MULTILINE)


def test_a_missing_page_says_so_and_shows_the_way() -> None:
    page = read(missing_page("zh", "/read/zh/<b>", LINKS, TODAY))
    assert page.meta("robots") == "noindex"
    assert "/read/zh/<b>" in page.text
    assert "/read/zh/" in [each["href"] for each in page.all("a")]
