"""Embeds: one figure alone for a page of somebody else, light enough for a slide."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from after_overdue import clock
from after_overdue.cases.locale import Locale
from after_overdue.cases.moves import moves_address
from after_overdue.cases.permalinks import query
from after_overdue.figures.static_svg import WIDTHS, svg
from after_overdue.figures.theme import PALETTES
from after_overdue.settings import rooted
from after_overdue.sharing.embed import THEME, Embed, read_embed
from after_overdue.sharing.form import READ_BACK
from after_overdue.sharing.frame import whole_page
from after_overdue.sharing.sent_figure import sent_figure
from after_overdue.web.discovery import discovery, origin_of
from after_overdue.web.figures import ANY_ORIGIN, about_a_figure, noun_of
from after_overdue.web.limits import limited
from after_overdue.web.shell import language_of
from after_overdue.web.static_files import encoded
from after_overdue.web.templating import rendered
from after_overdue.web.work import in_thread

LANGUAGE = "lang"


@limited("figure")
@about_a_figure
async def figure(request: Request) -> Response:
    """Serve a figure alone."""
    text = await in_thread(lambda: _page(_embed(request), request))
    response = HTMLResponse(text, headers={"cache-control": "no-cache"})
    return encoded(response, request.headers)


@limited("figure")
@about_a_figure
async def picture(request: Request) -> Response:
    """Answer with what a figure shows for other settings."""
    found = await in_thread(lambda: _picture(_embed(request)))
    return encoded(JSONResponse(found, headers=ANY_ORIGIN), request.headers)


async def page(request: Request) -> Response:
    """Lead to a whole page without its menu."""
    asked = dict(request.query_params)
    theme = asked.pop(THEME, "")
    look = theme if theme in PALETTES else ""
    return RedirectResponse(whole_page(asked, noun_of(request), look))


def _embed(request: Request) -> Embed:
    asked = request.query_params
    given = {name: asked.getlist(name) for name in asked if name != LANGUAGE}
    locale = Locale(language_of(request))
    return read_embed(noun_of(request), given, clock.today(), locale)


def _page(embed: Embed, request: Request) -> str:
    drawn, locale = embed.drawn, embed.drawn.asked.locale
    own = {LANGUAGE: locale.language, **embed.own}
    sent, site = _sent(embed), locale.words("site")
    return rendered(
        "embed.html",
        embed=embed,
        said=locale.words(drawn.noun),
        site=site,
        words=locale.words("embed"),
        label=locale.label(clock.today()),
        privacy=locale.words("privacy")["menu"],
        origin=origin_of(request),
        page=page_link(embed),
        discovery=discovery(request),
        drawing=_drawing(embed),
        hidden={**own, **embed.fixed},
        sent=sent,
        query=query({**own, **drawn.settings}),
    )


def _picture(embed: Embed) -> dict[str, Any]:
    return {
        "sent": _sent(embed) | {"drawing": _drawing(embed)},
        "notes": embed.notes,
        "page": page_link(embed),
        "words": {
            each.name: each.word for each in embed.fields if each.kind in READ_BACK
        },
    }


def page_link(embed: Embed) -> str:
    """Return the address of the page with the same settings."""
    return rooted(f"/{embed.drawn.noun}?{query(embed.drawn.link)}")


def _sent(embed: Embed) -> dict[str, Any]:
    """Return what the live figure is sent; it moves only what the trainer chose."""
    drawn = embed.drawn
    sent = sent_figure(drawn) | {"page": rooted(f"/{drawn.noun}")}
    if not embed.size:  # a slide is as large as its frame, which no drawing knows
        sent["moves"] = moves_address(drawn)
    if drawn.slider.name not in embed.controls:
        sent["slider"] = None
    if drawn.chosen and drawn.chosen.name not in embed.controls:
        sent["chosen"]["fixed"] = True
    return sent


def _drawing(embed: Embed) -> str:
    """Return the drawing for each width; the style shows the one that fits."""
    figure = embed.drawn.figure
    return "".join(
        f'<div class="{name}">{svg(figure, width=width, look=embed.theme)}</div>'
        for name, width in WIDTHS.items()
    )


routes = [
    Route("/embed/page/{noun}", page),
    Route("/embed/{noun}", figure),
    Route("/embed/{noun}/picture", picture),
]
"""The whole page stands first: a figure could be called `page`, a noun cannot."""
