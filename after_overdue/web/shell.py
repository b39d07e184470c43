"""The first byte of a page: its language, title, and what to fetch at once."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlencode

from starlette.datastructures import URL, QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from after_overdue.cases.model import HOME_PAGE
from after_overdue.cases.permalinks import query
from after_overdue.catalog.files import (
    LANGUAGES,
    language_named,
    next_language,
    own_name,
)
from after_overdue.catalog.interface import words
from after_overdue.figures.theme import MODULES
from after_overdue.insides import ELEMENTS, PLACE, TITLE, TONGUE, index_html, scripts_of
from after_overdue.models.registry import HOME, MODELS, PAGE_MODELS
from after_overdue.reading.links import ROOT
from after_overdue.reading.markup import MARK_URL
from after_overdue.settings import rooted
from after_overdue.web.discovery import KEYS, discovery, home, origin_of, shared_query
from after_overdue.web.first_view import (
    ABOUT_THE_PAGE,
    COMPONENT,
    case_of,
    first_view,
    with_first_view,
)
from after_overdue.web.framing import is_embed
from after_overdue.web.headings import Heading, figure_of, heading_of
from after_overdue.web.limits import afforded, limited
from after_overdue.web.static_files import asset_path, asset_url, encoded
from after_overdue.web.templating import rendered

DEFAULT = ("x-default", LANGUAGES[0])
"""What search engines are told for readers of any other language."""
WEIGHED = re.compile(r"([\w*-]+)(?:\s*;\s*q=([01](?:\.\d*)?))?", re.ASCII)
"""A language that a browser accepts, and how much it is liked, if it says so."""


def language_of(request: Request, *, otherwise: str = LANGUAGES[0]) -> str:
    """Return the language of the address, else of the browser, else English."""
    spoken = map(language_named, _spoken(request.headers.get("accept-language", "")))
    return language_chosen(request) or next(filter(None, spoken), otherwise)


def language_chosen(request: Request) -> str:
    """Return the language that the address names; nothing where it names none."""
    return language_named(request.query_params.get("lang", "")) or ""


def _spoken(accepted: str) -> list[str]:
    """Return the languages that a browser accepts, the dearest to it first."""
    weighed = [WEIGHED.fullmatch(each.strip()) for each in accepted.split(",")]
    found = [(float(each[2] or 1), each[1]) for each in weighed if each]
    liked = [(weight, name) for weight, name in found if weight > 0]
    return [name for _, name in sorted(liked, key=lambda each: -each[0])]


@limited("read")
async def shell(request: Request) -> Response:
    """Serve the frame of a page; the platform's scripts then fill it."""
    noun, language = request.url.path.strip("/") or HOME_PAGE, language_of(request)
    heading = heading_of(noun, language, request.query_params)
    text = page_shell(noun, language, heading)
    seen = await afforded(request, _seen, request, noun, language, heading)
    view, image = seen or ("", "")
    links = [*_links(request, noun, language, heading), *_card(heading, image)]
    text = text.replace("</head>", "\n".join([*links, "</head>"]), 1)
    text = with_first_view(text, view) if view else text
    last = _stalled(request, noun, language, heading)
    if not is_embed(request.url.path, request.url.query):
        last = _bar(request, language) + last
    text = text.replace("</body>", f"{last}</body>", 1)
    return encoded(
        HTMLResponse(text, headers={"cache-control": "no-cache"}), request.headers
    )


def _seen(
    request: Request, noun: str, language: str, heading: Heading
) -> tuple[str, str]:
    """Return the first view of a page, and the address of its picture."""
    asked = request.query_params
    view = first_view(noun, language, asked)
    if heading.reading is not None:
        figure = figure_of(heading, language)
        noun, asked = figure.page, QueryParams(figure.address)
    case = case_of(noun, language, asked)
    if case is None:
        return view, ""
    drawn = case.drawn
    return view, f"{origin_of(request)}{drawn.files['png']}?{query(drawn.link)}"


def _card(heading: Heading, image: str) -> Iterator[str]:
    """Yield what a chat or a social site shows of a link, by the Open Graph protocol.

    The address of the page is left out: a link is shared with its settings.
    """
    properties = {
        "og:type": "website",
        "og:title": heading.title,
        "og:description": heading.description,
        "og:image": image,
    }
    for name, value in properties.items():
        if value:
            yield f'<meta property="{name}" content="{html.escape(value)}" />'
    kind = "summary_large_image" if image else "summary"
    yield f'<meta name="twitter:card" content="{kind}" />'


