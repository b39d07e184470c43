"""The first view of an Explore page: its answer, before the platform has started.

It lies over the page, in the same place and size, and its figure is live. Once the
page under it has started, the figure moves there as it is, and the view goes.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from starlette.datastructures import QueryParams

from after_overdue import clock
from after_overdue.cases.locale import Locale
from after_overdue.cases.model import HOME_PAGE
from after_overdue.cases.view import View
from after_overdue.errors import AfterOverdueError
from after_overdue.figures.static_svg import PAGE_WIDTHS, svg
from after_overdue.figures.theme import PALETTES
from after_overdue.insides import LOADED, NO_SCRIPT, PLACE, component_url
from after_overdue.models.registry import HOME, PAGE_MODELS
from after_overdue.reading.links import ROOT
from after_overdue.settings import rooted
from after_overdue.sharing.embed import Embed, read_embed
from after_overdue.sharing.sent_figure import sent_page
from after_overdue.web.framing import is_embed
from after_overdue.web.metrics import counts_made, look_at
from after_overdue.web.static_files import asset_path, asset_url
from after_overdue.web.templating import rendered

OPTIONS = "embed_options"
LOOKS = {"light_theme": "light", "dark_theme": "dark"}
"""Themes that an address may ask of the platform."""
ABOUT_THE_PAGE = frozenset({"lang", "embed", "route", OPTIONS})
"""Parameters of an address that are no inputs."""
COMPONENT = component_url("after-overdue", "live_figure")
"""The figure's script where the platform loads it too, so that both have one."""
STYLES = ("live_figure.css", "first_view.css")


def with_first_view(text: str, view: str) -> str:
    """Return the frame of a page with its first view over it.

    What the platform asks for would share a phone's line: it lies in a template, from
    which `shell.js` takes it once the figure follows the hand.
    """
    later = "".join(LOADED.findall(text))
    text = NO_SCRIPT.sub("", LOADED.sub("", text))
    font = asset_url("after-overdue-sans.woff2")
    preload = f'<link rel="preload" as="font" crossorigin href="{font}">'
    text = text.replace("<script", f"{preload}\n    <script", 1)
    script = f'<script type="module" async src="{rooted(COMPONENT)}.js"></script>'
    held = f'<template id="platform">{later}</template>'
    return text.replace(PLACE, f"{_style(font)}{view}{script}{held}{PLACE}", 1)


@lru_cache(maxsize=4)
def _style(font: str) -> str:
    face = f"font-family:'After Overdue Sans';font-weight:400 700;src:url({font})"
    own = "".join(asset_path(name).read_text("utf-8") for name in STYLES)
    return f"<style data-first-view>@font-face{{{face}}}{own}</style>"


def case_of(noun: str, language: str, asked: QueryParams) -> Embed | None:
    """Return the case that a page opens with; None where it has none to show.

    Parameters
    ----------
    noun : any page, the one that the site begins with too
    asked : the parameters of the address
    """
    noun = HOME if noun == HOME_PAGE else noun
    if noun not in PAGE_MODELS:
        return None
    texts = tuple(
        (name, tuple(asked.getlist(name)))
        for name in asked
        if name not in ABOUT_THE_PAGE
    )
    return _case(noun, language, texts, clock.today())


def first_view(noun: str, language: str, asked: QueryParams) -> str:
    """Return the first view of a page as HTML; nothing where its page shows more."""
    case = case_of(noun, language, asked)
    if case is None or case.notes or "plain" in asked:
        return ""
    looks = [LOOKS[each] for each in asked.getlist(OPTIONS) if each in LOOKS]
    framed = is_embed(f"/{noun}", str(asked))
    look = looks[-1] if looks else ""
    return _page(case.drawn, look, framed)


@lru_cache(maxsize=64)
def _case(
    noun: str,
    language: str,
    texts: tuple[tuple[str, tuple[str, ...]], ...],
    today: date,
) -> Embed | None:
    try:
        return read_embed(noun, dict(texts), today, Locale(language))
    except AfterOverdueError:
        return None  # the page itself says what cannot be


def _page(drawn: View[Any], look: str, framed: bool) -> str:
    locale = drawn.asked.locale
    texts = locale.words(drawn.noun)
    return rendered(
        "first_view.html",
        drawn=drawn,
        said=texts,
        words=locale.words("first_view"),
        reading=rooted(f"{ROOT}{locale.language}/"),
        no_scripts=locale.words("reading")["no_scripts"],
        drawings={
            name: svg(drawn.figure, width=width, look=look)
            for name, width in PAGE_WIDTHS.items()
        },
        sent=sent_page(drawn),
        light=PALETTES["light"],
        dark=PALETTES["dark"],
        look=look,
        framed=framed,
    )


look_at(
    "first_views_made",
    "Pictures of pages that had to be made, because nobody had asked for them lately.",
    lambda: counts_made((_case,)),
)
