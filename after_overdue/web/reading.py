"""Reading pages over HTTP: each page, its figure, the files, sitemap and robots."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath
from types import MappingProxyType

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from after_overdue import clock
from after_overdue.catalog.files import LANGUAGES, language_named
from after_overdue.catalog.interface import words
from after_overdue.errors import ContentError
from after_overdue.reading.app_manifest import (
    MANIFEST,
    WORKER,
    app_files,
    manifest,
)
from after_overdue.reading.files import FOLDER, files
from after_overdue.reading.kept_pages import worker
from after_overdue.reading.links import INDEX, KEPT, ROOT, Links
from after_overdue.reading.page import Page
from after_overdue.reading.search_page import (
    SEARCH,
    scripted_search_page,
    search_files,
    search_page,
)
from after_overdue.reading.site import (
    figure_script,
    has_figure,
    html_of,
    missing_page,
    page_names,
    page_of,
)
from after_overdue.reading.sitemap import robots, sitemap
from after_overdue.settings import rooted
from after_overdue.web.discovery import home, origin_of
from after_overdue.web.limits import limited
from after_overdue.web.shell import language_of
from after_overdue.web.static_files import (
    TYPES,
    compressed,
    encoding_for,
    encoding_of,
    kept_for_a_year,
    said_of,
)
from after_overdue.web.unchanged import is_known

FOR_AN_HOUR = "public, max-age=3600, stale-while-revalidate=86400"
"""Pages change with the day and with a release, and not otherwise."""
HTML = "text/html; charset=utf-8"
FIGURE = ".figure.js"
APP: Mapping[str, tuple[Callable[[Page], bytes], str]] = MappingProxyType(
    {
        MANIFEST: (manifest, "application/manifest+json"),
        WORKER: (worker, TYPES[".js"]),
    }
)
"""What makes the pages of a language an app, by its name beside them."""


def links_of() -> Links:
    """Return how pages are linked: by the address that is set, else by their paths."""
    return Links(home())


async def start(request: Request) -> Response:
    """Lead to the index in the reader's language."""
    headers = {"cache-control": "no-store", "vary": "accept-language"}
    return RedirectResponse(f"{ROOT}{language_of(request)}/", 302, headers)


@limited("json")
async def search(request: Request) -> Response:
    """Answer a query with a page; nothing of it is kept."""
    language, today = request.path_params["language"], clock.today()
    if language not in LANGUAGES:
        return _moved(f"{language}/{SEARCH}", request) or missing(request)
    asked = Page(language, SEARCH, links_of(), today)
    query = request.query_params.get("q", "")
    if KEPT in request.query_params:
        text = await run_in_threadpool(scripted_search_page, asked)
    else:
        text = await run_in_threadpool(search_page, asked, query)
    headers = {"cache-control": "no-store"}
    return Response(text, headers=headers, media_type=HTML)


@limited("read")
async def page(request: Request) -> Response:
    """Serve a reading page, or the script that makes its figure move."""
    name, links = request.path_params["name"], links_of()
    try:
        if has_figure(name.removesuffix(FIGURE)) and name.endswith(FIGURE):
            return await _answered(request, name, links, TYPES[".js"])
        if name in page_names():
            return await _answered(request, name, links, HTML)
    except ContentError as error:
        return _broken(name.partition("/")[0], error)
    return _moved(name, request) or missing(request)


def _broken(language: str, error: ContentError) -> Response:
    """Say what an author has to mend."""
    said = words("site", language)["broken"].format(problem=error)
    headers = {"cache-control": "no-store"}
    return PlainTextResponse(f"{said}\n", status_code=500, headers=headers)


def missing(request: Request) -> Response:
    """Say in the reader's language that there is no such page."""
    path = request.url.path
    asked = path.removeprefix(ROOT).partition("/")[0]
    language = language_named(asked) or language_of(request)
    text = missing_page(language, rooted(path), links_of(), clock.today())
    headers = {"cache-control": "no-store", "vary": "accept-language"}
    return Response(text, status_code=404, media_type=HTML, headers=headers)


