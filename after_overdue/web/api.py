"""The models and the search over HTTP, as JSON.

A model answers what the command line prints with ``--format json``.
"""

from __future__ import annotations

import logging
from dataclasses import asdict
from datetime import date
from functools import lru_cache

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from after_overdue import clock
from after_overdue.catalog.files import LANGUAGES
from after_overdue.errors import ModelError
from after_overdue.models.registry import MODELS
from after_overdue.sharing.reply import reply
from after_overdue.web.api_response import (
    ANSWERED,
    SINCE,
    ApiResponse,
    refused,
    sent,
    unknown_language,
)
from after_overdue.web.limits import limited
from after_overdue.web.notice import notice
from after_overdue.web.openapi import LANGUAGE, command, described, index
from after_overdue.web.search_api import searched
from after_overdue.web.work import in_thread

LOG = logging.getLogger(__name__)
NOT_ALLOWED = 405
Given = tuple[tuple[str, tuple[str, ...]], ...]


@limited("json")
async def ask(request: Request) -> Response:
    """Answer with a model's JSON, or with why the values given cannot be used."""
    noun = request.path_params["model"].replace("-", "_")
    if noun not in MODELS:
        raise HTTPException(404)
    asked = request.query_params
    given = tuple(sorted((name, tuple(asked.getlist(name))) for name in asked))
    response = await in_thread(answer, noun, given, clock.today())
    return sent(request, response)


@lru_cache(maxsize=256)
def answer(noun: str, given: Given, today: date) -> ApiResponse:
    """Return what one question is told on one day."""
    values = dict(given)
    language = values.pop(LANGUAGE, LANGUAGES[:1])[-1]
    if language not in LANGUAGES:
        return refused(unknown_language(language))
    try:
        said = reply(MODELS[noun], values, today, language=language)
    except ModelError as error:
        LOG.error("%s did not take what its case let pass: %s", noun, error)
        return refused({"kind": "model", "sentence": str(error)})
    if said.answer is None:
        return refused(*map(asdict, said.refused), since=said.since)
    return ApiResponse(ANSWERED, said.answer.printed("json"), said.since)


@limited("json")
async def description(request: Request) -> Response:
    """Answer with the OpenAPI description of these addresses."""
    text = await in_thread(described, clock.today())
    return sent(request, ApiResponse(ANSWERED, text))


@limited("json")
async def search(request: Request) -> Response:
    """Answer with the questions that a query finds, and the nearest topics."""
    asked = request.query_params
    given = {name: asked.getlist(name) for name in asked}
    return sent(request, await in_thread(searched, given, clock.today()))


@limited("json")
async def models(request: Request) -> Response:
    """Answer with the models that can be asked."""
    return sent(request, ApiResponse(ANSWERED, index()))


async def _refused(request: Request, error: Exception) -> Response:
    """Say in a sentence that there is no such address, or no such method."""
    if isinstance(error, HTTPException) and error.status_code == NOT_ALLOWED:
        kept = error.headers
        kind, status = "method_not_allowed", NOT_ALLOWED
        return notice(request, kind, status=status, headers=kept, given=request.method)
    given = request.url.path.rpartition("/")[2]
    known = ", ".join(map(command, MODELS))
    return notice(request, "no_such_model", status=404, given=given, options=known)


api = Mount(
    "/api",
    routes=[
        Route("/v1", models),
        Route("/v1/", models),
        Route("/v1/openapi.json", description),
        Route("/v1/search", search),
        Route("/v1/{model}", ask),
    ],
    middleware=[
        Middleware(
            CORSMiddleware,
            allow_origins=["*"],
            allow_methods=["GET", "HEAD"],
            expose_headers=["etag", "retry-after", SINCE],
        ),
        Middleware(ExceptionMiddleware, handlers={404: _refused, 405: _refused}),
    ],
)
"""Whatever fails in it is told by what is around it, as everywhere."""
routes = [api]
