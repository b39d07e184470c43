"""What a request is told that we do not answer: one sentence, as text or JSON."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words

JSON_PATHS = "/api/"


def notice(
    request: Request,
    kind: str,
    *,
    status: int,
    headers: Mapping[str, str] | None = None,
    **values: str | int,
) -> Response:
    """Return an answer that says why there is none, and what to do.

    Parameters
    ----------
    kind : key of the sentence under ``notice`` in the interface words
    values : what fills in the sentence

    Returns
    -------
    Response
        JSON in the language asked for, else English, for a program; for people, text
        in every language.
    """
    kept = {**(headers or {}), "cache-control": "no-store"}
    if request.url.path.startswith(JSON_PATHS):
        asked = request.query_params.get("lang", "")
        language = asked if asked in LANGUAGES else LANGUAGES[0]
        text = words("notice", language)[kind].format(**values)
        return JSONResponse(
            {"refused": [{"kind": kind, "sentence": text}]}, status, kept
        )
    return PlainTextResponse(sentences(kind, **values), status, kept)


def sentences(kind: str, **values: str | int) -> str:
    """Return the sentence in every language, a line each."""
    said = (words("notice", language)[kind] for language in LANGUAGES)
    return "".join(f"{each.format(**values)}\n" for each in said)
