"""The models over HTTP: what the command line prints with ``--format json``."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from after_overdue.cases.inputs import Refusal
from after_overdue.cases.refusals import sentence
from after_overdue.catalog.files import LANGUAGES
from after_overdue.errors import ModelError
from after_overdue.models.registry import MODELS
from after_overdue.sharing.reply import Refused, reply
from after_overdue.web.limits import limited
from after_overdue.web.notice import notice
from after_overdue.web.openapi import LANGUAGE, command, described, index
from after_overdue.web.static_files import encoded
from after_overdue.web.unchanged import is_known

LOG = logging.getLogger(__name__)
JSON = "application/json"
SINCE = "x-changed-since"
"""Header of an answer to an old link: what has changed, percent-encoded."""
VARY = "accept-encoding"
ANSWERED, NOT_ALLOWED, REFUSED = 200, 405, 422
Given = tuple[tuple[str, tuple[str, ...]], ...]


@limited("json")
async def ask(request: Request) -> Response:
    """Answer with a model's JSON, or with why the values given cannot be used."""
    noun = request.path_params["model"].replace("-", "_")
    if noun not in MODELS:
        raise HTTPException(404)
    asked = request.query_params
    given = tuple(sorted((name, tuple(asked.getlist(name))) for name in asked))
    told = await run_in_threadpool(answer, noun, given, date.today())
    return sent(request, told)


class Told(NamedTuple):
    """What a question is told: a status, a text, and what changed since its link."""

    status: int
    text: str
    since: str = ""


@lru_cache(maxsize=256)
def answer(noun: str, given: Given, today: date) -> Told:
    """Return what one question is told on one day."""
    values = dict(given)
    language = values.pop(LANGUAGE, LANGUAGES[:1])[-1]
    if language not in LANGUAGES:
        return Told(REFUSED, _refusals([_unknown_language(language)]))
    try:
        said = reply(MODELS[noun], values, today, language=language)
    except ModelError as error:
        LOG.error("%s did not take what its case let pass: %s", noun, error)
        return Told(REFUSED, _refusals([{"kind": "model", "sentence": str(error)}]))
    if said.answer is None:
        refused = [asdict(each) for each in said.refused]
        return Told(REFUSED, _refusals(refused), said.since)
    return Told(ANSWERED, said.answer.printed("json"), said.since)


def _unknown_language(given: str) -> Mapping[str, Any]:
    known = {"options": ", ".join(LANGUAGES)}
    refusal = Refusal("not_an_option", LANGUAGE, given, known, LANGUAGES[0])
    said = sentence(refusal, language=LANGUAGES[0], name=str)
    return asdict(Refused(LANGUAGE, given, refusal.kind, LANGUAGES[0], said))


def _refusals(refused: Sequence[Mapping[str, Any]]) -> str:
    return json.dumps({"refused": refused}, ensure_ascii=False, indent=2) + "\n"


@limited("json")
async def description(request: Request) -> Response:
    """Answer with the OpenAPI description of these addresses."""
    text = await run_in_threadpool(described, date.today())
    return sent(request, Told(ANSWERED, text))


@limited("json")
async def models(request: Request) -> Response:
    """Answer with the models that can be asked."""
    return sent(request, Told(ANSWERED, index()))


def sent(request: Request, told: Told) -> Response:
    """Return JSON, kept by browsers until the day ends, as rules go by the day."""
    since = {SINCE: quote(told.since)} if told.since else {}
    if told.status != ANSWERED:
        kept = {**since, "cache-control": "no-store"}
        return Response(told.text, told.status, kept, JSON)
    tag = f'W/"{hashlib.sha256(told.text.encode()).hexdigest()[:20]}"'
    for_today = f"public, max-age={seconds_left()}"
    kept = {**since, "etag": tag, "cache-control": for_today, "vary": VARY}
    if is_known(request, tag):
        return Response(status_code=304, headers=kept)
    response = Response(told.text, headers=kept, media_type=JSON)
    encoded(response, request.headers).headers["vary"] = VARY
    return response


def seconds_left() -> int:
    """Return how long today still is, seconds."""
    now = datetime.now()
    midnight = datetime.combine(now.date() + timedelta(days=1), time())
    return int((midnight - now).total_seconds())


async def _refused(request: Request, error: Exception) -> Response:
    """Say in a sentence that there is no such address, or no such method."""
    if isinstance(error, HTTPException) and error.status_code == NOT_ALLOWED:
        kept = error.headers
        kind, status = "method_not_allowed", NOT_ALLOWED
        return notice(request, kind, status=status, headers=kept, given=request.method)
    given = request.url.path.rpartition("/")[2]
    known = ", ".join(map(command, MODELS))
    return notice(request, "no_such_model", status=404, given=given, options=known)


api = Starlette(
    routes=[
        Route("/v1", models),
        Route("/v1/", models),
        Route("/v1/openapi.json", description),
        Route("/v1/{model}", ask),
    ],
    middleware=[
        Middleware(
            CORSMiddleware,
            allow_origins=["*"],
            allow_methods=["GET", "HEAD"],
            expose_headers=["etag", "retry-after", SINCE],
        )
    ],
    exception_handlers={404: _refused, 405: _refused},
)
routes = [Mount("/api", api)]