def _moved(name: str, request: Request) -> Response | None:
    """Lead to the page that an address nearly names, if there is one."""
    named = name.lower().removesuffix(".html").split("/")
    tongue, *parts = [each for each in named if each] or [""]
    language = language_named(tongue)
    if language and parts in ([], ["questions"], [INDEX]):
        return RedirectResponse(f"{ROOT}{language}/", status_code=308)
    near = "/".join([language or tongue, *parts])
    if near != name and near in page_names():
        return RedirectResponse(ROOT + near, status_code=308)
    return None


async def _answered(request: Request, name: str, links: Links, kind: str) -> Response:
    """Answer with what is made once a day and kept, compressed, for every reader."""
    encoding = encoding_of(request.headers)
    content = await run_in_threadpool(_packed, name, links, clock.today(), encoding)
    tag = f'"{hashlib.blake2b(content, digest_size=9).hexdigest()}"'
    headers = {"cache-control": FOR_AN_HOUR, "vary": "accept-encoding", "etag": tag}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    headers |= said_of(encoding)
    return Response(content, media_type=kind, headers=headers)


@lru_cache(maxsize=512)
def _packed(name: str, links: Links, today: date, encoding: str) -> bytes:
    return compressed(_written(name, links, today).encode(), encoding)


@lru_cache(maxsize=16)
def _written(name: str, links: Links, today: date) -> str:
    found = page_of(name.removesuffix(FIGURE), links, today)
    if found is None:
        raise LookupError(f"There is no reading page '{name}'.")
    if name.endswith(FIGURE):
        return figure_script(found)
    return html_of(found)


async def file(request: Request) -> Response:
    """Serve a style, script or icon, whose name carries its version."""
    name = FOLDER + request.path_params["name"]
    suffix = PurePosixPath(name).suffix
    found = await run_in_threadpool(_beside, name, links_of(), clock.today())
    if name not in found:
        return missing(request)
    encoding = encoding_for(suffix, request.headers)
    content = await run_in_threadpool(_file, found[name], encoding)
    return kept_for_a_year(content, suffix, encoding)


def _beside(name: str, links: Links, today: date) -> Mapping[str, bytes]:
    """Return the files among which one is; those of the search once it is wanted."""
    is_search = name.startswith(f"{FOLDER}{SEARCH}.")
    return _search_files(links, today) if is_search else {**files(), **app_files()}


@lru_cache(maxsize=2)
def _search_files(links: Links, today: date) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    for language in LANGUAGES:
        found |= search_files(Page(language, SEARCH, links, today))
    return MappingProxyType(found)


@lru_cache(maxsize=64)
def _file(content: bytes, encoding: str) -> bytes:
    return compressed(content, encoding)


@limited("read")
async def app(request: Request) -> Response:
    """Serve what makes the pages of a language an app: its manifest, or its worker."""
    language, name = (
        request.path_params["language"],
        PurePosixPath(request.url.path).name,
    )
    if language not in LANGUAGES:
        return missing(request)
    asked = Page(language, "", links_of(), clock.today())
    write, kind = APP[name]
    content = await run_in_threadpool(write, asked)
    return Response(content, media_type=kind, headers={"cache-control": "no-cache"})


@limited("read")
async def site_map(request: Request) -> Response:
    """Serve the sitemap, which needs whole addresses: as set, else as asked."""
    links = Links(origin_of(request))
    text = await run_in_threadpool(sitemap, links, clock.today())
    return Response(text, media_type="application/xml", headers=_with_our_name())


async def robots_text(request: Request) -> Response:
    """Serve what robots may read."""
    text = robots(Links(origin_of(request)))
    return Response(text, media_type="text/plain", headers=_with_our_name())


def _with_our_name() -> dict[str, str]:
    """Return how what names this site is kept: not under a name that was asked for."""
    return {"cache-control": FOR_AN_HOUR if home() else "no-store"}


routes = [
    Route("/sitemap.xml", site_map),
    Route("/robots.txt", robots_text),
    *(Route(each, start) for each in (ROOT, ROOT.rstrip("/"))),
    Route(f"{ROOT}{FOLDER}{{name}}", file),
    Route(f"{ROOT}{{language}}/{SEARCH}", search),
    Route(f"{ROOT}{{language}}/{MANIFEST}", app),
    Route(f"{ROOT}{{language}}/{WORKER}", app),
    Route(f"{ROOT}{{name:path}}", page),
]