def _links(
    request: Request, noun: str, language: str, heading: Heading
) -> Iterator[str]:
    """Yield where the page is at home, in each language, and how it is embedded."""
    origin = home()

    def address(tongue: str) -> str:
        if heading.reading is not None:
            return f"{origin}{ROOT}{tongue}/{heading.reading}"
        return f"{origin}/{'' if noun == HOME_PAGE else noun}?lang={tongue}"

    yield f'<link rel="canonical" href="{html.escape(address(language))}" />'
    for each, tongue in (*zip(LANGUAGES, LANGUAGES, strict=True), DEFAULT):
        link = html.escape(address(tongue))
        yield f'<link rel="alternate" hreflang="{each}" href="{link}" />'
    for kind, found in discovery(request):
        link = html.escape(found)
        yield f'<link rel="alternate" type="{kind}" href="{link}" />'


def _bar(request: Request, language: str) -> str:
    """Return the bar above a page, until the platform has drawn its own."""
    other = next_language(language)
    switched = URL(f"?{shared_query(request)}").include_query_params(lang=other)
    return rendered(
        "bar.html",
        language=language,
        other=other,
        said=words("site", language),
        switch=own_name(other),
        switched=f"?{switched.query}",
    )


def _stalled(request: Request, noun: str, language: str, heading: Heading) -> str:
    """Return what stands over a page that never connects: a way that needs no socket.

    That is the reading page of the same text, or the figure of the same case.
    """
    model = HOME if noun == HOME_PAGE else noun
    way = f"{ROOT}{language}/{heading.reading or ''}"
    if model in PAGE_MODELS and heading.reading is None:
        given, apart = request.query_params.multi_items(), {*ABOUT_THE_PAGE, *KEYS}
        kept = [each for each in given if each[0] not in {*apart, "plain"}]
        way = f"/embed/{model}?{urlencode([('lang', language), *kept])}"
    said = words("site", language)
    return rendered("stalled.html", said=said, way=rooted(way))


@lru_cache(maxsize=512)
def page_shell(noun: str, language: str, heading: Heading) -> str:
    """Return the frame of a page in a language."""
    name = words("site", language)["name"]
    title = html.escape(f"{heading.title} · {name}")
    about = html.escape(heading.description, quote=True)
    head = [f'<meta name="description" content="{about}" />']
    head.append(f'<script src="{asset_url("shell.js")}"></script>')
    style = asset_path("platform.css").read_text("utf-8").replace("{mark}", MARK_URL)
    head.append(f"<style>{style}</style>")
    root = f'<html lang="{language}" translate="no">'  # its texts change by script
    text = index_html().replace(TONGUE, root, 1)
    text = text.replace(TITLE, f"<title>{title}</title>", 1)
    noscript = f"<noscript><h1>{title}</h1><p>{about}</p>{_way(language, heading)}"
    text = text.replace(PLACE, f"{noscript}</noscript>{PLACE}", 1)
    last = f'<script defer src="{asset_url("height.js")}"></script>'
    text = text.replace("</body>", f"{last}</body>", 1)
    if noun == HOME_PAGE or noun in MODELS:
        head += _figure()
        text = text.replace("</head>", "\n    ".join([*_early(), "</head>"]), 1)
    return text.replace("<script", "\n    ".join([*head, "<script"]), 1)


def _way(language: str, heading: Heading) -> str:
    """Return the way to a page that can be read without scripts."""
    said = words("reading", language)["no_scripts"]
    target = rooted(f"{ROOT}{language}/{heading.reading or ''}")
    return f'<p><a href="{html.escape(target)}">{html.escape(said)}</a></p>'


def _figure() -> list[str]:
    """Return what makes the figure live, asked for before the platform's scripts."""
    folder = rooted(COMPONENT).rpartition("/")[0]
    return [
        f'<link rel="modulepreload" href="{folder}/{each}">'
        for each in reversed(MODULES)
    ]


def _early() -> list[str]:
    """Return what an Explore page needs and would otherwise ask for last."""
    return [
        f'<link rel="preload" as="style" href="{rooted(COMPONENT)}.css">',
        *(
            f'<link rel="modulepreload" crossorigin href="./static/js/{name}">'
            for name in scripts_of(ELEMENTS)
        ),
    ]
