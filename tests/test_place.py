"""Whose rules these are, and when they were last reviewed, stands on every page."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue.cases.locale import Locale
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.catalog.questions import last_reviewed, questions
from after_overdue.models.registry import HOME, PAGE_MODELS
from after_overdue.web.pages import LEAD_HOME, NOUNS
from after_overdue.web.routes import ours

ROOT = Path(__file__).parents[1]
PLACES = {"en": "mainland china", "zh": "中国大陆"}
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
TODAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=ours))


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    return str(request.param)


def described(client: TestClient, address: str) -> str:
    found = DESCRIPTION.search(client.get(address).text)
    assert found, address
    return found[1].casefold()


@pytest.mark.parametrize("noun", [*NOUNS, ""])
def test_every_page_is_described_with_its_place(client, noun, language) -> None:
    address = "" if noun in LEAD_HOME else noun
    assert PLACES[language] in described(client, f"/{address}?lang={language}")


@pytest.mark.parametrize("address", ["questions?q=what-it-costs", "claims?claim=S1"])
def test_a_question_and_a_claim_are_described_with_their_place(
    client, address, language
) -> None:
    message = described(client, f"/{address}&lang={language}")
    assert message.startswith(PLACES[language])


@pytest.mark.parametrize("name", ["", "glossary", "questions/what-it-costs"])
def test_a_reading_page_is_described_with_its_place(client, name, language) -> None:
    assert PLACES[language] in described(client, f"/read/{language}/{name}")


@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_an_embed_names_its_place_above_and_at_its_foot(client, noun, language) -> None:
    text = client.get(f"/embed/{noun}?lang={language}").text
    assert PLACES[language] in described(client, f"/embed/{noun}?lang={language}")
    assert PLACES[language] in text.partition("<footer>")[2].casefold()


def test_the_description_of_the_json_names_the_place(client) -> None:
    found = json.loads(client.get("/api/v1/openapi.json").text)
    abouts = [found["info"]["description"]]
    abouts += [
        each["get"]["description"]
        for name, each in found["paths"].items()
        if name != "/search"
    ]
    assert all(
        place in about.casefold() for about in abouts for place in PLACES.values()
    )


def test_the_first_sentences_of_readme_and_home_name_the_place(language) -> None:
    readme = (ROOT / "README.md").read_text("utf-8").split("\n\n")[1]
    assert "mainland china" in " ".join(readme.split()).casefold()
    assert PLACES[language] in words(HOME, language)["lead"].casefold()


def test_the_foot_tells_the_day_of_the_rules_and_of_their_last_review(language) -> None:
    locale = Locale(language)
    reviewed = max(each.reviewed for each in questions(language).values())
    assert last_reviewed(language) == reviewed
    label = locale.label(TODAY)
    assert locale.day(TODAY) in label
    assert locale.day(reviewed) in label
    assert PLACES[language] in label.casefold()
