"""The search over HTTP: what answers, the honest no, and what is refused."""

import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from after_overdue.catalog.interface import words
from after_overdue.catalog.questions import questions
from after_overdue.catalog.search import LONGEST_QUERY, MOST_FOUND, MOST_TOPICS
from after_overdue.web.openapi import described

AT = "/api/v1/search"


def refused(client, **asked: object) -> list[dict[str, str]]:
    found = client.get(AT, params=asked)
    assert found.status_code == 422
    assert found.headers["cache-control"] == "no-store"
    return found.json()["refused"]


@pytest.mark.parametrize(
    ("language", "query"), [("en", "default interest"), ("zh", "罚息"), ("zh", "faxi")]
)
def test_a_query_is_answered_with_questions_best_first(client, language, query) -> None:
    found = client.get(AT, params={"q": query, "lang": language}).json()
    first = found["found"][0]
    assert first == {
        "slug": "what-it-costs",
        "title": questions(language)["what-it-costs"].title,
        "url": f"/read/{language}/questions/what-it-costs",
    }
    assert client.get(first["url"]).status_code == 200
    assert len(found["found"]) <= MOST_FOUND


@pytest.mark.parametrize("language", ["en", "zh"])
def test_without_an_answer_nothing_is_found_and_three_topics_are_near(client, language):
    found = client.get(AT, params={"q": "xylophone", "lang": language}).json()
    assert found["found"] == []
    assert len(found["topics"]) == MOST_TOPICS
    texts = words("answers", language)
    for each in found["topics"]:
        assert each["title"] == texts[f"topics.{each['topic']}"]


def test_the_language_is_english_where_none_is_given(client) -> None:
    asked = client.get(AT, params={"q": "罚息"}).json()
    assert asked == client.get(AT, params={"q": "罚息", "lang": "en"}).json()


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({}, "q is empty; give what you want to know, in up to 100 characters."),
        (
            {"q": " "},
            "q is empty; give what you want to know, in up to 100 characters.",
        ),
        ({"q": "\x00\u200b"}, "q is empty; give what you want to know, in up to 100"),
        ({"q": "", "lang": "zh"}, "q是空的；请写出想知道的事，不超过100个字符。"),
        ({"q": "逾" * 101}, "longer than 100 characters."),
        (
            {"q": "a", "lang": "fr"},
            "lang is “fr”, which is unknown; allowed is en, zh.",
        ),
        (
            {"q": "a", "colour": "red"},
            "colour (“red”) is not a setting here; it has q.",
        ),
        ({"q": ["a", "b"]}, "q is given more than once, as a b; give it once."),
    ],
)
def test_what_cannot_be_searched_for_is_refused_in_a_sentence(client, asked, sentence):
    (said,) = refused(client, **asked)
    assert sentence in said["sentence"]


def test_the_longest_query_is_answered(client) -> None:
    assert client.get(AT, params={"q": "逾" * LONGEST_QUERY}).status_code == 200


def test_an_answer_keeps_to_the_description(client) -> None:
    described_at = json.loads(described(date(2026, 11, 25)))
    shape = {**described_at, "$ref": "#/components/schemas/search"}
    for query in ("late fee", "xylophone"):
        found = client.get(AT, params={"q": query}).json()
        Draft202012Validator(shape).validate(found)
    (asked,) = (
        each
        for each in described_at["paths"]["/search"]["get"]["parameters"]
        if each["name"] == "q"
    )
    assert asked["required"]
    assert asked["schema"]["maxLength"] == LONGEST_QUERY


def test_the_search_has_the_manners_of_the_models(client, monkeypatch) -> None:
    found = client.get(
        AT, params={"q": "罚息"}, headers={"origin": "https://a.example"}
    )
    assert found.headers["access-control-allow-origin"] == "*"
    assert found.headers["cache-control"].startswith("public, max-age=")
    tag = {"if-none-match": found.headers["etag"]}
    assert client.get(AT, params={"q": "罚息"}, headers=tag).status_code == 304
    assert client.post(AT).status_code == 405
    monkeypatch.setenv("LIMIT_JSON", "1 per minute")
    answered = [client.get(AT, params={"q": "a"}).status_code for _ in range(2)]
    assert answered[-1] == 429


def test_the_index_names_the_search(client) -> None:
    assert client.get("/api/v1/").json()["search"] == AT
