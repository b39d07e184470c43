"""Embeds: one figure alone for a page of somebody else, light enough for a slide."""

from __future__ import annotations

from functools import wraps
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from after_overdue import clock
from after_overdue.cases.paths import offer, packed
from after_overdue.cases.permalinks import query
from after_overdue.cases.speech import Speech
from after_overdue.errors import ModelError
from after_overdue.figures.static_svg import svg
from after_overdue.figures.theme import PALETTES
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.sharing.embed import THEME, Embed, read_embed
from after_overdue.sharing.frame import whole_page
from after_overdue.sharing.sent_figure import sent_figure
from after_overdue.web.discovery import discovery, origin_of
from after_overdue.web.limits import Handler, limited
from after_overdue.web.notice import notice
from after_overdue.web.pages import noun_at
from after_overdue.web.shell import language_of
from after_overdue.web.static_files import encoded
from after_overdue.web.templating import rendered

LANGUAGE = "lang"
WIDE, NARROW = 720, 360
"""Widths of the drawing that stands until the live figure does, pixels."""
ANY_ORIGIN = {"access-control-allow-origin": "*"}
"""A frame in a sandbox has no origin of its own, so that its requests are foreign."""


def about_a_figure(handler: Handler) -> Handler:
    """Let a handler answer about figures only; say so where there is none."""

    @wraps(handler)
    async def answer(request: Request) -> Response:
        noun = _noun(request)
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


@limited("figure")
@about_a_figure
async def figure(request: Request) -> Response:
    """Serve a figure alone."""
    text = await run_in_threadpool(_page, _embed(request), request)
    response = HTMLResponse(text, headers={"cache-control": "no-cache"})
    return encoded(response, request.headers)


@limited("figure")
@about_a_figure
async def picture(request: Request) -> Response:
    """Answer with what a figure shows for other settings."""
    found = await run_in_threadpool(_picture, _embed(request))
    return encoded(JSONResponse(found, headers=ANY_ORIGIN), request.headers)


@limited("figure")
@about_a_figure
async def paths(request: Request) -> Response:
    """Answer with every position of a figure's slider."""
    content = await run_in_threadpool(_paths, _embed(request))
    headers = {"content-encoding": "gzip", **ANY_ORIGIN}
    return Response(content, media_type="application/json", headers=headers)


async def page(request: Request) -> Response:
    """Lead to a whole page without its menu."""
    asked = dict(request.query_params)
    theme = asked.pop(THEME, "")
    look = theme if theme in PALETTES else ""
    return RedirectResponse(whole_page(asked, _noun(request), look))


def _noun(request: Request) -> str:
    return noun_at(request.path_params["noun"])


def _embed(request: Request) -> Embed:
    asked = request.query_params
    given = {name: asked.getlist(name) for name in asked if name != LANGUAGE}
    speech = Speech(language_of(request))
    return read_embed(_noun(request), given, clock.today(), speech)


def _page(embed: Embed, request: Request) -> str:
    drawn, speech = embed.drawn, embed.drawn.asked.speech
    own = {LANGUAGE: speech.language, **embed.own}
    sent, site = _sent(embed), speech.words("site")
    return rendered(
        "embed.html",
        embed=embed,
        said=speech.words(drawn.noun),
        site=site,
        words=speech.words("embed"),
        label=speech.label(clock.today()),
        privacy=speech.words("privacy")["menu"],
        origin=origin_of(request),
        page=page_link(embed),
        discovery=discovery(request),
        drawings=_drawings(embed),
        hidden={**own, **embed.fixed},
        sent=sent,
        query=query({**own, **drawn.settings}),
    )


def _picture(embed: Embed) -> dict[str, Any]:
    return {
        "sent": _sent(embed),
        "notes": embed.notes,
        "page": page_link(embed),
        "words": {each.name: each.word for each in embed.fields if each.word},
    }


def _paths(embed: Embed) -> bytes:
    offer(embed.drawn.case_id, embed.drawn.paths)
    return packed(embed.drawn.case_id)


def page_link(embed: Embed) -> str:
    """Return the address of the page with the same settings, without the site."""
    return f"/{embed.drawn.noun}?{query(embed.drawn.link)}"


def _sent(embed: Embed) -> dict[str, Any]:
    """Return what the live figure is sent; it moves only what the trainer chose."""
    drawn, sent = embed.drawn, sent_figure(embed.drawn)
    own = {LANGUAGE: drawn.asked.speech.language, **embed.own}
    asked = query({**own, **drawn.settings})
    sent |= {
        "page": f"/{drawn.noun}",
        "paths": f"/embed/{drawn.noun}/paths?{asked}",
    }
    if drawn.slider.name not in embed.controls:
        sent["slider"] = None
    if drawn.chosen and drawn.chosen.name not in embed.controls:
        sent["chosen"]["fixed"] = True
    return sent


def _drawings(embed: Embed) -> dict[str, str]:
    palette = PALETTES.get(embed.theme)
    return {
        name: svg(embed.drawn.figure, width=width, palette=palette)
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    }


routes = [
    Route("/embed/page/{noun}", page),
    Route("/embed/{noun}", figure),
    Route("/embed/{noun}/picture", picture),
    Route("/embed/{noun}/paths", paths),
]
"""The whole page stands first: a figure could be called `page`, a noun cannot."""
