"""What the addresses of a figure share: which it is, and who may read the answer."""

from __future__ import annotations

from functools import wraps

from starlette.requests import Request
from starlette.responses import Response

from after_overdue.errors import ModelError
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.web.limits import Handler
from after_overdue.web.notice import notice
from after_overdue.web.pages import noun_at

ANY_ORIGIN = {"access-control-allow-origin": "*"}
"""A frame in a sandbox has no origin of its own, so that its requests are foreign."""


def noun_of(request: Request) -> str:
    """Return the model that an address names, as it is written here."""
    return noun_at(request.path_params["noun"])


def about_a_figure(handler: Handler) -> Handler:
    """Let a handler answer about figures only; say so where there is none."""

    @wraps(handler)
    async def answer(request: Request) -> Response:
        noun = noun_of(request)
        if noun not in PAGE_MODELS:
            known = ", ".join(PAGE_MODELS)
            return notice(
                request, "no_such_figure", status=404, given=noun, options=known
            )
        try:
            return await handler(request)
        except ModelError as error:
            return notice(request, "no_such_case", status=422, problem=str(error))

    return answer
