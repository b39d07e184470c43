"""How every route of a class answers: as a page or as JSON, never with a traceback."""

from __future__ import annotations

import functools
import logging
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from after_overdue.catalog.interface import words
from after_overdue.errors import ClassError
from after_overdue.teaching.refusals import sentence
from after_overdue.teaching.store import now, store
from after_overdue.teaching.store_trouble import trouble_of
from after_overdue.web.class_pages import notice_page
from after_overdue.web.in_store import in_store
from after_overdue.web.same_origin import is_ours
from after_overdue.web.shell import language_of

LOG = logging.getLogger(__name__)
Handler = Callable[[Request], Awaitable[Response]]
Found = TypeVar("Found")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'"
)
"""A drawing has a style of its own; nothing else may come from elsewhere."""
STATUS: Mapping[str, int] = MappingProxyType(
    {
        "code": 404,
        "link": 404,
        "host": 404,
        "seat": 404,
        "wall": 404,
        "learner": 404,
        "no_step": 404,
        "expired": 410,
        "full": 409,
        "locked": 409,
        "removed": 403,
        "stale": 409,
        "not_now": 409,
        "closed": 409,
        "not_open": 409,
        "no_certificate": 409,
        "other_step": 409,
        "own_pace": 409,
        "lti_keys": 502,
        "lti_roster": 502,
    }
)
"""How a refusal is called in HTTP; any other is the sender's mistake."""
BUSY_SECONDS = 2


def answered(handler: Handler, *, foreign: bool = False) -> Handler:
    """Return the handler with a page for each way in which it may fail.

    Parameters
    ----------
    foreign : whether a form may come from another site
    """

    @functools.wraps(handler)
    async def answer(request: Request) -> Response:
        language = language_of(request)
        texts = words("learner", language)
        if request.method == "POST" and not foreign and not is_ours(request):
            return answer_to(request, texts["elsewhere"], status=403)
        try:
            return await handler(request)
        except ClassError as error:
            return refused(request, error)
        except SQLAlchemyError as error:
            LOG.error("The store of classes does not answer: %s", trouble_of(error))
            wait = {"retry-after": str(BUSY_SECONDS)}
            return answer_to(request, texts["no_store"], status=503, headers=wait)

    return answer


signed = functools.partial(answered, foreign=True)
"""For what another site has the browser send: a signature says whose it is."""


def refused(request: Request, error: ClassError, *, language: str = "") -> Response:
    """Return the sentence of a refusal."""
    gone = error.reason in ("learner", "expired")
    forget = request.path_params.get("class_id", "") if gone else ""
    text = sentence(error, language or language_of(request))
    return answer_to(request, text, status=status_of(error), forget=forget)


def status_of(error: ClassError) -> int:
    """Return how a refusal is called in HTTP."""
    return STATUS.get(error.reason, 400)


def answer_to(
    request: Request,
    text: str,
    *,
    status: int,
    headers: Mapping[str, str] | None = None,
    forget: str = "",
) -> Response:
    """Return a sentence, as JSON to a script and as a page to a person."""
    if wants_json(request):
        return plain({"refused": text}, status, headers)
    language = language_of(request)
    return page(notice_page(language, text, forget=forget), status, headers)


def wants_json(request: Request) -> bool:
    """Return whether our own script asks."""
    return "application/json" in request.headers.get("accept", "")


def page(
    html: str, status: int = 200, headers: Mapping[str, str] | None = None
) -> HTMLResponse:
    """Return a page that nobody keeps."""
    kept = {"cache-control": "no-store", "content-security-policy": POLICY}
    return HTMLResponse(html, status, {**kept, **(headers or {})})


def plain(
    value: Any,  # noqa: ANN401  # JSON
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """Return JSON that nobody keeps."""
    return JSONResponse(value, status, {"cache-control": "no-store", **(headers or {})})


async def asked(what: Callable[..., Found], *given: object, **named: object) -> Found:
    """Ask the store of this server at this moment, in one of its threads."""

    def work() -> Found:
        opened = store()
        return what(opened, *given, now=now(), **named)

    return await in_store(work)
