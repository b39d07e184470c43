"""The description of the models' addresses: OpenAPI 3.1, from inputs and fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from after_overdue import __version__
from after_overdue.cases.inputs import Input
from after_overdue.cases.model import Model
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.catalog.search import LONGEST_QUERY
from after_overdue.models.registry import MODELS
from after_overdue.settings import rooted
from after_overdue.web.openapi_schemas import (
    LISTED,
    Schema,
    answer_schema,
    input_schema,
    refusal_schema,
    said,
    search_schema,
    source_schema,
)

ADDRESS = "/api/v1"
LANGUAGE, QUERY = "lang", "q"
STATUSES = {
    "304": "unchanged",
    "400": "too_many",
    "414": "too_long",
    "422": "refused",
    "429": "too_often",
    "431": "headers",
}
"""Statuses that are no answer, with their words under ``api``."""


def command(noun: str) -> str:
    """Return how an address and the command line call a model."""
    return noun.replace("_", "-")


def index() -> str:
    """Return which models can be asked, as JSON."""
    models = [
        {
            "name": command(noun),
            "address": rooted(f"{ADDRESS}/{command(noun)}"),
            "title": _each(noun, "title"),
            "description": _about(noun),
        }
        for noun in MODELS
    ]
    beside = {"search": "search", "description": "openapi.json"}
    beside = {name: rooted(f"{ADDRESS}/{path}") for name, path in beside.items()}
    return _written({"models": models, **beside})


@lru_cache(maxsize=2)
def described(today: date) -> str:
    """Return the description as it stands on a day, as JSON."""
    models = MODELS.items()
    operations = {command(noun): _operation(model, today) for noun, model in models}
    operations["search"] = _search()
    return _written(
        {
            "openapi": "3.1.0",
            "info": {
                "title": words("site", LANGUAGES[0])["name"],
                "version": __version__,
                "description": said(_each("api", "about")),
                "license": {"name": "MIT", "identifier": "MIT"},
            },
            "servers": [{"url": rooted(ADDRESS)}],
            "paths": {f"/{name}": {"get": each} for name, each in operations.items()},
            "components": {
                "schemas": {
                    "source": source_schema(),
                    "refused": refusal_schema(),
                    "search": search_schema(),
                    **{noun: answer_schema(model, today) for noun, model in models},
                }
            },
        }
    )


def _operation(model: Model, today: date) -> Schema:
    asked = [_parameter(each) for each in model.inputs_on(today).values()]
    return {
        "operationId": model.slug,
        "summary": said(_each(model.slug, "title")),
        "description": said(_about(model.slug)),
        "parameters": [*asked, _language()],
        "responses": _responses(model.slug, _each("api", "answer")),
    }


def _search() -> Schema:
    query = {
        "name": QUERY,
        "in": "query",
        "required": True,
        "description": said(_each("api", "search_query")),
        "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_QUERY},
    }
    return {
        "operationId": "search",
        "summary": said(_each("api", "search")),
        "description": said(_each("api", "search_about")),
        "parameters": [query, _language()],
        "responses": _responses("search", _each("api", "search_answer")),
    }


def _responses(name: str, texts: Mapping[str, str]) -> Schema:
    refused = {"application/json": {"schema": _ref("refused")}}
    answer = {"application/json": {"schema": _ref(name)}}
    others = {
        status: {"description": said(_each("api", word))}
        | ({} if status == "304" else {"content": refused})
        for status, word in STATUSES.items()
    }
    return {"200": {"description": said(texts), "content": answer}, **others}


def _parameter(input_: Input) -> Schema:
    parameter = input_.value.parameter
    labels = {lang: parameter.label[lang] for lang in LANGUAGES}
    if note := parameter.note:
        stop = {lang: words("refused", lang)["stop"] for lang in LANGUAGES}
        labels = {
            lang: f"{label}{stop[lang]} {note[lang]}" for lang, label in labels.items()
        }
    listed = {"style": "form", "explode": False} if input_.kind in LISTED else {}
    return {
        "name": input_.name,
        "in": "query",
        "description": said(labels),
        "schema": input_schema(input_),
        **listed,
    }


def _language() -> Schema:
    return {
        "name": LANGUAGE,
        "in": "query",
        "description": said(_each("api", "language")),
        "schema": {"enum": list(LANGUAGES), "default": LANGUAGES[0]},
    }


def _each(noun: str, word: str) -> dict[str, str]:
    return {language: words(noun, language)[word] for language in LANGUAGES}


def _about(noun: str) -> dict[str, str]:
    """Return what a model tells, and of which place."""
    place, descriptions = _each("site", "of_place"), _each(noun, "description")
    return {
        language: place[language] + descriptions[language] for language in LANGUAGES
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _written(value: Schema) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
