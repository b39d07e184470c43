"""oEmbed (oembed.com): a page or figure of ours as a frame, for sites that ask."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qs, urlencode, urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from after_overdue import clock
from after_overdue.cases.locale import Locale
from after_overdue.catalog.files import language_named
from after_overdue.catalog.interface import words
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.reading.links import OEMBED_PATH, ROOT
from after_overdue.settings import root_path
from after_overdue.sharing.embed import read_embed
from after_overdue.sharing.frame import (
    WHOLE_PAGES,
    WIDTH,
    Frame,
    figure_frame,
    page_frame,
)
from after_overdue.web.discovery import FORMATS, origin_of
from after_overdue.web.headings import heading_of
from after_overdue.web.limits import limited
from after_overdue.web.notice import notice
from after_overdue.web.pages import noun_at
from after_overdue.web.shell import language_of
from after_overdue.web.work import in_thread

KEPT_SECONDS = 86400
SIZES, SCHEMES = ("maxwidth", "maxheight"), ("http", "https")
OF_PAGES = ("embed", "embed_options", "plain")
"""Parameters that say how a page is shown, not what."""


@limited("json")
async def oembed(request: Request) -> Response:
    """Answer with the frame that shows a page of ours."""
    asked = request.query_params
    form, url = asked.get("format", "json"), asked.get("url", "")
    if form not in FORMATS:
        known = ", ".join(FORMATS)
        return notice(request, "no_such_format", status=501, given=form, options=known)
    sizes = {name: asked[name] for name in SIZES if name in asked}
    for name, text in sizes.items():
        if not re.fullmatch(r"[1-9]\d{0,5}", text, re.ASCII):
            return notice(request, "no_size", status=400, name=name, given=text)
    frame = await in_thread(frame_of, url, request)
    if frame is None:
        return notice(request, "nothing_to_embed", status=404, given=url)
    most = {name: int(text) for name, text in sizes.items()}
    return _sent(_answer(frame, request, most), form)


def frame_of(url: str, request: Request) -> Frame | None:
    """Return the frame that shows an address of ours; None where there is none."""
    try:
        split, ours = urlsplit(url), urlsplit(origin_of(request))
    except ValueError:
        return None
    noun, of_path = page_at(split.path.removeprefix(root_path()))
    known = noun in PAGE_MODELS or noun in WHOLE_PAGES
    same = split.netloc.lower() == ours.netloc.lower() and split.scheme in SCHEMES
    is_path = not split.netloc and not split.scheme and url.startswith("/")
    if not known or not (same or is_path):
        return None
    given = {**parse_qs(split.query, keep_blank_values=True), **of_path}
    locale = Locale(spoken(given.pop("lang", [""])[-1], request))
    heading = heading_of(noun, locale.language, last(given))
    if noun in PAGE_MODELS:
        given = {name: each for name, each in given.items() if name not in OF_PAGES}
        embed = read_embed(noun, given, clock.today(), locale)
        frame = figure_frame(embed)
        if embed.notes:
            frame = replace(frame, path=_as_asked(noun, given, locale))
    else:
        frame = page_frame(noun, last(given), locale)
    return replace(frame, title=heading.title)


def _as_asked(noun: str, given: Mapping[str, list[str]], locale: Locale) -> str:
    """Return a figure's address as given, so that the frame tells what is wrong."""
    settings = urlencode({"lang": locale.language, **given}, doseq=True, safe=",")
    return f"/embed/{noun}?{settings}"


def last(given: Mapping[str, list[str]]) -> dict[str, str]:
    """Return what an address says of a page last, how it is shown aside."""
    return {name: each[-1] for name, each in given.items() if name not in OF_PAGES}


def page_at(path: str) -> tuple[str, dict[str, list[str]]]:
    """Return the page at a path, and what the path itself says of it.

    Examples
    --------
    >>> page_at("/embed/page/claims"), page_at("/read/zh/questions/part-payment")
    (('claims', {}), ('questions', {'lang': ['zh'], 'q': ['part-payment']}))
    """
    if not path.startswith(ROOT):
        noun = path.strip("/").removeprefix("embed/").removeprefix("page/")
        return noun_at(noun), {}
    language, about, slug, *_ = (*path.removeprefix(ROOT).split("/"), "", "", "")
    asked = {"q": [slug]} if slug else {}
    return about or "questions", {"lang": [language], **asked}


def spoken(asked: str, request: Request) -> str:
    """Return the language asked for, else that of the request."""
    return language_named(asked) or language_of(request)


def _answer(
    frame: Frame, request: Request, most: Mapping[str, int]
) -> dict[str, str | int]:
    width = min(WIDTH, most.get("maxwidth", WIDTH))
    height = min(frame.height, most.get("maxheight", frame.height))
    return {
        "version": "1.0",
        "type": "rich",
        "title": frame.title,
        "provider_name": words("site", language_of(request))["name"],
        "provider_url": origin_of(request),
        "html": frame.code(origin_of(request), str(width), height),
        "width": width,
        "height": height,
        "cache_age": KEPT_SECONDS,
    }


def _sent(found: Mapping[str, str | int], form: str) -> Response:
    open_to_all = {"access-control-allow-origin": "*"}
    if form == "json":
        return JSONResponse(found, headers=open_to_all)
    root = Element("oembed")
    for name, value in found.items():
        SubElement(root, name).text = str(value)
    text = tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(text, media_type="text/xml", headers=open_to_all)


routes = [Route(OEMBED_PATH, oembed)]
