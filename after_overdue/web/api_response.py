"""What is told over HTTP as JSON: an answer, kept for the day, or a refusal."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, NamedTuple
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from after_overdue import clock
from after_overdue.cases.inputs import Refusal
from after_overdue.cases.refusals import sentence
from after_overdue.catalog.files import LANGUAGES
from after_overdue.sharing.reply import Refused
from after_overdue.web.openapi import LANGUAGE
from after_overdue.web.static_files import encoded
from after_overdue.web.unchanged import is_known

JSON = "application/json"
SINCE = "x-changed-since"
"""Header of an answer to an old link: what has changed, percent-encoded."""
VARY = "accept-encoding"
ANSWERED, REFUSED = 200, 422


class ApiResponse(NamedTuple):
    """What a question is told: a status, a text, and what changed since its link."""

    status: int
    text: str
    since: str = ""


def written(values: Mapping[str, Any]) -> str:
    """Return an answer as its text."""
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def refused(*each: Mapping[str, Any], since: str = "") -> ApiResponse:
    """Return what is told where values cannot be used."""
    return ApiResponse(REFUSED, written({"refused": each}), since)


def refusal(refused: Refusal, language: str) -> Mapping[str, Any]:
    """Return one refusal with its sentence."""
    said = sentence(refused, language=language, name=str)
    nearest = None if refused.nearest is None else str(refused.nearest)
    return asdict(Refused(refused.name, refused.given, refused.kind, nearest, said))


def unknown_language(given: str) -> Mapping[str, Any]:
    """Return the refusal of a language that the guide does not speak."""
    known = {"options": ", ".join(LANGUAGES)}
    unknown = Refusal("not_an_option", LANGUAGE, given, known, LANGUAGES[0])
    return refusal(unknown, LANGUAGES[0])


def sent(request: Request, answer: ApiResponse) -> Response:
    """Return JSON, kept by browsers until the day ends, as rules go by the day."""
    since = {SINCE: quote(answer.since)} if answer.since else {}
    if answer.status != ANSWERED:
        kept = {**since, "cache-control": "no-store"}
        return Response(answer.text, answer.status, kept, JSON)
    tag = f'W/"{hashlib.sha256(answer.text.encode()).hexdigest()[:20]}"'
    for_today = f"public, max-age={clock.seconds_left()}"
    kept = {**since, "etag": tag, "cache-control": for_today, "vary": VARY}
    if is_known(request, tag):
        return Response(status_code=304, headers=kept)
    response = Response(answer.text, headers=kept, media_type=JSON)
    encoded(response, request.headers).headers["vary"] = VARY
    return response
